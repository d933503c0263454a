import { sql } from 'kysely'
import * as v from 'valibot'
import { listAssets } from '../../contract/repair-catalog'
import { cursorId, cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { assetOf, assetRows } from './asset-records'

const after = v.tuple([
  v.picklist([0, 1]),
  cursorText,
  v.pipe(v.number(), v.integer()),
  cursorText,
  cursorText,
  cursorId,
])

export default keeper(listAssets, async ({ query, placeId, cursor, limit }, { db, orgId }) => {
  const begin = readCursor(cursor, after)
  const q = query.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  let wanted = assetRows(db, orgId)
  if (placeId) wanted = wanted.where('a.placeId', '=', placeId)
  if (q !== '') {
    wanted = wanted.where(
      sql<boolean>`(strpos(lower(replace(a.name, ' ', '')), ${q}) > 0 OR strpos(lower(a.asset_number), ${q}) > 0
        OR strpos(lower(a.model), ${q}) > 0 OR lower(c.human_code) = ${q} OR strpos(p.pinyin, ${q}) > 0
        OR strpos(lower(replace(b.name || p.floor || p.name, ' ', '')), ${q}) > 0)`,
    )
  }
  const { total } = await wanted
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  if (begin) {
    wanted = wanted.where(
      sql<boolean>`(a.is_retired, b.name, p.floor_level, p.name, a.name, a.asset_id)
        > (${begin[0] === 1}, ${begin[1]}, ${begin[2]}::int, ${begin[3]}, ${begin[4]}, ${begin[5]}::uuid)`,
    )
  }
  const rows = await wanted
    .orderBy('a.isRetired')
    .orderBy('b.name')
    .orderBy('p.floorLevel')
    .orderBy('p.name')
    .orderBy('a.name')
    .orderBy('a.assetId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [
    Number(row.isRetired),
    row.building,
    row.floorLevel,
    row.placeName,
    row.name,
    row.assetId,
  ])
  return { items: page.rows.map(assetOf), nextCursor: page.nextCursor, total }
})
