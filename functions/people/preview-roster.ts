import { previewRoster } from '../../contract/people'
import { documentsOf } from '../documents/documents'
import { inSheetOrder, rowsWithErrors } from '../documents/row-reader'
import { keeper, refuse } from '../keeper'
import { changedFields, factsAfter, type KnownPerson, knownPeople } from './compare-roster'
import { type ReadPerson, type ReadRoster, readRoster } from './read-roster'
import { statusWords } from './read-status'

const mostRows = 30_000

/** The row as it would be imported, beside what the roster says now. */
function comparedRow(known: KnownPerson | undefined, row: ReadPerson, remarks: ReadRoster['remarks']) {
  const after = factsAfter(known, row)
  const place = row.sheet ? { line: row.line, sheet: row.sheet } : { line: row.line }
  const guess = (column: string, message: string) => remarks.push({ ...place, column, severity: 'guess', message })
  if (known?.status === 'left' && row.status === undefined) {
    guess('status', `名册里此人${statusWords.left}，表里又有，改为${statusWords[after.status]}`)
  }
  if (row.departmentPath.length === 0) {
    guess('departmentPath', known ? '没有写部门，保持不变' : `没有写部门，归入「${after.departmentPath.join('/')}」`)
  }
  const changed = known ? changedFields(known, after) : []
  const change = !known ? ('new' as const) : changed.length > 0 ? ('changed' as const) : ('same' as const)
  return { ...after, ...place, sheet: row.sheet, change, changedFields: changed }
}

export default keeper(previewRoster, async ({ fileName, content }, { cloud, db, orgId, note }) => {
  const sheets = await documentsOf(cloud).readSheets(fileName, Buffer.from(content, 'base64'))
  if (!sheets) return refuse('UNREADABLE_FILE')
  const known = await knownPeople(db, orgId)
  const departments = await db.selectFrom('department').select('name').where('orgId', '=', orgId).execute()
  const read = readRoster(sheets, {
    staffNumbers: new Set(known.keys()),
    departmentNames: new Set(departments.map(({ name }) => name)),
  })
  if (!read) return refuse('NO_HEADER_ROW')
  if (read.table.rows.length > mostRows)
    return refuse('TOO_MANY_ROWS', { rows: read.table.rows.length, most: mostRows })

  const rows = read.rows.map((row) => comparedRow(known.get(row.staffNumber), row, read.remarks))
  const missing = [...known].filter(([number, { status }]) => status !== 'left' && !read.staffNumbers.has(number))
  const count = (change: 'new' | 'changed' | 'same') => rows.filter((row) => row.change === change).length
  const counts = {
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    missing: missing.length,
    errors: rowsWithErrors(read.remarks),
  }
  note({ fileName, ...counts })
  return {
    sheet: read.table.sheets.join('、'),
    columns: read.table.columns,
    rows,
    remarks: inSheetOrder(read.remarks, read.table.sheets),
    unreadable: inSheetOrder(read.unreadable, read.table.sheets),
    missing: missing.map(([, { personId, name, staffNumber, departmentPath }]) => ({
      personId,
      name,
      staffNumber,
      department: departmentPath.at(-1) ?? '',
    })),
    counts,
  }
})
