import { makeCalendarLink } from '../../contract/booking-door'
import { keeper, refuse } from '../keeper'
import { newOrgToken } from '../org-token'
import { hashOf } from '../secrets'

export default keeper(makeCalendarLink, async ({ scope, roomId }, { db, orgId, person, now }) => {
  const room = scope === 'room' ? (roomId ?? null) : null
  if (scope === 'room') {
    const known = await db
      .selectFrom('room')
      .select('roomId')
      .where('orgId', '=', orgId)
      .where('roomId', '=', room)
      .executeTakeFirst()
    if (!known) return refuse('NO_SUCH_ROOM')
  }
  await db
    .deleteFrom('calendarLink')
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
    .where('roomId', 'is not distinct from', room)
    .execute()
  const token = newOrgToken(orgId)
  await db
    .insertInto('calendarLink')
    .values({ orgId, tokenHash: hashOf(token), personId: person.personId, roomId: room, createdAt: new Date(now) })
    .execute()
  return { path: `/ical/${token}.ics` }
})
