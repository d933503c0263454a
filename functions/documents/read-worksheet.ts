import { type NumberFormat, numberText } from './cell-text'
import type { SheetRow } from './documents'
import { attribute, xmlPieces } from './xml'

/** What cells of all sheets refer to. */
export interface Workbook {
  sharedStrings: readonly string[]
  /** By style number. */
  formats: readonly NumberFormat[]
  is1904: boolean
}

const mostRows = 1_048_576
const mostColumns = 200
/** Rows that are read; whoever imports takes far fewer, and says so. */
export const mostRowsRead = 100_000
/** Characters in all cells of a sheet together: one long text may be referred to a million times. */
const mostText = 20_000_000
/** Cells that merged ranges may fill in one sheet. */
const mostFilled = 1_000_000

interface Place {
  row: number
  column: number
}

/** B7 as numbers from 1; undefined when it is no such reference. */
function placeOf(reference: string | undefined): Place | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? '')
  if (!match) return undefined
  let column = 0
  for (const letter of match[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return { row: Number(match[2]), column }
}

/** What stands in a cell of some type (ECMA-376, 18.18.11), with Excel's own escapes resolved; nothing for an error. */
function textOf(type: string | undefined, written: string, style: string | undefined, book: Workbook): string {
  if (type === 's') return book.sharedStrings[Number(written)] ?? ''
  if (type === 'str' || type === 'inlineStr') return unescaped(written)
  if (type === 'b') return written.trim() === '1' || written.trim() === 'true' ? '是' : '否'
  if (type === 'e') return ''
  if (type === 'd') return written.replace(/T00:00(:00(\.0+)?)?Z?$/, '').replace('T', ' ')
  return numberText(written, book.formats[Number(style ?? 0)], book.is1904)
}

/** Text without `_x000D_`, as Excel writes characters that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

class TooLarge extends Error {}

/** Fills every cell of a merged range with what its first one holds, down to the last row that is there. */
function fillMerged(rows: Map<number, string[]>, ranges: readonly string[]): void {
  const lastRow = Math.max(0, ...rows.keys())
  let [filled, text] = [0, 0]
  for (const range of ranges) {
    const [from, to] = range.split(':').map(placeOf)
    const value = from && rows.get(from.row)?.[from.column - 1]
    if (!from || !to || value === undefined || value === '') continue
    const last = { row: Math.min(to.row, lastRow), column: Math.min(to.column, mostColumns) }
    const area = Math.max(0, last.row - from.row + 1) * Math.max(0, last.column - from.column + 1)
    filled += area
    text += area * value.length
    if (filled > mostFilled || text > mostText) throw new TooLarge()
    for (let row = from.row; row <= last.row; row++) {
      const cells = rows.get(row) ?? []
      rows.set(row, cells)
      for (let column = from.column; column <= last.column; column++) cells[column - 1] = value
    }
  }
}

function readCells(xml: string, book: Workbook): { rows: Map<number, string[]>; ranges: string[] } {
  const rows = new Map<number, string[]>()
  const ranges: string[] = []
  const at: Place = { row: 0, column: 0 }
  let cell: { type?: string; style?: string; written: string } | undefined
  let isValue = false
  let text = 0
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (cell && isValue) cell.written += piece.text
      continue
    }
    const { kind, name, attributes } = piece
    if (kind === 'open' && name === 'row') {
      at.row = Number(attribute(attributes, 'r') ?? at.row + 1)
      at.column = 0
      if (!(at.row >= 1 && at.row <= mostRows)) throw new TooLarge()
    } else if (kind === 'open' && name === 'c') {
      at.column = placeOf(attribute(attributes, 'r'))?.column ?? at.column + 1
      cell = { type: attribute(attributes, 't'), style: attribute(attributes, 's'), written: '' }
    } else if (kind === 'close' && name === 'c') {
      if (cell && cell.written !== '' && at.column <= mostColumns) {
        const cells = rows.get(at.row) ?? []
        const shown = textOf(cell.type, cell.written, cell.style, book)
        text += shown.length
        if (text > mostText) throw new TooLarge()
        if (rows.size < mostRowsRead) rows.set(at.row, cells)
        cells[at.column - 1] = shown
      }
      cell = undefined
    } else if (name === 'v' || name === 't') isValue = kind === 'open'
    else if (kind === 'open' && name === 'mergeCell') ranges.push(attribute(attributes, 'ref') ?? '')
  }
  return { rows, ranges }
}

/**
 * The rows of a worksheet's XML that hold anything, merged cells filled in. At most 200 columns. Undefined when it names
 * rows that cannot be, or merges so much that filling it in would do harm.
 */
export function readWorksheet(xml: string, book: Workbook): SheetRow[] | undefined {
  try {
    const { rows, ranges } = readCells(xml, book)
    fillMerged(rows, ranges)
    const read: SheetRow[] = []
    for (const [line, sparse] of [...rows].sort((a, b) => a[0] - b[0])) {
      const cells = Array.from(sparse, (cell) => cell ?? '')
      while (cells.at(-1)?.trim() === '') cells.pop()
      if (cells.length > 0) read.push({ line, cells })
    }
    return read
  } catch (cause) {
    if (cause instanceof TooLarge) return undefined
    throw cause
  }
}
