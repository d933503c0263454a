import { sql } from 'kysely'
import * as v from 'valibot'
import { listPlaceRecords } from '../../contract/repair-catalog'
import { cursorId, cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { placeRecordOf, placeRecordRows } from './place-records'

const after = v.tuple([
  v.picklist([0, 1]),
  cursorText,
  cursorText,
  v.pipe(v.number(), v.integer()),
  cursorText,
  cursorId,
])

export default keeper(listPlaceRecords, async ({ query, buildingId, cursor, limit }, { db, orgId }) => {
  const begin = readCursor(cursor, after)
  const q = query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  let wanted = placeRecordRows(db, orgId)
  if (buildingId) wanted = wanted.where('p.buildingId', '=', buildingId)
  if (q !== '') {
    wanted = wanted.where(
      sql<boolean>`(strpos(lower(replace(s.name || b.name || p.floor || p.name, ' ', '')), ${q}) > 0
        OR strpos(lower(replace(b.name || p.name, ' ', '')), ${q}) > 0
        OR strpos(p.pinyin, ${q}) > 0 OR strpos(p.initials, ${q}) > 0 OR lower(c.human_code) = ${q})`,
    )
  }
  const { total } = await wanted
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  if (begin) {
    wanted = wanted.where(
      sql<boolean>`(p.is_retired, s.name, b.name, p.floor_level, p.name, p.place_id)
        > (${begin[0] === 1}, ${begin[1]}, ${begin[2]}, ${begin[3]}::int, ${begin[4]}, ${begin[5]}::uuid)`,
    )
  }
  const rows = await wanted
    .orderBy('p.isRetired')
    .orderBy('s.name')
    .orderBy('b.name')
    .orderBy('p.floorLevel')
    .orderBy('p.name')
    .orderBy('p.placeId')
    .limit(limit + 1)
    .execute()
  // false and true sort as they do in the database
  const page = pageOut(rows, limit, (row) => [
    Number(row.isRetired),
    row.site,
    row.building,
    row.floorLevel,
    row.name,
    row.placeId,
  ])
  return { items: page.rows.map(placeRecordOf), nextCursor: page.nextCursor, total }
})
