import { chineseNumber } from '../documents/chinese-number'
import { plainSigns } from '../documents/plain-text'

const vague = /约|左右|大概|大约|近|余|多人|以上|上下/

/** People a room holds, out of 20人, 约12, 120-150, 二十座; with a remark (Chinese) when it is a guess. */
export function readCapacity(cell: string): { capacity?: number; remark?: string } {
  const text = plainSigns(cell).replace(/(\d)[,，](?=\d{3}(?!\d))/g, '$1')
  const chinese = /[一二三四五六七八九十百两]+(?=人|座|位|个|席|名|$)/.exec(text)?.[0]
  const numbers = (text.match(/\d+(\.\d+)?/g) ?? []).map(Number)
  const inWords = numbers.length === 0 && chinese ? chineseNumber(chinese) : undefined
  if (inWords !== undefined) numbers.push(inWords)
  const usable = numbers.filter((n) => Number.isInteger(n) && n >= 1 && n <= 5000)
  const [first] = usable
  if (first === undefined || usable.length < numbers.length) return {}
  if (usable.length === 1)
    return vague.test(text) ? { capacity: first, remark: `「${text}」按 ${first} 人` } : { capacity: first }
  const isRange = /^\D*\d+\s*(人|座|位)?\s*[-~至到]\s*\d+\D*$/.test(text)
  const capacity = isRange ? Math.max(...usable) : first
  return { capacity, remark: `「${text}」有几个数，按 ${capacity} 人` }
}
