import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate as turn } from 'node:timers/promises'
import type { Table } from './documents'

/** Names of sheets: at most 31 characters, none of those that Excel refuses. */
function sheetName(name: string, taken: Set<string>): string {
  const plain =
    name
      .replace(/[[\]*?/\\:']/g, ' ')
      .trim()
      .slice(0, 28) || '表'
  let free = plain
  for (let n = 2; taken.has(free.toLowerCase()); n++) free = `${plain}${n}`
  taken.add(free.toLowerCase())
  return free
}

/** Text without what XML cannot hold: halves of characters and control characters. */
const writable = (text: string) => text.replace(/\p{Cs}|(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')

const widthOf = (text: string) => [...text].reduce((sum, letter) => sum + (letter > '\u2000' ? 2 : 1), 0)

/** So many rows are written before others get their turn. */
const rowsATurn = 200

/** As wide as the widest cell, within bounds. */
function widthsOf({ header, rows }: Table): number[] {
  const widths = header.map((title) => widthOf(title) + 2)
  for (const row of rows) {
    for (const [i, value] of row.entries()) {
      widths[i] = Math.max(widths[i] ?? 0, Math.min(widthOf(String(value)) + 2, 60))
    }
  }
  return widths
}

/**
 * A workbook with one sheet per table. Text stays text, also when it begins with = + - @ (nothing in it is ever a
 * formula) or looks like a number (0012 keeps its zeros when it is edited). A large one is written in many turns, so
 * that others do not wait for it.
 */
export async function writeWorkbook(tables: readonly Table[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs')
  const stream = new PassThrough()
  const written = buffer(stream)
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true })
  const taken = new Set<string>()
  for (const table of tables) {
    const views = [{ state: 'frozen' as const, ySplit: 1 }]
    const sheet = workbook.addWorksheet(sheetName(table.name, taken), { views })
    sheet.columns = widthsOf(table).map((width) => ({ width }))
    for (const [n, values] of [table.header, ...table.rows].entries()) {
      const row = sheet.addRow(values.map((value) => (typeof value === 'string' ? writable(value) : value)))
      if (n === 0) row.font = { bold: true }
      for (const [i, value] of values.entries()) if (typeof value === 'string') row.getCell(i + 1).numFmt = '@'
      row.commit()
      if (n % rowsATurn === 0) await turn()
    }
    sheet.commit()
  }
  await workbook.commit()
  return written
}
