import type { CellValue } from 'exceljs'

const two = (n: number) => String(n).padStart(2, '0')

/** A date as one writes it: a mere time counts from Excel's day zero and has no day. */
function dateText(at: Date): string {
  if (Number.isNaN(at.getTime())) return ''
  const clock = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (at.getUTCFullYear() < 1900) return clock
  const day = at.toISOString().slice(0, 10)
  return clock === '00:00' ? day : `${day} ${clock}`
}

/** A number as it was typed: at most the 15 digits that Excel keeps, and the zeros that a format like 0000 puts before it. */
function numberText(value: number, format: string): string {
  const text = String(Number(value.toPrecision(15)))
  return /^0{2,}$/.test(format) ? text.padStart(format.length, '0') : text
}

/** What somebody who looks at the cell reads, as text; the result of a formula; nothing for an error. */
export function cellText(value: CellValue, format = ''): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return numberText(value, format)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dateText(value)
  if ('richText' in value) return value.richText.map((piece) => piece.text).join('')
  if ('hyperlink' in value) return cellText(value.text, format)
  if ('result' in value) return cellText(value.result, format)
  return ''
}
