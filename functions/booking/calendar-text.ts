import { isRoomKeeper } from '../../contract/booking-rules'
import type { Duty } from '../../contract/procedure'
import type { Cloud } from '../cloud'
import { orgOfToken } from '../org-token'
import { hashOf } from '../secrets'
import { type BookingRow, bookingRows, isOwn } from './booking-rows'
import { placeOf } from './room-directory'

const dayMs = 24 * 3_600_000

/** Text values as RFC 5545 section 3.3.11 writes them. */
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** UTC in the form of RFC 5545 section 3.3.5: 20261123T010000Z. */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** Lines of at most 75 bytes (RFC 5545 section 3.1), never cut within a character. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

function eventOf(row: BookingRow, mayKnow: boolean): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${row.bookingId}@guanjia`,
    `DTSTAMP:${utc(row.createdAt)}`,
    `DTSTART:${utc(row.startsAt)}`,
    `DTEND:${utc(row.endsAt)}`,
    `SUMMARY:${escaped(mayKnow ? row.purpose : `已预订 · ${row.organizerName}`)}`,
    `LOCATION:${escaped(`${placeOf(row)} ${row.roomName}`)}`,
    `STATUS:${row.status === 'confirmed' ? 'CONFIRMED' : 'CANCELLED'}`,
    'END:VEVENT',
  ]
}

/** The calendar (RFC 5545) of a private address, from 30 days back to a year ahead; undefined when it was revoked. */
export async function calendarText(cloud: Pick<Cloud, 'db' | 'clock'>, token: string): Promise<string | undefined> {
  const orgId = orgOfToken(token)
  if (orgId === undefined) return undefined
  const link = await cloud.db
    .selectFrom('calendarLink as l')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'l.orgId').onRef('p.personId', '=', 'l.personId'))
    .leftJoin('room as r', (on) => on.onRef('r.orgId', '=', 'l.orgId').onRef('r.roomId', '=', 'l.roomId'))
    .select(['l.personId', 'l.roomId', 'p.name', 'p.duties', 'r.name as roomName'])
    .where('l.orgId', '=', orgId)
    .where('l.tokenHash', '=', hashOf(token))
    .where('p.status', '<>', 'left')
    .executeTakeFirst()
  if (!link) return undefined
  const now = cloud.clock()
  const rows = await bookingRows(cloud.db)
    .where('b.orgId', '=', orgId)
    .where('b.startsAt', '>', new Date(now - 30 * dayMs))
    .where('b.startsAt', '<', new Date(now + 365 * dayMs))
    .$if(link.roomId !== null, (q) => q.where('b.roomId', '=', link.roomId ?? '').where('b.status', '=', 'confirmed'))
    .$if(link.roomId === null, (q) =>
      q.where((is) => is.or([is('b.organizerId', '=', link.personId), is('b.bookedById', '=', link.personId)])),
    )
    .orderBy('b.startsAt')
    .limit(5000)
    .execute()
  const knowsAll = isRoomKeeper(new Set(link.duties as Duty[]))
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Guanjia//Booking//ZH',
    `X-WR-CALNAME:${escaped(link.roomName ?? `${link.name}的会议`)}`,
    ...rows.flatMap((row) => eventOf(row, knowsAll || isOwn(row, link.personId))),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
}
