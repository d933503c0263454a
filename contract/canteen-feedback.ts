import * as v from 'valibot'
import { dishScore } from './canteen'
import { moderation, ratingChip, ratingMessage } from './canteen-ratings'
import { dishServing } from './canteen-words'
import { day, file, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { week } from './opening-hours'
import { procedure } from './procedure'

const kitchen = ['kitchen', 'manager'] as const
const managers = ['manager', 'admin'] as const

/** `waiting` for the kitchen’s answer, `overdue` beyond its two hours, `answered`, or `silent`: nothing to answer. */
export const feedbackState = v.picklist(['waiting', 'overdue', 'answered', 'silent'])

/**
 * A rating as the kitchen sees it: without the person, whoever looks. When it was rated, when it is due and when the diner
 * wrote are told to the quarter of an hour before, so that the log of who asked what when does not tell whose it is.
 */
export const feedback = v.object({
  ratingId: id,
  ...dishServing.entries,
  dishId: id,
  dish: v.string(),
  stars: v.number(),
  chips: v.array(ratingChip),
  words: v.string(),
  photoIds: v.array(id),
  ratedAt: instant,
  moderation,
  /** Of what is to be moderated: whoever decides says which they looked at. */
  revision: v.number(),
  state: feedbackState,
  /** One or two stars, the chip 卫生 with less than five, or a word of hygiene: the duty manager was told at once. */
  isUrgent: v.boolean(),
  ownerId: v.optional(id),
  owner: v.string(),
  dueAt: v.optional(instant),
  answeredAt: v.optional(instant),
  isEscalated: v.boolean(),
  actionId: v.optional(id),
  thread: v.array(ratingMessage),
})
export type Feedback = v.InferOutput<typeof feedback>

export const listFeedback = procedure('canteen.listFeedback', {
  summary: 'Ratings to answer, the most pressing first, or all of them newest first; never with a name.',
  input: v.object({
    canteenId: v.optional(id),
    state: v.optional(v.picklist(['open', 'overdue', 'answered', 'unmoderated', 'all']), 'open'),
    isMine: v.optional(v.boolean(), false),
    ...paging,
  }),
  output: v.object({
    ...pageOf(feedback).entries,
    now: instant,
    counts: v.object({ open: v.number(), overdue: v.number(), unmoderated: v.number() }),
  }),
  refusals: [],
  may: kitchen,
})

export const assignFeedback = procedure('canteen.assignFeedback', {
  summary: 'Give a comment to somebody of the kitchen to answer; the clock runs on.',
  input: v.object({ ratingId: id, ownerId: id }),
  output: feedback,
  refusals: ['NO_SUCH_RATING', 'NO_SUCH_PERSON'],
  may: kitchen,
  writes: true,
})

export const moderateRating = procedure('canteen.moderateRating', {
  summary: 'Let others see a comment, or not: decided by the office, not by the kitchen it is about.',
  input: v.object({ ratingId: id, revision: whole(0, 1_000_000_000), verdict: v.picklist(['passed', 'risky']) }),
  output: v.object({ ratingId: id, moderation }),
  /** NOTHING_TO_MODERATE also when it has changed since: nobody passes what they have not seen. */
  refusals: ['NO_SUCH_RATING', 'NOTHING_TO_MODERATE'],
  may: managers,
  writes: true,
})

export const actionStatus = v.picklist(['open', 'doing', 'done', 'verified'])
export type ActionStatus = v.InferOutput<typeof actionStatus>

/** A corrective action (整改): who does what by when, and whether it was seen to be done. */
export const correctiveAction = v.object({
  actionId: id,
  canteenId: id,
  canteen: v.string(),
  title: v.string(),
  detail: v.string(),
  dishId: v.optional(id),
  dish: v.string(),
  ratingId: v.optional(id),
  ownerId: id,
  owner: v.string(),
  dueOn: day,
  isOverdue: v.boolean(),
  status: actionStatus,
  outcome: v.string(),
  createdAt: instant,
  doneAt: v.optional(instant),
  verifiedAt: v.optional(instant),
  verifiedBy: v.string(),
})
export type CorrectiveAction = v.InferOutput<typeof correctiveAction>

export const listActions = procedure('canteen.listActions', {
  summary: 'The board of corrective actions, by due day.',
  input: v.object({ canteenId: v.optional(id), status: v.optional(actionStatus), ...paging }),
  output: v.object({ ...pageOf(correctiveAction).entries, today: day }),
  refusals: [],
  may: kitchen,
})

export const saveAction = procedure('canteen.saveAction', {
  summary: 'Add a corrective action, from a comment or without one, or change what, who and by when.',
  input: v.object({
    actionId: v.optional(id),
    canteenId: id,
    title: text(60, '标题'),
    detail: optionalText(500, '说明'),
    dishId: v.optional(id),
    ratingId: v.optional(id),
    ownerId: id,
    dueOn: day,
  }),
  output: correctiveAction,
  refusals: ['NO_SUCH_ACTION', 'NO_SUCH_CANTEEN', 'NO_SUCH_DISH', 'NO_SUCH_RATING', 'NO_SUCH_PERSON', 'WRONG_STATUS'],
  may: kitchen,
  writes: true,
})

export const moveAction = procedure('canteen.moveAction', {
  summary:
    'Begin, finish, verify or reopen a corrective action. Whoever did it does not verify it; who complained is told.',
  input: v.object({ actionId: id, status: actionStatus, outcome: optionalText(500, '结果') }),
  output: correctiveAction,
  refusals: ['NO_SUCH_ACTION', 'WRONG_STATUS', 'NEEDS_OUTCOME', 'NOT_BY_THE_DOER', 'NOT_YOURS'],
  may: kitchen,
  writes: true,
})

export const canteenSetting = v.object({
  /** Service hours by weekday, Monday first: the two hours run in them. */
  weekly: week,
  /** The last year whose holidays are entered. */
  publishedThrough: whole(2020, 2099),
  /** Minutes of service hours in which a comment is answered. */
  answerMinutes: whole(5, 10_080),
  /** Told at once of hygiene and one or two stars; without one, all managers are. */
  dutyManagerId: v.optional(id),
  dutyManager: v.optional(v.string(), ''),
  /** Words that make a comment urgent, besides the chip 卫生. */
  hygieneWords: v.pipe(v.array(text(10, '词')), v.maxLength(60, '最多 60 个词')),
})
export type CanteenSetting = v.InferOutput<typeof canteenSetting>

export const getCanteenSetting = procedure('canteen.getCanteenSetting', {
  summary: 'Service hours, the time for an answer, the duty manager and the words of hygiene.',
  input: v.object({}),
  output: canteenSetting,
  refusals: [],
  may: ['kitchen', 'manager', 'admin'],
})

export const saveCanteenSetting = procedure('canteen.saveCanteenSetting', {
  summary: 'Change how comments are answered; deadlines of open ones are computed anew.',
  input: canteenSetting,
  output: canteenSetting,
  refusals: ['HOURS_INVALID', 'NO_SUCH_PERSON'],
  may: managers,
  writes: true,
})

const reportRange = { canteenId: v.optional(id), from: day, until: day }
export const canteenReport = v.object({
  from: day,
  until: day,
  meals: v.object({ reserved: v.number(), served: v.number(), leftoverKg: v.number(), sittings: v.number() }),
  ratings: v.object({
    count: v.number(),
    mean: v.optional(v.number()),
    chips: v.array(v.object({ chip: ratingChip, count: v.number() })),
  }),
  /** Of comments that wanted an answer: how many came within their time, and the median of service minutes. */
  answers: v.object({
    wanted: v.number(),
    answered: v.number(),
    inTime: v.number(),
    medianMinutes: v.optional(v.number()),
  }),
  days: v.array(
    v.object({ day, reserved: v.number(), served: v.number(), ratings: v.number(), mean: v.optional(v.number()) }),
  ),
  dishes: v.array(
    v.object({
      dishId: id,
      dish: v.string(),
      servings: v.number(),
      reserved: v.number(),
      score: v.optional(dishScore),
    }),
  ),
})
export type CanteenReport = v.InferOutput<typeof canteenReport>

export const getCanteenReport = procedure('canteen.getCanteenReport', {
  summary: 'Meals, ratings and answers of some days (at most 366), by day and by dish; no person stands in it.',
  input: v.object(reportRange),
  output: canteenReport,
  refusals: ['NO_SUCH_CANTEEN', 'ENDS_BEFORE_START', 'TOO_LONG'],
  may: ['kitchen', 'manager', 'admin'],
})

export const exportCanteenReport = procedure('canteen.exportCanteenReport', {
  summary: 'The same as an Excel workbook.',
  input: v.object(reportRange),
  output: file,
  refusals: ['NO_SUCH_CANTEEN', 'ENDS_BEFORE_START', 'TOO_LONG', 'NEEDS_CONSOLE'],
  may: ['kitchen', 'manager', 'admin'],
})
