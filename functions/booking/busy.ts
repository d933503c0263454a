import { sql } from 'kysely'
import type { Busy } from '../../contract/booking'
import { isRoomKeeper } from '../../contract/booking-rules'
import { instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** No meeting with its turnover is longer: what starts earlier cannot reach into a stretch. */
const longestMs = 28 * 3_600_000

/** A booked stretch of a room in epoch ms; `freeAt` is its end with the turnover. */
export interface Taken {
  bookingId: string
  roomId: string
  startsAt: number
  endsAt: number
  freeAt: number
  organizerId: string
  bookedById: string
  purpose: string
  who: string
}

/** What is booked in these rooms between two moments, in order of time. */
export async function takenBetween(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  from: number,
  to: number,
  roomIds: readonly string[],
): Promise<Taken[]> {
  const rows = await db
    .selectFrom('booking as b')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'b.orgId').onRef('p.personId', '=', 'b.organizerId'))
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select([
      'b.bookingId',
      'b.roomId',
      'b.startsAt',
      'b.endsAt',
      'b.freeAt',
      'b.organizerId',
      'b.bookedById',
      'b.purpose',
    ])
    .select(['p.name', 'd.name as department'])
    .where('b.orgId', '=', orgId)
    .where('b.status', '=', 'confirmed')
    .where('b.startsAt', '>=', new Date(from - longestMs))
    .where('b.startsAt', '<', new Date(to))
    .where('b.freeAt', '>', new Date(from))
    .where('b.roomId', '=', sql<string>`ANY (${roomIds}::uuid[])`)
    .orderBy('b.startsAt')
    .execute()
  // named one by one: a day may have thousands, and copying the rest of a row takes several times as long
  return rows.map((row) => ({
    bookingId: row.bookingId,
    roomId: row.roomId,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    freeAt: row.freeAt.getTime(),
    organizerId: row.organizerId,
    bookedById: row.bookedById,
    purpose: row.purpose,
    who: `${row.name} · ${row.department}`,
  }))
}

/** A taken stretch as a day's grid shows it, in minutes of that day; the purpose only to those it belongs to. */
export function busyOn(day: string, taken: Taken, asked: Pick<AskedByPerson, 'person'>): Busy {
  const midnight = instantAt(day, 0, asked.person.zone)
  const minute = (ms: number) => Math.floor((ms - midnight) / 60_000)
  const isMine = taken.organizerId === asked.person.personId || taken.bookedById === asked.person.personId
  return {
    bookingId: taken.bookingId,
    from: Math.max(0, minute(taken.startsAt)),
    to: Math.min(1440, Math.ceil((taken.endsAt - midnight) / 60_000)),
    until: Math.min(1440, Math.ceil((taken.freeAt - midnight) / 60_000)),
    isMine,
    who: taken.who,
    ...(isMine || isRoomKeeper(asked.person.duties) ? { purpose: taken.purpose } : {}),
  }
}
