import { plainSigns } from '../documents/plain-text'
import type { SheetField } from './sheet-fields'

/** What the cells of a row say, by what their columns are headed with. */
export interface SheetCells {
  one(field: SheetField): string
  all(field: SheetField): string[]
}

/** A cell with signs made ordinary; empty where it says that there is nothing. */
export function clean(cell: string): string {
  const text = plainSigns(cell).trim()
  return /^(?:无|暂无|没有|[-/\\—–.。|]*)$/.test(text) ? '' : text
}

/** Cells of a row under their heads; a value merged over several columns is said once. */
export function cellsOf(cells: readonly string[], columns: readonly (SheetField | undefined)[]): SheetCells {
  const all = (field: SheetField) =>
    cells.filter(
      (cell, i) => columns[i] === field && clean(cell) !== '' && !(columns[i - 1] === field && cells[i - 1] === cell),
    )
  return { all, one: (field) => all(field)[0] ?? '' }
}
