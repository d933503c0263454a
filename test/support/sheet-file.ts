import ExcelJS, { type CellValue, type Worksheet } from 'exceljs'

/** An xlsx file of sheets given as rows, as somebody would type them. `finish` may merge, hide or format. */
export async function xlsxOf(
  sheets: Record<string, readonly (readonly CellValue[])[]>,
  finish?: (sheet: Worksheet) => void,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
    finish?.(sheet)
  }
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** A file as a client sends it. */
export const fileOf = (fileName: string, bytes: Buffer) => ({ fileName, content: bytes.toString('base64') })

/** A csv file (UTF-8) of rows. */
export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(
    rows
      .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join('\r\n'),
  )

/** What was remarked on a line of a sheet, one text for each remark. */
export const said = (remarks: { line: number; column: string; severity: string; message: string }[], line: number) =>
  remarks
    .filter((remark) => remark.line === line)
    .map(({ column, severity, message }) => `${severity} ${column}: ${message}`)
