import { previewMenu } from '../../contract/canteen-files'
import { type Day, dayOf } from '../../contract/zone'
import { type Documents, documentsOf } from '../documents/documents'
import { inSheetOrder, rowsWithErrors } from '../documents/row-reader'
import { beginsLikeXml, UnreadableXml } from '../documents/xml-text'
import { keeper, refuse } from '../keeper'
import type { ReadMenu } from './collect-menu'
import { findCanteen } from './find-canteen'
import { changedLineFields, draftLines, type KnownMenu, knownMenu } from './known-menu'
import { type MenuDefaults, readMenuSheets } from './read-menu-sheets'
import { readOpenMensa } from './read-open-mensa'
import { settleMenu } from './settle-menu'

const mostRows = 10_000
const mostDays = 400

async function readFile(documents: Documents, fileName: string, bytes: Buffer, defaults: MenuDefaults) {
  if (beginsLikeXml(bytes)) {
    try {
      return { format: 'openmensa' as const, read: readOpenMensa(bytes, defaults.window) }
    } catch (cause) {
      if (cause instanceof UnreadableXml) return refuse('UNREADABLE_FILE', { reason: cause.message })
      throw cause
    }
  }
  const sheets = await documents.readSheets(fileName, bytes)
  if (!sheets) return refuse('UNREADABLE_FILE')
  const lines = sheets.reduce((sum, { rows }) => sum + rows.length, 0)
  if (lines > mostRows) return refuse('TOO_MANY_ROWS', { rows: lines, most: mostRows })
  const read = readMenuSheets(sheets, defaults)
  return read ? { format: 'sheet' as const, read } : refuse('NO_HEADER_ROW')
}

function comparedRows(read: ReadMenu, known: KnownMenu, today: Day) {
  return read.rows.map(({ says: _, ...row }) => {
    if (row.day < today) return { ...row, change: 'past' as const, changedFields: [] }
    const dish = known.findDish(row.dish)
    const windowId = known.findWindow(row.window)?.windowId
    const found = draftLines(known, row.day).find(
      ({ line }) => line.meal === row.meal && line.dishId === dish?.dishId && line.windowId === windowId,
    )
    if (!found) return { ...row, change: 'new' as const, changedFields: [] }
    const changedFields = changedLineFields(found.line, row, dish)
    return { ...row, change: changedFields.length > 0 ? ('changed' as const) : ('same' as const), changedFields }
  })
}

function comparedDays(read: ReadMenu, known: KnownMenu, today: Day) {
  return read.closedDays.map((closed) => {
    const draft = known.drafts.get(closed.day)
    const isSame = draft?.isClosed && (closed.note === '' || closed.note === draft.note)
    const isNew = !draft || (!draft.isClosed && draft.lines.length === 0)
    return {
      ...closed,
      change:
        closed.day < today
          ? ('past' as const)
          : isSame
            ? ('same' as const)
            : isNew
              ? ('new' as const)
              : ('changed' as const),
    }
  })
}

/** Lines of the drafts of the file's days to come that the file does not name. */
function missingLines(read: ReadMenu, known: KnownMenu, today: Day) {
  const named = new Set(read.rows.map(({ day, meal, window, dish }) => JSON.stringify([day, meal, window, dish])))
  const days = [...new Set([...read.rows, ...read.closedDays].map(({ day }) => day))]
    .filter((day) => day >= today)
    .sort()
  return days.flatMap((day) =>
    draftLines(known, day)
      .map(({ line: { meal }, window, dish }) => ({ day, meal, window, dish }))
      .filter((line) => !named.has(JSON.stringify([day, line.meal, line.window, line.dish]))),
  )
}

export default keeper(previewMenu, async ({ canteenId, fileName, content }, { cloud, db, orgId, now, person }) => {
  const documents = documentsOf(cloud)
  if (!(await findCanteen(db, orgId, canteenId))) return refuse('NO_SUCH_CANTEEN')
  const today = dayOf(now, person.zone)
  const { windows } = await knownMenu(db, orgId, canteenId, [])
  const window = windows.find(({ isRetired }) => !isRetired)?.name ?? '大众窗口'
  const file = await readFile(documents, fileName, Buffer.from(content, 'base64'), { today, window })
  if (!('read' in file)) return file
  const all = file.read
  if (all.rows.length > mostRows) return refuse('TOO_MANY_ROWS', { rows: all.rows.length, most: mostRows })
  const days = [...new Set([...all.rows, ...all.closedDays].map(({ day }) => day))]
  if (days.length > mostDays) return refuse('TOO_MANY_ROWS', { rows: days.length, most: mostDays })

  const known = await knownMenu(db, orgId, canteenId, days)
  const read = settleMenu(all, known)
  const rows = comparedRows(read, known, today)
  const closedDays = comparedDays(read, known, today)
  const missing = missingLines(read, known, today)
  const count = (change: string) => [...rows, ...closedDays].filter((one) => one.change === change).length
  return {
    sheet: read.sheets.filter((name) => name !== '').join('、'),
    format: file.format,
    columns: read.columns,
    rows,
    closedDays,
    dayNotes: read.dayNotes,
    remarks: inSheetOrder(read.remarks, read.sheets),
    unreadable: inSheetOrder(read.unreadable, read.sheets),
    missing,
    counts: {
      ...{ new: count('new'), changed: count('changed'), same: count('same'), past: count('past') },
      ...{ missing: missing.length, errors: rowsWithErrors(read.remarks) },
    },
  }
})
