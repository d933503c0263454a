import * as v from 'valibot'
import { booking } from '../../contract/booking'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'

const { startsAt, endsAt } = booking.entries
const meeting = v.object({ startsAt, endsAt, organizer: v.optional(v.string(), '') })
const clashes = v.object({ pairs: v.array(v.tuple([meeting, meeting])) })

/** The pairs of meetings that a longer turnover would make clash; nothing when the answer names none. */
export function ClashList({ detail }: { detail?: Record<string, unknown> }) {
  const zone = useZone()
  const read = v.safeParse(clashes, detail)
  if (!read.success) return null
  const show = ({ startsAt, endsAt, organizer }: v.InferOutput<typeof meeting>) =>
    `${showInstant(startsAt, zone)}–${showInstant(endsAt, zone).slice(11)} ${organizer}`.trim()
  return (
    <ul>
      {read.output.pairs.map(([earlier, later]) => (
        <li key={earlier.startsAt + later.startsAt}>
          {show(earlier)}，与 {show(later)}
        </li>
      ))}
    </ul>
  )
}
