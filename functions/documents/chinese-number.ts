const figures = '零一二三四五六七八九'

/** 1 to 999 in Chinese figures (十二, 二十, 一百二十); undefined for anything else. 两 is 二. */
export function chineseNumber(text: string): number | undefined {
  const match = /^(?:([一二三四五六七八九两])百零?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九两])?$/.exec(
    text,
  )
  if (!match || text === '') return undefined
  const [, hundreds, tens, ten, ones] = match
  const figure = (letter: string | undefined) => (letter === '两' ? 2 : Math.max(0, figures.indexOf(letter || '零')))
  return figure(hundreds) * 100 + (ten ? (tens ? figure(tens) : 1) * 10 : 0) + figure(ones)
}
