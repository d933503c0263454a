import { sql } from 'kysely'
import * as v from 'valibot'
import { findPlaces } from '../../contract/repair-places'
import { cursorId, cursorText, pageOut, readCursor } from '../cursor'
import { type AskedByPerson, keeper } from '../keeper'
import { placeOf, placeRows } from './place-rows'

const cursorFloor = v.pipe(v.number(), v.integer(), v.minValue(-(2 ** 31)), v.maxValue(2 ** 31 - 1))

/** Half-width and lower case, as places are compared. */
const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** Places somebody reported from, the last one first. */
async function lastPlaces({ db, orgId, person }: AskedByPerson, limit: number) {
  const own = db
    .selectFrom('ticket')
    .select('placeId')
    .select((is) => is.fn.max('createdAt').as('lastAt'))
    .where('orgId', '=', orgId)
    .where('requesterId', '=', person.personId)
    .where('placeId', 'is not', null)
    .groupBy('placeId')
  return await placeRows(db, orgId)
    .innerJoin(own.as('own'), 'own.placeId', 'p.placeId')
    .orderBy('own.lastAt', 'desc')
    .orderBy('p.placeId')
    .limit(limit)
    .execute()
}

/** Whether a place is meant by one word: part of its name, pinyin or initials, or of building, floor and name together. */
function isMeant(word: string) {
  return sql<boolean>`(strpos(lower(b.name || p.floor || p.name), ${word}) > 0
    OR strpos(lower(b.name || p.name), ${word}) > 0
    OR strpos(p.pinyin, ${word}) > 0 OR strpos(p.initials, ${word}) > 0)`
}

/** How well the place fits a whole query: 0 exactly, 1 from the beginning, 2 somewhere inside. */
function fitOf(query: string) {
  return sql<number>`CASE
    WHEN ${query} IN (lower(p.name), p.pinyin, p.initials) THEN 0
    WHEN starts_with(lower(p.name), ${query}) OR starts_with(p.pinyin, ${query}) OR starts_with(p.initials, ${query})
      THEN 1
    ELSE 2 END`
}

export default keeper(findPlaces, async ({ query, cursor, limit }, asked) => {
  const after = readCursor(cursor, v.tuple([v.picklist([0, 1, 2]), cursorText, cursorFloor, cursorText, cursorId]))
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return { items: (await lastPlaces(asked, limit)).map(placeOf) }
  const fit = fitOf(words.join(''))
  let found = placeRows(asked.db, asked.orgId).select(fit.as('fit'))
  for (const word of words) found = found.where(isMeant(word))
  if (after) {
    found = found.where(
      sql<boolean>`(${fit}, b.name, p.floor_level, p.name, p.place_id)
        > (${after[0]}::int, ${after[1]}, ${after[2]}::int, ${after[3]}, ${after[4]}::uuid)`,
    )
  }
  const rows = await found
    .orderBy(fit)
    .orderBy('b.name')
    .orderBy('p.floorLevel')
    .orderBy('p.name')
    .orderBy('p.placeId')
    .limit(limit + 1)
    .execute()
  const page = pageOut(rows, limit, (row) => [row.fit, row.building, row.floorLevel, row.name, row.placeId])
  return { items: page.rows.map(placeOf), nextCursor: page.nextCursor }
})
