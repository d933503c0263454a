import type { Channel, CostLine } from '../../contract/repair'
import type { ClosedKind, Urgency } from '../../contract/repair-lifecycle'

/** One thing that is done to a ticket, so many minutes after the one before. */
export type Deed = { after: number } & (
  | { act: 'assign'; isByHand?: boolean }
  | { act: 'grab' | 'accept' | 'start' | 'resume' | 'confirm' }
  | { act: 'bounce' | 'transfer' | 'refuse' | 'cancel' | 'reopen'; reason: string }
  | { act: 'plan'; inMinutes: number; note?: string }
  | { act: 'hang'; reason: string; note: string; inDays: number }
  | { act: 'finish'; closedKind?: ClosedKind; note?: string; costs?: readonly CostLine[] }
  | { act: 'comment'; words: string; isByRequester?: boolean }
  | { act: 'rate'; stars: number; reasons?: readonly string[]; words?: string }
  | { act: 'visit'; outcome: 'satisfied' | 'unsatisfied' | 'unreachable'; words?: string }
)

/** A ticket of the demo: what was reported and what became of it. Minutes are service hours, on the wall clock when urgent. */
export interface Story {
  /** 空调/不制冷、不制热 */
  what: string
  building: string
  /** 3层 走廊 */
  place: string
  isOfAsset?: boolean
  words: string
  answers?: readonly (readonly [question: string, answer: string])[]
  urgency?: Urgency
  channel?: Channel
  /** Number of a persona, from 0; otherwise anybody. */
  by?: number
  /** How many others have met the same. */
  others?: number
  minutesAgo: number
  deeds: readonly Deed[]
  /** Merged into the story that follows, at the end. */
  isSameAsNext?: boolean
}

export const assign = (after: number): Deed => ({ act: 'assign', after })
export const accept = (after: number): Deed => ({ act: 'accept', after })
export const grab = (after: number): Deed => ({ act: 'grab', after })
export const start = (after: number): Deed => ({ act: 'start', after })
export const plan = (after: number, inMinutes: number, note = ''): Deed => ({ act: 'plan', after, inMinutes, note })
export const finish = (after: number, note = '', costs: readonly CostLine[] = []): Deed => ({
  act: 'finish',
  after,
  note,
  costs,
})
