import { sql } from 'kysely'
import * as v from 'valibot'
import { listMySeats } from '../../contract/shuttle-seats'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper } from '../keeper'
import { readMySeats } from './my-seat-rows'

/** A ride is past so long after its departure: until then its rider may be looking for it. */
const pastAfterMinutes = 60

export default keeper(listMySeats, async ({ isPast, cursor, limit }, asked) => {
  const me = sql`${asked.person.personId}::uuid`
  const border = new Date(asked.now - pastAfterMinutes * 60_000)
  const [at, id] = readCursor(cursor, v.tuple([cursorMs, cursorId])) ?? []
  const place = sql`(${new Date(at ?? 0)}::timestamptz, ${id ?? null}::uuid)`
  const mine = sql`(s.person_id = ${me} OR (s.made_by = ${me} AND s.made_by <> s.person_id))`
  // what was cancelled or waited for in vain is past at once
  const isOver = sql`(s.boards_at <= ${border} OR s.status IN ('cancelled', 'lapsed'))`
  const found = isPast
    ? await readMySeats(
        asked,
        sql`${mine} AND ${isOver} AND (${at === undefined} OR (s.boards_at, s.reservation_id) < ${place})`,
        sql`s.boards_at DESC, s.reservation_id DESC LIMIT ${limit + 1}`,
      )
    : await readMySeats(
        asked,
        sql`${mine} AND NOT ${isOver} AND (${at === undefined} OR (s.boards_at, s.reservation_id) > ${place})`,
        sql`s.boards_at, s.reservation_id LIMIT ${limit + 1}`,
      )
  const page = pageOut(found, limit, ({ seat }) => [Date.parse(seat.departsAt), seat.reservationId])
  return { items: page.rows.map(({ seat }) => seat), nextCursor: page.nextCursor }
})
