import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Locator, Page } from 'playwright-core'

/** The name and bytes of the file that a click brings. */
export async function downloaded(page: Page, from: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), from.click()])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

/** The rows of every sheet of an xlsx file, by the sheet's name; an empty cell is ''. */
export async function sheetsOf(bytes: Buffer): Promise<Record<string, unknown[][]>> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as never)
  const sheets: Record<string, unknown[][]> = {}
  for (const sheet of workbook.worksheets) {
    const rows: unknown[][] = []
    sheet.eachRow((row) => {
      rows.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).value ?? ''))
    })
    sheets[sheet.name] = rows
  }
  return sheets
}
