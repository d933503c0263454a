import type { TicketEventKind, TicketStatus } from '../../contract/repair-lifecycle'
import { addDays, dayOf } from '../../contract/zone'
import type { Deed } from './repair-story'
import type { DemoTechnician } from './repair-technicians'

/** What of a ticket's row is not reported and not computed from the log; epoch ms. */
export interface State {
  cycle: number
  startedAt: number
  status: TicketStatus
  assigneeId: string | null
  accountableId: string | null
  ownedAt: number | null
  bounces: number
  plannedFor: number | null
  hangReason: string
  promisedOn: string | null
  closedAt: number | null
  closedKind: string | null
  doerId: string | null
  finishedAt: number | null
  visitState: string | null
  visitAttempts: number
}

/** A cycle as it begins; whoever was accountable before stays so. */
export function begun(cycle: number, startedAt: number, before?: State): State {
  return {
    cycle,
    startedAt,
    status: 'new',
    assigneeId: null,
    accountableId: before?.accountableId ?? null,
    ownedAt: before?.ownedAt ?? null,
    bounces: 0,
    plannedFor: null,
    hangReason: '',
    promisedOn: null,
    closedAt: null,
    closedKind: null,
    doerId: null,
    finishedAt: null,
    visitState: null,
    visitAttempts: 0,
  }
}

/** Who has a part in one story. */
export interface Parts {
  requesterId: string
  deskId: string
  /** What it asks for; whoever has it not is only assigned by hand. */
  skill: string
  /** Those who can do it, the first of them first. */
  technicians: readonly DemoTechnician[]
}

export interface Moment {
  at: number
  zone: string
  parts: Parts
  /** Whose turn it is. */
  technician: DemoTechnician
  /** So many minutes after it, on the story's clock. */
  later: (minutes: number) => number
}

/** A line for the log and what it changes; `by` absent: time itself, or dispatch. */
export interface Effect {
  kind: TicketEventKind
  by?: string | null
  data?: Record<string, string | number | boolean>
  patch?: Partial<State>
}

const running = { hangReason: '', promisedOn: null }

/** What dispatch says of its choice. */
const whyOf = ({ startedAt }: State) => ({
  isAutomatic: true,
  hasSkill: true,
  isForBuilding: true,
  isOnShift: true,
  load: Math.floor(startedAt / 60_000) % 4,
})

/** What a deed comes to, as its keeper would write it. Reopening and visits are the caller's, for they take two steps. */
export function effectOf(deed: Deed, state: State, { at, zone, parts, technician, later }: Moment): Effect {
  const to = { toPersonId: technician.personId, toName: technician.name }
  const has = state.assigneeId
  const owned = (personId: string) => ({ accountableId: personId, ownedAt: state.ownedAt ?? at })
  switch (deed.act) {
    case 'assign': {
      const patch: Partial<State> = { status: 'assigned', assigneeId: to.toPersonId }
      const isByHand = deed.isByHand || !technician.skills.includes(parts.skill)
      if (!isByHand) return { kind: 'assigned', data: { ...to, ...whyOf(state) }, patch }
      return {
        kind: 'assigned',
        by: parts.deskId,
        data: to,
        patch: { ...owned(state.accountableId ?? parts.deskId), ...patch },
      }
    }
    case 'grab':
      return {
        kind: 'grabbed',
        by: to.toPersonId,
        patch: { status: 'accepted', assigneeId: to.toPersonId, ...owned(to.toPersonId) },
      }
    case 'accept':
      return { kind: 'accepted', by: has, patch: { status: 'accepted', ...owned(has ?? parts.deskId) } }
    case 'bounce': {
      const patch: Partial<State> = { status: 'new', assigneeId: null, bounces: state.bounces + 1 }
      return { kind: 'bounced', by: has, data: { reason: deed.reason }, patch }
    }
    case 'transfer': {
      const patch: Partial<State> = { status: 'assigned', assigneeId: to.toPersonId, ...running }
      return { kind: 'transferred', by: has, data: { ...to, reason: deed.reason }, patch }
    }
    case 'plan': {
      const plannedFor = later(deed.inMinutes)
      return {
        kind: 'planned',
        by: has,
        data: { plannedForMs: plannedFor, note: deed.note ?? '' },
        patch: { plannedFor },
      }
    }
    case 'start':
      return { kind: 'started', by: has, patch: { status: 'working' } }
    case 'hang': {
      const promisedOn = addDays(dayOf(at, zone), deed.inDays)
      const data = { reason: deed.reason, note: deed.note, promisedOn }
      return { kind: 'hung', by: has, data, patch: { status: 'hung', hangReason: deed.reason, promisedOn } }
    }
    case 'resume':
      return { kind: 'resumed', by: has, patch: { status: 'working', ...running } }
    case 'finish': {
      const { closedKind = 'fixed', note = '', costs = [] } = deed
      const costFen = costs.reduce((sum, { quantity, unitPriceFen }) => sum + Math.round(quantity * unitPriceFen), 0)
      const doerId = has ?? parts.deskId
      const patch: Partial<State> = {
        status: 'done',
        closedAt: at,
        closedKind,
        doerId,
        finishedAt: at,
        visitState: 'due',
      }
      return {
        kind: 'finished',
        by: doerId,
        data: { closedKind, note, ...(costFen > 0 ? { costFen } : {}) },
        patch: { ...patch, ...running },
      }
    }
    case 'confirm':
      return { kind: 'confirmed', by: parts.requesterId, patch: { status: 'confirmed', closedAt: at } }
    case 'refuse': {
      const patch: Partial<State> = { status: 'refused', closedAt: at, ...owned(state.accountableId ?? parts.deskId) }
      return { kind: 'refused', by: parts.deskId, data: { reason: deed.reason }, patch }
    }
    case 'cancel':
      return {
        kind: 'cancelled',
        by: parts.requesterId,
        data: { reason: deed.reason },
        patch: { status: 'cancelled', closedAt: at },
      }
    case 'reopen':
      return { kind: 'reopened', by: parts.requesterId, data: { reason: deed.reason } }
    case 'comment':
      return { kind: 'commented', by: deed.isByRequester ? parts.requesterId : has, data: { words: deed.words } }
    case 'rate':
      return { kind: 'rated', by: parts.requesterId, data: { stars: deed.stars } }
    case 'visit': {
      const visitAttempts = state.visitAttempts + 1
      const isOver = deed.outcome !== 'unreachable' || visitAttempts === 3
      const data = { outcome: deed.outcome, attempt: visitAttempts }
      const patch = { visitAttempts, ...(isOver ? { visitState: deed.outcome } : {}) }
      return { kind: 'visited', by: parts.deskId, data, patch }
    }
  }
}
