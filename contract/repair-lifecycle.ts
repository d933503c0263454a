import * as v from 'valibot'
import type { Duty } from './procedure'

export const ticketKinds = ['repair', 'cleaning', 'hazard', 'praise'] as const
export const ticketKind = v.picklist(ticketKinds)
export type TicketKind = v.InferOutput<typeof ticketKind>

export const ticketStatuses = [
  'new',
  'assigned',
  'accepted',
  'working',
  'hung',
  'done',
  'confirmed',
  'refused',
  'cancelled',
] as const
export const ticketStatus = v.picklist(ticketStatuses)
export type TicketStatus = v.InferOutput<typeof ticketStatus>

/** Closed is not yet fixed: how it was closed is said with it. */
export const closedKind = v.picklist(['fixed', 'temporary', 'notFixed'])
export type ClosedKind = v.InferOutput<typeof closedKind>

export const urgency = v.picklist(['normal', 'urgent'])
export type Urgency = v.InferOutput<typeof urgency>

/**
 * What somebody is to one ticket. `requester` reported it or had it reported; `assignee` has it; `technician`,
 * `dispatcher` and `manager` are duties. Nobody of these: a stranger.
 */
export type TicketRole = 'requester' | 'assignee' | 'technician' | 'dispatcher' | 'manager'

export const ticketActs = [
  'assign',
  'grab',
  'accept',
  'bounce',
  'transfer',
  'start',
  'hang',
  'resume',
  'finish',
  'confirm',
  'reopen',
  'refuse',
  'cancel',
] as const
export type TicketAct = (typeof ticketActs)[number]

/** What stands in the log when an act was done. */
export const eventOfAct = {
  assign: 'assigned',
  grab: 'grabbed',
  accept: 'accepted',
  bounce: 'bounced',
  transfer: 'transferred',
  start: 'started',
  hang: 'hung',
  resume: 'resumed',
  finish: 'finished',
  confirm: 'confirmed',
  reopen: 'reopened',
  refuse: 'refused',
  cancel: 'cancelled',
} as const satisfies Record<TicketAct, string>

/** What can stand in a ticket's log; besides the acts: what leaves the status as it is, and what time itself does. */
export const ticketEventKinds = [
  'reported',
  'imported',
  'edited',
  'classified',
  'joined',
  ...Object.values(eventOfAct),
  'planned',
  'merged',
  'unmerged',
  'absorbed',
  'released',
  'commented',
  'photographed',
  'costed',
  'rated',
  'visited',
  'warned',
  'escalated',
] as const
export const ticketEventKind = v.picklist(ticketEventKinds)
export type TicketEventKind = v.InferOutput<typeof ticketEventKind>

interface Transition {
  act: TicketAct
  from: readonly TicketStatus[]
  to: TicketStatus
  by: readonly TicketRole[]
}

const desk = ['dispatcher', 'manager'] as const

/** The lifecycle of a ticket: every act that changes a status, from where, to where, and by whom. Nothing else does. */
export const transitions: readonly Transition[] = [
  { act: 'assign', from: ['new', 'assigned'], to: 'assigned', by: desk },
  { act: 'grab', from: ['new'], to: 'accepted', by: ['technician'] },
  { act: 'accept', from: ['assigned'], to: 'accepted', by: ['assignee'] },
  { act: 'bounce', from: ['assigned'], to: 'new', by: ['assignee'] },
  { act: 'transfer', from: ['accepted', 'working', 'hung'], to: 'assigned', by: ['assignee', ...desk] },
  { act: 'start', from: ['accepted'], to: 'working', by: ['assignee'] },
  { act: 'hang', from: ['accepted', 'working'], to: 'hung', by: ['assignee', ...desk] },
  { act: 'resume', from: ['hung'], to: 'working', by: ['assignee', ...desk] },
  { act: 'finish', from: ['accepted', 'working'], to: 'done', by: ['assignee', ...desk] },
  // settled on the phone, or found settled
  { act: 'finish', from: ['new', 'assigned', 'hung'], to: 'done', by: desk },
  { act: 'confirm', from: ['done'], to: 'confirmed', by: ['requester', ...desk] },
  { act: 'reopen', from: ['done', 'confirmed', 'refused'], to: 'new', by: ['requester', ...desk] },
  { act: 'refuse', from: ['new', 'assigned'], to: 'refused', by: desk },
  { act: 'cancel', from: ['new'], to: 'cancelled', by: ['requester', ...desk] },
]

/** Statuses in which somebody still has to do something about the fault itself. */
export const openStatuses = ['new', 'assigned', 'accepted', 'working', 'hung'] as const satisfies TicketStatus[]

/** Whether the fault itself still waits for somebody. */
export function isOpen(status: TicketStatus): boolean {
  return openStatuses.some((open) => open === status)
}

/** What the table says of an act: the status it leads to, or why not. */
export function moveOf(
  act: TicketAct,
  from: TicketStatus,
  roles: readonly TicketRole[],
): { to: TicketStatus } | 'NOT_YOURS' | 'WRONG_STATUS' {
  const rows = transitions.filter((row) => row.act === act)
  const mine = rows.filter((row) => row.by.some((role) => roles.indexOf(role) >= 0))
  if (mine.length === 0) return 'NOT_YOURS'
  const row = mine.find((each) => each.from.indexOf(from) >= 0)
  if (row) return { to: row.to }
  // somebody else might do it now: then it is a matter of whom, not of when
  return rows.some((each) => each.from.indexOf(from) >= 0) ? 'NOT_YOURS' : 'WRONG_STATUS'
}

/** The acts somebody with these roles may do now. */
export function actsFor(status: TicketStatus, roles: readonly TicketRole[]): TicketAct[] {
  return ticketActs.filter((act) => typeof moveOf(act, status, roles) === 'object')
}

/** The roles somebody's duties give towards every ticket. */
export function rolesOfDuties(duties: ReadonlySet<Duty>): TicketRole[] {
  const roles: TicketRole[] = []
  for (const duty of ['technician', 'dispatcher', 'manager'] as const) if (duties.has(duty)) roles.push(duty)
  return roles
}

/** Whether somebody sits at the desk: sees every ticket and its photos. */
export function isDesk(duties: ReadonlySet<Duty>): boolean {
  return duties.has('dispatcher') || duties.has('manager')
}

/** At the second bounce of a cycle those who are named for response are told. */
export const bouncesThatEscalate = 2
