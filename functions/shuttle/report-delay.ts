import { sql } from 'kysely'
import type { AskedOf } from '../../contract/procedure'
import { reportDelay } from '../../contract/shuttle-fleet'
import { formatDayLong } from '../../contract/zone'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { tellPeople } from '../tell'
import { formatLocal } from './service-clock'
import { type TripOnDay, tripOnDay } from './trip-on-day'

type Input = AskedOf<typeof reportDelay>

/** Of a trip without a headway, or of all starts of one with it. */
const whole = -1

/** Writes what is said of a trip, or of one start of it; whether that is something new. */
async function write({ db, orgId, now, person }: AskedByPerson, input: Input, start: number): Promise<boolean> {
  const { delayMinutes, isCancelled, note } = input
  // that a trip of which nobody said anything is on time is no news
  const isUsual = delayMinutes === 0 && !isCancelled && note === ''
  const { rows } = await sql`
    INSERT INTO trip_change AS c (org_id, day, trip_id, starts_at_seconds, delay_minutes, is_cancelled, note, by_id, at)
    SELECT ${orgId}::integer, ${input.day}::date, ${input.tripId}, ${start}::integer, ${delayMinutes}::integer,
      ${isCancelled}::boolean, ${note}, ${person.personId}::uuid, ${new Date(now)}::timestamptz
    WHERE NOT ${isUsual}::boolean OR EXISTS (SELECT FROM trip_change o WHERE o.org_id = ${orgId}
      AND o.day = ${input.day}::date AND o.trip_id = ${input.tripId} AND o.starts_at_seconds IN (${start}, ${whole}))
    ON CONFLICT (org_id, day, trip_id, starts_at_seconds) DO UPDATE SET delay_minutes = EXCLUDED.delay_minutes,
      is_cancelled = EXCLUDED.is_cancelled, note = EXCLUDED.note, by_id = EXCLUDED.by_id, at = EXCLUDED.at
    WHERE (c.delay_minutes, c.is_cancelled, c.note) <> (EXCLUDED.delay_minutes, EXCLUDED.is_cancelled, EXCLUDED.note)
    RETURNING c.trip_id`.execute(db)
  return rows.length > 0
}

function messageOf({ route, headsign, stops, timezone, day }: TripOnDay, { delayMinutes, isCancelled, note }: Input) {
  const clock = formatLocal(stops[0]?.departsAt ?? 0, timezone).slice(11, 16)
  const bus = `${formatDayLong(day)} ${clock} ${route.shortName || route.longName}（开往${headsign || (stops[stops.length - 1]?.name ?? '')}）`
  const why = note ? `原因：${note}。` : ''
  const path = '/features/shuttle/my-seats'
  if (isCancelled)
    return { title: '你预约的班车停开', body: `${bus}停开。${why}请改乘别的班次，这次不计入爽约。`, path }
  if (delayMinutes === 0) return { title: '你预约的班车恢复正点', body: `${bus}按原来的时刻发车。${why}`, path }
  return { title: `你预约的班车晚 ${delayMinutes} 分钟`, body: `${bus}预计晚 ${delayMinutes} 分钟到站。${why}`, path }
}

export default keeper(reportDelay, async (input, asked) => {
  const { db, orgId, now } = asked
  const { tripId, day, delayMinutes, isCancelled } = input
  const trip = await tripOnDay(asked, tripId, day)
  if (!trip) return refuse('NO_SUCH_TRIP')
  if (!trip.runs) return refuse('DOES_NOT_RUN')
  const start = trip.hasHeadway ? (input.startsAtSeconds ?? whole) : whole
  if (!(await write(asked, input, start))) return { tripId, day, delayMinutes, isCancelled, told: 0 }
  const { rows } = await sql<{ personId: string }>`
    SELECT DISTINCT s.person_id AS "personId" FROM seat_reservation s
    JOIN shuttle_run r ON r.org_id = s.org_id AND r.run_id = s.run_id
    WHERE r.org_id = ${orgId} AND r.day = ${day}::date AND r.trip_id = ${tripId}
      AND s.status IN ('reserved', 'offered', 'waiting', 'boarded')`.execute(db)
  const personIds = rows.map(({ personId }) => personId)
  await tellPeople(db, { orgId, personIds, now }, messageOf(trip, input))
  return { tripId, day, delayMinutes, isCancelled, told: personIds.length }
})
