import { addDays, type Day, dayOf, formatInstant, instantAt } from '../../contract/zone'

const zone = '+08:00'

/** The day so many days from now, in the demo's zone. */
export const dayIn = (days: number): Day => addDays(dayOf(Date.now(), zone), days)

/** A stretch of that day on the wire; `from` and `to` in minutes from midnight. */
export const spanOn = (day: Day, from: number, to: number) => ({
  startsAt: formatInstant(instantAt(day, from, zone), zone),
  endsAt: formatInstant(instantAt(day, to, zone), zone),
})
