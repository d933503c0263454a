import * as v from 'valibot'
import { prices } from './canteen'
import { labelProblem } from './canteen-dishes'
import { mealWord } from './canteen-words'
import { day, id, instant, optionalText, text, whole } from './fields'
import { procedure } from './procedure'

const kitchen = ['kitchen', 'manager', 'admin'] as const

export const servingNotes = v.pipe(v.array(text(250, '说明')), v.maxLength(60, '最多 60 条说明'))

/** A line of a day's draft: a dish at a meal and a window. Without prices the dish's own hold. */
export const draftLine = v.object({
  /** Of a line that is published already. */
  servingId: v.optional(id),
  meal: mealWord,
  windowId: id,
  dishId: id,
  prices: v.optional(prices, []),
  hasHalf: v.optional(v.boolean(), false),
  /** At most so many can be reserved. */
  places: v.optional(whole(1, 100_000)),
  notes: v.optional(servingNotes, []),
})
export type DraftLine = v.InferOutput<typeof draftLine>

const lines = v.pipe(v.array(draftLine), v.maxLength(300, '一天最多 300 道菜'))

/** A day as the kitchen works on it. */
export const draftDay = v.object({
  day,
  isClosed: v.boolean(),
  note: v.string(),
  /** Places of a meal of this day, where they differ from the canteen’s. */
  mealPlaces: v.array(v.object({ meal: mealWord, places: whole(1, 100_000) })),
  lines: v.array(v.object({ ...draftLine.entries, dish: v.string(), window: v.string() })),
  /** Grows with every change: whoever saves names what they have seen. */
  revision: v.number(),
  /** The draft says something else than what is published. */
  hasChanges: v.boolean(),
  publishedAt: v.optional(instant),
  changedAt: v.optional(instant),
  /** What stands against publishing it. */
  problems: v.array(v.object({ dishId: id, dish: v.string(), problems: v.array(labelProblem) })),
  /** Past days are only looked at. */
  isPast: v.boolean(),
})
export type DraftDay = v.InferOutput<typeof draftDay>

const week = { canteenId: id, day }
const draftWeek = v.object({ canteenId: id, from: day, today: day, days: v.array(draftDay) })

export const getMenuDraft = procedure('canteen.getMenuDraft', {
  summary:
    'The week (Monday to Sunday) that holds a day as the kitchen works on it, with what stands against publishing.',
  input: v.object(week),
  output: draftWeek,
  refusals: ['NO_SUCH_CANTEEN'],
  may: kitchen,
})

export const saveMenuDay = procedure('canteen.saveMenuDay', {
  summary: 'Save the draft of one day. Staff see nothing of it before it is published.',
  input: v.object({
    ...week,
    revision: whole(0, 1_000_000_000),
    isClosed: v.optional(v.boolean(), false),
    note: optionalText(100, '说明'),
    mealPlaces: v.optional(v.array(v.object({ meal: mealWord, places: whole(1, 100_000) })), []),
    lines,
  }),
  output: draftDay,
  refusals: ['NO_SUCH_CANTEEN', 'NO_SUCH_WINDOW', 'NO_SUCH_DISH', 'DOUBLED_DISH', 'PAST_DAY', 'CHANGED_MEANWHILE'],
  may: kitchen,
  writes: true,
  // 300 dishes with the notes that feeds have
  maxBytes: 3_000_000,
})

export const copyMenuWeek = procedure('canteen.copyMenuWeek', {
  summary:
    'Copy a week’s drafts into another week; its past days stay. Retired dishes and windows are left out and named.',
  input: v.object({
    canteenId: id,
    fromDay: day,
    toDay: day,
    /** Days of the target that have something already: overwrite them, or leave them. */
    overwrites: v.optional(v.boolean(), false),
  }),
  output: v.object({
    days: v.array(day),
    /** Days left as they were. */
    kept: v.array(day),
    leftOut: v.array(v.string()),
  }),
  refusals: ['NO_SUCH_CANTEEN', 'NOTHING_TO_COPY', 'SAME_WEEK'],
  may: kitchen,
  writes: true,
})

export const publishMenu = procedure('canteen.publishMenu', {
  summary: 'Publish the drafts of some days, all or none. Refused while a dish has contradictions or missing labels.',
  input: v.object({
    canteenId: id,
    days: v.pipe(v.array(day), v.minLength(1, '请选择要发布的日期'), v.maxLength(31, '一次最多发布 31 天')),
  }),
  output: v.object({
    days: v.array(day),
    added: v.number(),
    updated: v.number(),
    removed: v.number(),
    /** People told because a reservation or a favourite of theirs is touched. */
    told: v.number(),
  }),
  /** LABELS_BLOCK has `dishes`: [{dishId, dish, problems}] in its detail. */
  refusals: ['NO_SUCH_CANTEEN', 'PAST_DAY', 'NOTHING_TO_PUBLISH', 'NO_HOURS', 'LABELS_BLOCK'],
  may: kitchen,
  writes: true,
})
