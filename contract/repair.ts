import * as v from 'valibot'
import { day, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { procedure } from './procedure'
import { clockWords, limit } from './repair-clocks'
import { closedKind, ticketActs, ticketEventKind, ticketKind, ticketStatus, urgency } from './repair-lifecycle'

export const channel = v.picklist(['app', 'door', 'hotline', 'wecom', 'paper', 'import'])
export type Channel = v.InferOutput<typeof channel>

/** At most so many photos at each stage of a ticket. */
export const mostPhotos = 6

/** A ticket as lists show it. */
export const ticketBrief = v.object({
  ticketId: id,
  number: v.string(),
  kind: ticketKind,
  categoryId: id,
  /** 空调 · 不制冷 */
  category: v.string(),
  placeId: v.optional(id),
  /** 综合楼 3层 会议室301, or what was written instead. */
  place: v.string(),
  asset: v.string(),
  urgency,
  /** Distinct people who have met it. */
  priority: v.number(),
  status: ticketStatus,
  assigneeId: v.optional(id),
  assignee: v.string(),
  createdAt: instant,
  /** The next deadline of a clock that runs, and which. */
  dueAt: v.optional(instant),
  dueClock: v.optional(v.picklist([...clockWords, 'visit'])),
  isOverdue: v.boolean(),
  promisedOn: v.optional(day),
  /** Merged into this one. */
  mergedIntoId: v.optional(id),
})
export type TicketBrief = v.InferOutput<typeof ticketBrief>

const answers = v.pipe(
  v.array(v.object({ question: text(60, '问题'), answer: text(60, '回答') })),
  v.maxLength(10, '最多 10 个回答'),
)

export const reportTicket = procedure('repair.reportTicket', {
  summary: 'Report a fault, a cleaning need, a hazard or praise. The desk may do so on behalf of somebody.',
  input: v.object({
    categoryId: id,
    placeId: v.optional(id),
    /** Where exactly, or where at all when the place is in no list. */
    placeNote: optionalText(60, '地点说明'),
    assetId: v.optional(id),
    urgency: v.optional(urgency, 'normal'),
    words: optionalText(500, '描述'),
    answers: v.optional(answers, []),
    /** When somebody may come. */
    wantedFrom: v.optional(instant),
    wantedUntil: v.optional(instant),
    phone: optionalText(30, '联系电话'),
    /** A history comes in by importHistory alone: its tickets have no clocks and are no work of anybody's here. */
    channel: v.optional(
      v.pipe(
        channel,
        v.check((c) => c !== 'import', '不是允许的取值'),
      ),
      'app',
    ),
    requesterId: v.optional(id),
  }),
  output: v.object({
    ticketId: id,
    number: v.string(),
    status: ticketStatus,
    createdAt: instant,
    responseDueAt: v.optional(instant),
    resolveDueAt: v.optional(instant),
  }),
  refusals: [
    'NO_SUCH_CATEGORY',
    'NO_SUCH_PLACE',
    'NO_SUCH_ASSET',
    'NO_SUCH_PERSON',
    'NOT_FOR_OTHERS',
    'NEEDS_PLACE',
    'NEEDS_WORDS',
    'ENDS_BEFORE_START',
  ],
  may: 'staff',
  writes: true,
})

export const solveBySelf = procedure('repair.solveBySelf', {
  summary: 'Say that the self-help card was enough; it is counted.',
  input: v.object({ categoryId: id }),
  output: v.object({ solved: v.number() }),
  refusals: ['NO_SUCH_CATEGORY'],
  may: 'staff',
  writes: true,
})

export const joinTicket = procedure('repair.joinTicket', {
  summary: 'Follow an open ticket one has met too (我也遇到了); its priority is the number of distinct people.',
  input: v.object({ ticketId: id }),
  output: v.object({ ticketId: id, priority: v.number() }),
  refusals: ['NO_SUCH_TICKET', 'TICKET_CLOSED'],
  may: 'staff',
  writes: true,
})

/** One of my tickets: reported by me or for me, or joined. */
export const myTicket = v.object({
  ...ticketBrief.entries,
  /** I only follow it. */
  isJoined: v.boolean(),
  /** It is done, and I have not yet said whether it is settled. */
  wantsMe: v.boolean(),
})
export type MyTicket = v.InferOutput<typeof myTicket>

export const listMyTickets = procedure('repair.listMyTickets', {
  summary: 'What I reported, had reported or joined, newest first; open ones include those done and not yet confirmed.',
  input: v.object({ isOpen: v.optional(v.boolean()), ...paging }),
  output: v.object({ ...pageOf(myTicket).entries, now: instant }),
  refusals: [],
  may: 'staff',
})

/** One clock as people look at it, with where its minutes went. */
export const clockView = v.object({
  clock: v.picklist([...clockWords, 'visit']),
  limit: v.optional(limit),
  startsAt: instant,
  dueAt: instant,
  warnAt: instant,
  stoppedAt: v.optional(instant),
  isPaused: v.boolean(),
  isOverdue: v.boolean(),
  /** The deadline lies in a year whose holidays are not published. */
  isProvisional: v.boolean(),
  explanation: v.object({
    counted: v.number(),
    lunch: v.number(),
    closed: v.number(),
    holiday: v.number(),
    paused: v.number(),
    wall: v.number(),
  }),
})
export type ClockView = v.InferOutput<typeof clockView>

/** A line of the timeline. `detail` has what belongs to its kind: reason, note, toName, promisedOn, stars, clock … */
export const timelineEntry = v.object({
  eventNumber: v.number(),
  cycle: v.number(),
  at: instant,
  kind: ticketEventKind,
  by: v.string(),
  detail: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
})
export type TimelineEntry = v.InferOutput<typeof timelineEntry>

export const costKind = v.picklist(['labour', 'part', 'vendor'])
export const costLine = v.object({
  kind: costKind,
  name: text(60, '名称'),
  /** Hundredths at the finest. */
  quantity: v.pipe(
    v.number(),
    v.minValue(0.01, '数量须大于 0'),
    v.maxValue(100_000, '数量太大'),
    // rounded here it would come to something else than rounded in the database
    v.check((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-6, '数量最多两位小数'),
  ),
  /** In fen (分), so that sums are exact. */
  unitPriceFen: whole(0, 1_000_000_000),
})
export type CostLine = v.InferOutput<typeof costLine>

/** What a line comes to in fen. Quantities are counted in hundredths: in floating point 1.13 × 50 is less than 56.5. */
export const fenOf = ({ quantity, unitPriceFen }: Pick<CostLine, 'quantity' | 'unitPriceFen'>): number =>
  Math.round((Math.round(quantity * 100) * unitPriceFen) / 100)

export const ticketPhoto = v.object({ photoId: id, stage: v.picklist(['report', 'finish']), cycle: v.number() })

/** One ticket as whoever asks may see it; what is not theirs to see is empty. */
export const ticket = v.object({
  ...ticketBrief.entries,
  /** What the asker is to it. */
  roles: v.array(v.picklist(['requester', 'follower', 'assignee', 'technician', 'dispatcher', 'manager'])),
  /** What the asker may do now. */
  acts: v.array(v.picklist(ticketActs)),
  mayEdit: v.boolean(),
  mayAddPhotos: v.boolean(),
  placeNote: v.string(),
  words: v.string(),
  answers,
  wantedFrom: v.optional(instant),
  wantedUntil: v.optional(instant),
  /** Whole for whoever handles it while it is open, otherwise masked or empty. */
  phone: v.string(),
  channel,
  requester: v.string(),
  requesterDepartment: v.string(),
  reportedBy: v.string(),
  accountable: v.string(),
  /** Minutes in which nobody was accountable. */
  ownerlessMinutes: v.number(),
  bounces: v.number(),
  cycle: v.number(),
  now: instant,
  clocks: v.array(clockView),
  plannedFor: v.optional(instant),
  hangReason: v.string(),
  closedKind: v.optional(closedKind),
  photos: v.array(ticketPhoto),
  costs: v.array(v.object({ ...costLine.entries, cycle: v.number() })),
  rating: v.optional(v.object({ stars: v.number(), reasons: v.array(v.string()), words: v.string() })),
  mayRate: v.boolean(),
  visitState: v.optional(v.picklist(['due', 'satisfied', 'unsatisfied', 'unreachable'])),
  /** Tickets merged into this one. */
  absorbed: v.array(v.object({ ticketId: id, number: v.string() })),
  mergedIntoNumber: v.string(),
  timeline: v.array(timelineEntry),
})
export type Ticket = v.InferOutput<typeof ticket>

export const getTicket = procedure('repair.getTicket', {
  summary: 'One ticket with its timeline and clocks, as far as the asker has to do with it.',
  input: v.object({ ticketId: id }),
  output: ticket,
  refusals: ['NO_SUCH_TICKET'],
  may: 'staff',
})
