import { listRoomRecords } from '../../contract/booking-rooms'
import { keeper } from '../keeper'
import { pageOfRooms } from './room-directory'
import { roomRecordOf, roomRecordRows } from './room-records'

export default keeper(listRoomRecords, async ({ query, siteId, cursor, limit }, { db, orgId }) => {
  const like = `%${query
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/[\\%_]/g, '\\$&')}%`
  const rows = await roomRecordRows(db)
    .where('r.orgId', '=', orgId)
    .$if(siteId !== undefined, (q) => q.where('s.siteId', '=', siteId ?? ''))
    .$if(query !== '', (q) =>
      q.where((is) =>
        is.or([
          is(is.fn<string>('concat', ['b.name', 'r.floor', 'r.name']), 'ilike', like),
          is('r.pinyin', 'like', like),
          is('r.initials', 'like', like),
          is('c.humanCode', 'ilike', like),
        ]),
      ),
    )
    .orderBy('r.isRetired')
    .orderBy('s.name')
    .orderBy('b.name')
    .orderBy('r.floorLevel')
    .orderBy('r.name')
    .execute()
  const { items, nextCursor } = pageOfRooms(rows, { cursor, limit })
  return { items: items.map(roomRecordOf), nextCursor, total: rows.length }
})
