const digits = '零一二三四五六七八九十'

/** The number of a floor for sorting: 3层, 3F and 三层 are 3, B1 and 负一层 are -1, anything else 0. */
export function floorLevelOf(floor: string): number {
  const text = floor.normalize('NFKC').trim().toUpperCase()
  const isBelow = /^(B|-|负|地下)/.test(text)
  const arabic = /\d+/.exec(text)
  const level = arabic ? Number(arabic[0]) : chineseNumber(text)
  return isBelow ? -level : level
}

/** 1 to 99 in Chinese figures: 十二, 二十一. */
function chineseNumber(text: string): number {
  const match = /([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=层|楼|$)/.exec(text)
  if (!match) return 0
  const [, tens = '', ten = '', ones = ''] = match
  if (ten === '') return Math.max(0, digits.indexOf(tens || ones || '零'))
  return Math.max(1, tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)
}
