import { cleanText } from '../../contract/fields'

const isPlain = /^(?:[\x21-\x7e\u4e00-\u9fff]+(?: [\x21-\x7e\u4e00-\u9fff]+)*)?$/

/** A cell as people mean it, on one line: clean, and with full-width digits and letters (０１２Ａ) made ordinary. */
export function plainText(cell: string): string {
  // most cells are clean already, and a roster has 200,000 of them
  if (isPlain.test(cell)) return cell
  const narrow = cell.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  return cleanText(narrow.replace(/[\r\n\v\f]+/g, ' '))
}

/** The same, with punctuation made ordinary too (:;、()-): what numbers, hours and phones are read from. */
export function plainSigns(cell: string): string {
  return plainText(cell.normalize('NFKC')).replace(/[‐‑‒–—―−﹣]/g, '-')
}

const between = /(?<=[\p{Script=Han}·])[ \u3000]+(?=[\p{Script=Han}·])/gu

/** A person's name: no spaces between Chinese characters (张 伟), one kind of dot (买买提·艾力). */
export function plainName(cell: string): string {
  return plainText(cell)
    .replace(/[•‧・∙⋅]/g, '·')
    .replace(between, '')
}

/** Whether a cell says that there is nothing: empty, 无, 暂无, -, /. */
export function saysNothing(cell: string): boolean {
  return /^(无|暂无|没有|none|n\/a|[-/\\—–.。、]*)$/i.test(plainText(cell))
}
