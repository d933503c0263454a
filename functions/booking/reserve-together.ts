import { togetherBy } from '../together'

/** One judged wish, as the statement wants it. Instants are RFC 3339. */
export interface JudgedWish {
  asker: string
  key: string
  fingerprint: string
  asked_at: string
  /** The answer as JSON, kept under the key when the wish is granted. */
  answer: string
  booking: string
  room: string
  judged_revision: number
  starts_at: string
  ends_at: string
  free_at: string
  organizer: string
  purpose: string
  attendees: number
  layout: string | null
  tea: boolean
  equipment: readonly string[]
  note: string
  audit_detail: object
}

export type Outcome = 'reserved' | 'taken' | 'stale' | 'replayed'

/** Reserves by the one statement, together with the other wishes of the institution. Resolves only after the commit. */
export const reserveTogether = togetherBy<JudgedWish, Outcome>({
  name: 'reserve-rooms',
  text: 'SELECT "position", outcome FROM reserve_rooms($1, $2)',
  inOrder: (a, b) => (a.room < b.room ? -1 : a.room > b.room ? 1 : 0),
})
