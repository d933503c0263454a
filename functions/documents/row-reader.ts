import type { FoundTable, TableRow } from './find-table'

export interface Remark {
  line: number
  sheet?: string
  column: string
  severity: 'error' | 'guess'
  message: string
}

/** Where a row stands: its line, and its sheet when there are several. */
export interface Place {
  line: number
  sheet?: string
}

/** 第 5 行, or 「南院」第 5 行. */
export function placeName({ line, sheet }: Place): string {
  return `${sheet ? `「${sheet}」` : ''}第 ${line} 行`
}

/** What was remarked while a table was read, and what could not be taken from it. */
export interface Reading {
  remarks: Remark[]
  unreadable: { line: number; sheet?: string; cells: string[]; said: Record<string, string[]> }[]
}

/** One row being read: remarks are kept with its place, and a row with an error is given back as it stands. */
export interface RowReading<F extends string> {
  row: TableRow<F>
  place: Place
  guess(column: F, message: string): void
  /** Says why the row cannot be taken. */
  refuse(column: F, message: string): void
  /** Leaves the row out without calling it wrong. */
  leaveOut(column: F, message: string): void
  /** The text cut to what the record can hold; said when it had to be. */
  within(column: F, text: string, max: number): string
}

/** The rows of a table one by one, with where their remarks go. Sums and notes at the foot are mentioned as passed over. */
export function readingOf<F extends string>(table: FoundTable<F>): { rows: RowReading<F>[]; reading: Reading } {
  const reading: Reading = { remarks: [], unreadable: [] }
  const placeOf = (row: Place & { sheet: string }): Place =>
    table.sheets.length > 1 ? { line: row.line, sheet: row.sheet.slice(0, 60) } : { line: row.line }
  for (const note of table.notes) {
    const text = note.cells.find((cell) => cell !== '') ?? ''
    const message = `像是合计、小标题或说明，没有读：${text.slice(0, 40)}`
    reading.remarks.push({ ...placeOf(note), column: '', severity: 'guess', message })
  }
  const fields = [...new Set(table.columns.flatMap(({ field }) => field || []))]
  const rows = table.rows.map((row): RowReading<F> => {
    const place = placeOf(row)
    const remark = (column: F, severity: Remark['severity'], message: string) => {
      reading.remarks.push({ ...place, column, severity, message })
    }
    let isDropped = false
    const drop = (column: F, severity: Remark['severity'], message: string) => {
      remark(column, severity, message)
      const said = Object.fromEntries(fields.map((field) => [field, row.saidAll(field)]))
      if (!isDropped) reading.unreadable.push({ ...place, cells: [...row.cells], said })
      isDropped = true
    }
    return {
      row,
      place,
      guess: (column, message) => remark(column, 'guess', message),
      refuse: (column, message) => drop(column, 'error', message),
      leaveOut: (column, message) => drop(column, 'guess', message),
      within: (column, text, max) => {
        const letters = [...text]
        if (letters.length <= max) return text
        remark(column, 'guess', `超过 ${max} 个字，只取了前 ${max} 个字`)
        return letters.slice(0, max).join('').trim()
      },
    }
  })
  return { rows, reading }
}

/** Sorted as they stand in the file: by sheet, then by line. */
export function inSheetOrder<P extends Place>(places: readonly P[], sheets: readonly string[]): P[] {
  const order = ({ sheet }: Place) => (sheet === undefined ? 0 : sheets.findIndex((name) => name.startsWith(sheet)))
  return [...places].sort((a, b) => order(a) - order(b) || a.line - b.line)
}

/** How many rows have an error. */
export function rowsWithErrors(remarks: readonly Remark[]): number {
  const errors = remarks.filter(({ severity }) => severity === 'error')
  return new Set(errors.map(({ sheet, line }) => `${sheet ?? ''} ${line}`)).size
}
