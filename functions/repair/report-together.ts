import { togetherBy } from '../together'

/** One judged report, as the statement wants it (see the type report_wish). Instants are RFC 3339. */
export interface JudgedReport {
  asker: string
  key: string
  fingerprint: string
  asked_at: string
  /** The answer as JSON, kept under the key when it is written. */
  answer: string
  judged_revision: number
  ticket: string
  number: string
  kind: string
  category: string
  place: string | null
  place_note: string
  asset: string | null
  urgency: string
  words: string
  answers: readonly object[]
  wanted_from: string | null
  wanted_until: string | null
  phone: string
  channel: string
  requester: string
  /** Accountable from the first moment: whoever took it in at the desk. */
  owner: string | null
  response_due_at: string | null
  plan_due_at: string | null
  resolve_due_at: string | null
  is_provisional: boolean
  due_at: string
  steps: readonly object[]
  event_data: object
  audit_detail: object
}

export type ReportOutcome = 'reported' | 'stale' | 'noPlace' | 'noAsset' | 'replayed'

/** Writes a report by the one statement, together with others of the institution. Resolves only after the commit. */
export const reportTogether = togetherBy<JudgedReport, ReportOutcome>({
  name: 'report-tickets',
  text: 'SELECT "position", outcome FROM report_tickets($1, $2)',
})
