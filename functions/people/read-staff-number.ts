import type { Place } from '../documents/row-reader'
import { placeName } from '../documents/row-reader'
import { plainStaffNumber } from './staff-number'

/** A staff number out of a cell: 12.0 is what some programs make of 12. Undefined when it cannot be one. */
export function readStaffNumber(cell: string): string | undefined {
  const text = plainStaffNumber(cell).replace(/^(\d+)\.0+$/, '$1')
  if (/^\d(\.\d+)?E\+?\d+$/.test(text) || [...text].length > 30) return undefined
  return /^[\p{L}\p{N}][\p{L}\p{N}._/#-]*$/u.test(text) ? text : undefined
}

/**
 * How wide the staff numbers of a sheet are when they have leading zeros: the width that at least half of the numeric
 * ones share. Spreadsheet programs turn 0013 into 13 when the cell is not text.
 */
export function usualWidth(numbers: readonly string[]): number | undefined {
  const numeric = numbers.filter((number) => /^\d+$/.test(number))
  const widths = new Map<number, number>()
  for (const { length } of numeric) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  const hasZeros = numeric.some((number) => number.length === width && number.startsWith('0'))
  return hasZeros && count * 2 >= numeric.length ? width : undefined
}

/** A number that seems to have lost its zeros: the one on the roster when there is exactly that, else a question. */
export function withZeros(
  number: string,
  width: number | undefined,
  onRoster: ReadonlySet<string>,
  inSheet: ReadonlyMap<string, Place>,
): { staffNumber: string; remark?: string } {
  if (width === undefined || number.length >= width || !/^\d+$/.test(number) || onRoster.has(number))
    return { staffNumber: number }
  const longer = number.padStart(width, '0')
  const other = inSheet.get(longer)
  if (other)
    return { staffNumber: number, remark: `工号 ${number} 与${placeName(other)}的 ${longer} 只差前面的零，请核对` }
  if (onRoster.has(longer))
    return { staffNumber: longer, remark: `工号 ${number} 少了前面的零，按名册里的 ${longer} 处理` }
  return { staffNumber: number, remark: `其他工号多为 ${width} 位，这个可能是 ${longer}；现按 ${number}，请核对` }
}
