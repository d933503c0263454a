import * as v from 'valibot'
import { day, file, id, instant, optionalText, pageOf, paging, text } from './fields'
import { procedure } from './procedure'
import { ticketBrief } from './repair'
import { ticketKind, ticketStatus, urgency } from './repair-lifecycle'
import { moveRefusals } from './repair-requester'

const desk = ['dispatcher', 'manager'] as const

/** What the board and the table are narrowed to. */
export const ticketFilter = v.object({
  kind: v.optional(ticketKind),
  statuses: v.optional(v.pipe(v.array(ticketStatus), v.maxLength(9)), []),
  urgency: v.optional(urgency),
  /** A category or all below it. */
  categoryId: v.optional(id),
  buildingId: v.optional(id),
  assigneeId: v.optional(id),
  isOverdue: v.optional(v.boolean()),
  /** Number, words, place, asset or requester's name. */
  query: optionalText(40, '搜索内容'),
  /** Reported on these days, both included. */
  from: v.optional(day),
  until: v.optional(day),
})
export type TicketFilter = v.InferInput<typeof ticketFilter>

/** The columns of the board, in order. */
export const boardStatuses = ['new', 'assigned', 'accepted', 'working', 'hung', 'done'] as const
/** Counts go so far; beyond it says 1000+. */
export const mostCounted = 1000

export const getBoard = procedure('repair.getBoard', {
  summary: 'The board: for each column how many there are (counted to 1000) and the first 20 by deadline.',
  input: v.object({ filter: v.optional(ticketFilter, {}) }),
  output: v.object({
    now: instant,
    columns: v.array(v.object({ status: ticketStatus, count: v.number(), items: v.array(ticketBrief) })),
    overdue: v.number(),
    visitsDue: v.number(),
  }),
  refusals: [],
  may: desk,
})

export const listTickets = procedure('repair.listTickets', {
  summary: 'Tickets as a table, by deadline or newest first.',
  input: v.object({
    filter: v.optional(ticketFilter, {}),
    sort: v.optional(v.picklist(['due', 'newest']), 'due'),
    ...paging,
  }),
  output: v.object({ ...pageOf(ticketBrief).entries, now: instant }),
  refusals: [],
  may: desk,
})

export const exportTickets = procedure('repair.exportTickets', {
  summary: 'The tickets of the table as an Excel workbook, at most 20,000.',
  input: v.object({ filter: v.optional(ticketFilter, {}) }),
  output: file,
  refusals: ['NEEDS_CONSOLE'],
  may: desk,
  readsPersonalData: true,
})

export const boardView = v.object({ viewId: id, name: v.string(), filter: ticketFilter })
export type BoardView = v.InferOutput<typeof boardView>

export const listViews = procedure('repair.listViews', {
  summary: 'My saved views of the board.',
  input: v.object({}),
  output: v.object({ views: v.array(boardView) }),
  refusals: [],
  may: desk,
})

export const saveView = procedure('repair.saveView', {
  summary: 'Keep a filter under a name; the same name again replaces it.',
  input: v.object({ name: text(20, '名称'), filter: ticketFilter }),
  output: boardView,
  refusals: ['TOO_MANY_VIEWS'],
  may: desk,
  writes: true,
})

export const removeView = procedure('repair.removeView', {
  summary: 'Forget a saved view.',
  input: v.object({ viewId: id }),
  output: v.object({ viewId: id }),
  refusals: ['NO_SUCH_VIEW'],
  may: desk,
  writes: true,
})

export const mergeTicket = procedure('repair.mergeTicket', {
  summary: 'The same fault reported twice: follow another open ticket instead. Reversible; its reporters are told.',
  input: v.object({ ticketId: id, intoTicketId: id }),
  output: v.object({ ticketId: id, intoTicketId: id, priority: v.number() }),
  refusals: ['NO_SUCH_TICKET', 'TICKET_CLOSED', 'MERGED', 'SAME_TICKET'],
  may: desk,
  writes: true,
})

export const unmergeTicket = procedure('repair.unmergeTicket', {
  summary: 'Undo a merge: the ticket goes on by itself; the time in between does not count.',
  input: v.object({ ticketId: id }),
  output: v.object({ ticketId: id, status: ticketStatus }),
  refusals: ['NO_SUCH_TICKET', 'NOT_MERGED'],
  may: desk,
  writes: true,
})

export const visit = v.object({
  ...ticketBrief.entries,
  requester: v.string(),
  phone: v.string(),
  cycle: v.number(),
  resolvedAt: instant,
  doer: v.string(),
  visitDueAt: instant,
  attempts: v.array(v.object({ at: instant, by: v.string(), outcome: v.string(), words: v.string() })),
  /** I did the work, so somebody else has to ask. */
  isMyOwnWork: v.boolean(),
})
export type Visit = v.InferOutput<typeof visit>

export const listVisits = procedure('repair.listVisits', {
  summary: 'Return visits (回访) that are still due, those with the least time left first.',
  input: v.object(paging),
  /** `total` is counted to 1000. */
  output: v.object({ ...pageOf(visit).entries, now: instant, total: v.number() }),
  refusals: [],
  may: desk,
  readsPersonalData: true,
})

export const recordVisit = procedure('repair.recordVisit', {
  summary:
    'What a return visit came to: satisfied confirms the ticket, unsatisfied reopens it, unreachable three times ends.',
  input: v.object({
    ticketId: id,
    outcome: v.picklist(['satisfied', 'unsatisfied', 'unreachable']),
    /** Required when unsatisfied. */
    words: optionalText(300, '回访记录'),
  }),
  output: v.object({ ticketId: id, status: ticketStatus, attempts: v.number() }),
  refusals: [...moveRefusals, 'NO_VISIT_DUE', 'DID_IT_YOURSELF', 'NEEDS_REASON'],
  may: desk,
  writes: true,
})
