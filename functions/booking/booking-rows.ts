import { sql } from 'kysely'
import type { Booking } from '../../contract/booking'
import { formatInstant } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { placeOf } from './room-directory'
import { storedRules } from './stored-rules'

/** The name of a person's department: looked up by itself, because planning a join of seven tables takes longer than running it. */
const departmentOf = (person: 'o' | 'm') =>
  sql<string>`(SELECT d.name FROM department d WHERE d.org_id = ${sql.ref(`${person}.orgId`)}
    AND d.department_id = ${sql.ref(`${person}.departmentId`)})`

/** Bookings with the people in them, ready to be filtered. */
export function bookingRows(db: Db) {
  return db
    .selectFrom('booking as b')
    .innerJoin('person as o', (on) => on.onRef('o.orgId', '=', 'b.orgId').onRef('o.personId', '=', 'b.organizerId'))
    .innerJoin('person as m', (on) => on.onRef('m.orgId', '=', 'b.orgId').onRef('m.personId', '=', 'b.bookedById'))
    .innerJoin('room as r', (on) => on.onRef('r.orgId', '=', 'b.orgId').onRef('r.roomId', '=', 'b.roomId'))
    .innerJoin('building as g', (on) => on.onRef('g.orgId', '=', 'r.orgId').onRef('g.buildingId', '=', 'r.buildingId'))
    .select(['b.bookingId', 'b.roomId', 'b.startsAt', 'b.endsAt', 'b.purpose', 'b.attendeeCount', 'b.layout', 'b.tea'])
    .select(['b.equipment', 'b.note', 'b.status', 'b.checkedInAt', 'b.createdAt', 'b.organizerId', 'b.bookedById'])
    .select(['o.name as organizerName', 'o.staffNumber as organizerNumber'])
    .select(['m.name as makerName', 'm.staffNumber as makerNumber'])
    .select([departmentOf('o').as('organizerDepartment'), departmentOf('m').as('makerDepartment')])
    .select(['r.name as roomName', 'r.floor', 'g.name as building', 'r.rules'])
}

export type BookingRow = Awaited<ReturnType<ReturnType<typeof bookingRows>['executeTakeFirstOrThrow']>>

/** A row as the contract shows it, times in the institution's zone. */
export function bookingOf(row: BookingRow, zone: string): Booking {
  const { cancelUntilMinutes } = storedRules(row)
  return {
    bookingId: row.bookingId,
    roomId: row.roomId,
    roomName: row.roomName,
    place: placeOf(row),
    startsAt: formatInstant(row.startsAt.getTime(), zone),
    endsAt: formatInstant(row.endsAt.getTime(), zone),
    purpose: row.purpose,
    attendeeCount: row.attendeeCount,
    ...(row.layout ? { layout: row.layout as Booking['layout'] } : {}),
    tea: row.tea,
    equipment: row.equipment as Booking['equipment'],
    note: row.note,
    organizer: {
      personId: row.organizerId,
      name: row.organizerName,
      staffNumber: row.organizerNumber,
      department: row.organizerDepartment,
    },
    bookedBy: {
      personId: row.bookedById,
      name: row.makerName,
      staffNumber: row.makerNumber,
      department: row.makerDepartment,
    },
    status: row.status as Booking['status'],
    ...(row.checkedInAt ? { checkedInAt: formatInstant(row.checkedInAt.getTime(), zone) } : {}),
    cancelUntil: formatInstant(row.startsAt.getTime() - cancelUntilMinutes * 60_000, zone),
    createdAt: formatInstant(row.createdAt.getTime(), zone),
  }
}

/** One booking of the institution by its id. */
export async function findBooking(
  asked: Pick<AskedByPerson, 'db' | 'orgId'>,
  bookingId: string,
): Promise<BookingRow | undefined> {
  return bookingRows(asked.db)
    .where('b.orgId', '=', asked.orgId)
    .where('b.bookingId', '=', bookingId)
    .executeTakeFirst()
}

/** Whether the booking is the person's own: organized or made by them. */
export function isOwn(row: Pick<BookingRow, 'organizerId' | 'bookedById'>, personId: string): boolean {
  return row.organizerId === personId || row.bookedById === personId
}
