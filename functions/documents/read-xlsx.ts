import type { Row, Worksheet } from 'exceljs'
import { cellText } from './cell-text'
import type { Sheet, SheetRow } from './documents'
import { unzip, zipUnpacked } from './unzip'

/** The parts that hold cells. Pictures, comments, charts and macros are left out before anything is made of them. */
const isWanted = (name: string) =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/workbook\.xml\.rels|workbook\.xml|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml))$/.test(
    name,
  )

// Ranges in these may span whole columns, and the library makes an object of every cell or column they name.
const ignoreNodes = [
  ...['cols', 'dataValidations', 'conditionalFormatting', 'hyperlinks', 'autoFilter', 'extLst', 'tableParts'],
  ...['drawing', 'legacyDrawing', 'picture', 'rowBreaks', 'sheetViews', 'sheetProtection', 'headerFooter', 'pageSetup'],
]

const mostCells = 1_000_000
const mostMerged = 400_000
const mostRows = 1_048_576
const mostColumns = 200

function columnNumber(letters: string): number {
  let n = 0
  for (const letter of letters) n = n * 26 + letter.charCodeAt(0) - 64
  return n
}

/** How many cells a sheet's merges cover, as they stand in its XML. */
function mergedIn(xml: string): number {
  let area = 0
  for (const [, a = '', from, b = '', to] of xml.matchAll(
    /<mergeCell [^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"/g,
  )) {
    area += (columnNumber(b) - columnNumber(a) + 1) * (Number(to) - Number(from) + 1)
  }
  return area
}

/** Whether the sheets are small enough to be made into objects: a few bytes of XML may stand for millions of cells. */
function areReadable(parts: ReadonlyMap<string, Buffer>): boolean {
  let [cells, merged] = [0, 0]
  for (const [name, body] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue
    const xml = body.toString('latin1')
    for (const _ of xml.matchAll(/<c[ />]/g)) cells++
    for (const [, row] of xml.matchAll(/<row [^>]*?\br="(\d+)"/g)) if (Number(row) > mostRows) return false
    merged += mergedIn(xml)
  }
  return cells <= mostCells && merged <= mostMerged
}

function cellsOf(row: Row): string[] {
  const cells: string[] = []
  const last = Math.min(row.cellCount, mostColumns)
  for (let column = 1; column <= last; column++) {
    const cell = row.findCell(column)
    cells.push(cell ? cellText(cell.value, cell.numFmt) : '')
  }
  while (cells.at(-1)?.trim() === '') cells.pop()
  return cells
}

function rowsOf(sheet: Worksheet): SheetRow[] {
  const rows: SheetRow[] = []
  sheet.eachRow((row, line) => {
    const cells = cellsOf(row)
    if (cells.length > 0) rows.push({ line, cells })
  })
  return rows
}

/** The visible sheets of an xlsx file; undefined when it is none, is broken, or is too large to be read without harm. */
export async function readXlsx(bytes: Buffer): Promise<Sheet[] | undefined> {
  const parts = await unzip(bytes, isWanted)
  if (!parts?.has('xl/workbook.xml') || !areReadable(parts)) return undefined
  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  try {
    // what the library's types call a Buffer is an ArrayBuffer of theirs
    const zip = zipUnpacked(parts) as unknown as Parameters<typeof workbook.xlsx.load>[0]
    await workbook.xlsx.load(zip, { ignoreNodes })
  } catch {
    return undefined
  }
  return workbook.worksheets
    .filter((sheet) => sheet.state === 'visible')
    .map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }))
}
