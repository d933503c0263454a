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

/**
 * A workbook with one sheet per table. Text stays text, also when it begins with = + - @ (nothing in it is ever a
 * formula) or looks like a number (0012 keeps its zeros when it is edited).
 */
export async function writeWorkbook(tables: readonly Table[]): Promise<Buffer> {
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  const taken = new Set<string>()
  for (const { name, header, rows } of tables) {
    const sheet = workbook.addWorksheet(sheetName(name, taken), { views: [{ state: 'frozen', ySplit: 1 }] })
    const widths = header.map((title) => widthOf(title) + 2)
    for (const row of [header, ...rows]) {
      const written = sheet.addRow(row.map((value) => (typeof value === 'string' ? writable(value) : value)))
      for (const [i, value] of row.entries()) {
        if (typeof value === 'string') written.getCell(i + 1).numFmt = '@'
        widths[i] = Math.max(widths[i] ?? 0, Math.min(widthOf(String(value)) + 2, 60))
      }
    }
    sheet.getRow(1).font = { bold: true }
    for (const [i, width] of widths.entries()) sheet.getColumn(i + 1).width = width
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
