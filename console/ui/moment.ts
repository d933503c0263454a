import { formatInstant, parseInstant } from '../../contract/zone'

/** An instant from the wire as '2026-11-21 09:30' in the zone. */
export function showInstant(instant: string, zone: string): string {
  const ms = parseInstant(instant)
  return ms === undefined ? instant : formatInstant(ms, zone).slice(0, 16).replace('T', ' ')
}

/** Minutes since midnight as '09:30'; 1440 is '24:00'. */
export function showMinute(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
