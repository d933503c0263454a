import { previewRooms } from '../../contract/booking-rooms'
import { documentsOf } from '../documents/documents'
import { inSheetOrder, rowsWithErrors } from '../documents/row-reader'
import { keeper, refuse } from '../keeper'
import { changedRoomFields, type KnownRooms, knownRooms, roomAfter } from './compare-rooms'
import { type ReadRoom, type ReadRooms, readRooms } from './read-rooms'
import { placeOf } from './room-directory'

const mostRows = 5000

/** The row as it would be imported, beside what the directory says now. */
function comparedRow(rooms: KnownRooms, read: ReadRoom, remarks: ReadRooms['remarks']) {
  const place = read.sheet ? { line: read.line, sheet: read.sheet } : { line: read.line }
  const guess = (column: string, message: string) => remarks.push({ ...place, column, severity: 'guess', message })
  const row = { ...read, site: read.site || (rooms.siteOf(read.building) ?? '') }
  const known = rooms.find(row)
  if (!known && row.site === '') guess('site', '没有写院区，导入时归入所选的院区')
  if (read.opening === undefined && !known) guess('opening', '没有可用的开放时间，按周一至周五 8:00–18:00')
  const after = roomAfter(known, row)
  const changed = known ? changedRoomFields(known, after) : []
  const change = !known ? ('new' as const) : changed.length > 0 ? ('changed' as const) : ('same' as const)
  return { known, row: { ...after, ...place, sheet: read.sheet, change, changedFields: changed } }
}

export default keeper(previewRooms, async ({ fileName, content }, { cloud, db, orgId }) => {
  const sheets = await documentsOf(cloud).readSheets(fileName, Buffer.from(content, 'base64'))
  if (!sheets) return refuse('UNREADABLE_FILE')
  const read = readRooms(sheets)
  if (!read) return refuse('NO_HEADER_ROW')
  if (read.table.rows.length > mostRows)
    return refuse('TOO_MANY_ROWS', { rows: read.table.rows.length, most: mostRows })

  const rooms = await knownRooms(db, orgId)
  const compared = read.rooms.map((room) => comparedRow(rooms, room, read.remarks))
  const rows = compared.map(({ row }) => row)
  const inSheet = new Set(compared.map(({ known }) => known?.roomId))
  const missing = rooms.all.filter(({ roomId }) => !inSheet.has(roomId))
  const count = (change: 'new' | 'changed' | 'same') => rows.filter((row) => row.change === change).length
  return {
    sheet: read.table.sheets.join('、'),
    columns: read.table.columns,
    rows,
    remarks: inSheetOrder(read.remarks, read.table.sheets),
    unreadable: inSheetOrder(read.unreadable, read.table.sheets),
    missing: missing.map((room) => ({
      roomId: room.roomId,
      name: room.name,
      place: [room.site, placeOf(room)].join(' '),
    })),
    counts: {
      new: count('new'),
      changed: count('changed'),
      same: count('same'),
      missing: missing.length,
      errors: rowsWithErrors(read.remarks),
    },
  }
})
