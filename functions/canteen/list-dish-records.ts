import { sql } from 'kysely'
import * as v from 'valibot'
import { listDishRecords } from '../../contract/canteen-dishes'
import { cursorId, cursorText, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { dishRecordOf, isDishMeant, readDishRows } from './dish-records'

const after = v.tuple([v.picklist([0, 1]), cursorText, cursorText, cursorId])

export default keeper(listDishRecords, async (input, asked) => {
  const { query, dishId, hasProblems, withRetired, cursor, limit } = input
  const begin = readCursor(cursor, after)
  const isMeant = sql<boolean>`${isDishMeant(query)}
    AND (${hasProblems ?? null}::boolean IS NULL OR d.has_problems = ${hasProblems ?? null}::boolean)
    AND (${dishId ?? null}::uuid IS NULL OR d.dish_id = ${dishId ?? null}::uuid)
    AND (${withRetired || dishId !== undefined}::boolean OR NOT d.is_retired)`
  const count = sql<{
    total: number
  }>`SELECT count(*) AS total FROM dish d WHERE d.org_id = ${asked.orgId} AND ${isMeant}`
  const total = (await count.execute(asked.db)).rows[0]?.total ?? 0
  const isBeyond = begin
    ? sql`AND (d.is_retired, d.pinyin, d.name, d.dish_id) > (${begin[0] === 1}, ${begin[1]}, ${begin[2]}, ${begin[3]}::uuid)`
    : sql``
  const rows = await readDishRows(
    asked,
    sql`${isMeant} ${isBeyond}`,
    sql`ORDER BY d.is_retired, d.pinyin, d.name, d.dish_id LIMIT ${limit + 1}`,
  )
  // false and true sort as they do in the database
  const page = pageOut(rows, limit, (row) => [Number(row.isRetired), row.pinyin, row.name, row.dishId])
  return { items: page.rows.map((row) => dishRecordOf(row, asked)), nextCursor: page.nextCursor, total }
})
