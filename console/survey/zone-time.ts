import dayjs, { type Dayjs } from 'dayjs'
import { formatInstant, parseInstant } from '../../contract/zone'

/** An instant as the wall clock of the institution shows it, for a picker: it knows no zones. */
export function wallOf(instant: string | undefined, zone: string): Dayjs | null {
  const ms = instant === undefined ? undefined : parseInstant(instant)
  return ms === undefined ? null : dayjs(formatInstant(ms, zone).slice(0, 19))
}

/** The instant of a picker's wall clock in the institution's zone. */
export const instantOf = (wall: Dayjs | null, zone: string): string | undefined =>
  wall ? `${wall.format('YYYY-MM-DDTHH:mm')}:00${zone}` : undefined
