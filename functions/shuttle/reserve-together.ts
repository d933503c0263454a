import type { MySeat } from '../../contract/shuttle-ride'
import type { Message } from '../tell'
import { togetherBy } from '../together'

/** One wish for a place as the statement wants it (see the type seat_wish). Instants are RFC 3339. */
export interface SeatWish {
  asker: string
  key: string
  fingerprint: string
  asked_at: string
  reservation: string
  run: string
  person: string
  guest: string
  kind: 'seat' | 'wheelchair'
  from_position: number
  to_position: number
  boards_at: string
  day: string
  or_wait: boolean
  season: string | null
  most_per_day: number
  most_ahead: number
  /** `SeatFacts.rulesRevision`; null: whatever the rules are by then. */
  judged_by: string | null
  /** The answer when the place is reserved. */
  body: MySeat
  procedure: string
  audit_detail: object
  notice: Message | null
}

/** The answer as JSON, a refusal too; `replayed` when the key was used before, `outdated` when the rules are others now. */
export type SeatOutcome = 'replayed' | 'outdated' | `{${string}`

/** Reserves by the one statement, together with others of the institution. Resolves only after the commit. */
export const reserveTogether = togetherBy<SeatWish, SeatOutcome>({
  name: 'reserve-seats',
  text: 'SELECT "position", outcome FROM reserve_seats($1, $2)',
})
