import { sql } from 'kysely'
import { getNextRide } from '../../contract/shuttle-ride'
import { keeper } from '../keeper'
import { readMySeats } from './my-seat-rows'
import { formatLocal } from './service-clock'

/** A late bus is still one's next one for so long after its time. */
const behindMinutes = 90
const aheadMinutes = 24 * 60

export default keeper(getNextRide, async (_input, asked) => {
  const { now, person } = asked
  const around = (minutes: number) => new Date(now + minutes * 60_000)
  const found = await readMySeats(
    asked,
    sql`s.person_id = ${person.personId}::uuid AND s.guest_name = '' AND s.status IN ('reserved', 'offered')
      AND s.boards_at BETWEEN ${around(-behindMinutes)} AND ${around(aheadMinutes)}`,
    sql`s.boards_at LIMIT 5`,
  )
  const next = found.find(({ seat, departsAt }) => seat.isBoardable || (departsAt > now && !seat.isTripCancelled))
  return { now: formatLocal(now, next?.timezone ?? 'UTC'), ...(next ? { seat: next.seat } : {}) }
})
