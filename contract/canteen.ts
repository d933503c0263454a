import * as v from 'valibot'
import { dishLabels } from './canteen-allergens'
import { canteenBrief, dishServing, mealAnswer, mealWord } from './canteen-words'
import { day, id, instant, optionalText, pageOf, paging, whole } from './fields'
import { procedure } from './procedure'

/** Who pays which price, in the words of OpenMensa v2; staff of the institution are `employee`. */
export const priceRoles = ['employee', 'student', 'pupil', 'other'] as const
const fen = whole(0, 1_000_000)
/** A price in fen (分); `halfFen` for half a portion. */
export const price = v.object({ role: v.picklist(priceRoles), fen, halfFen: v.optional(fen) })
export type Price = v.InferOutput<typeof price>
export const prices = v.pipe(
  v.array(price),
  v.maxLength(4, '最多 4 种价格'),
  v.check((all) => new Set(all.map(({ role }) => role)).size === all.length, '同一类人员只能有一个价格'),
)

/** How a dish is rated: Bayesian mean (see canteen-score.ts) of so many ratings; absent while there are none. */
export const dishScore = v.object({ mean: v.number(), ratings: v.number() })
export type DishScore = v.InferOutput<typeof dishScore>

/** A dish as menus and lists show it. */
export const menuDish = v.object({
  dishId: id,
  name: v.string(),
  labels: dishLabels,
  /** 0 not hot to 3 very hot. */
  spice: v.number(),
  score: v.optional(dishScore),
  /** First served within the last 14 days, or never yet. */
  isNew: v.boolean(),
  /** The last day before today. */
  lastServedOn: v.optional(day),
  isFavourite: v.boolean(),
})
export type MenuDish = v.InferOutput<typeof menuDish>

/** A dish on one day, at one meal, at one window. */
export const menuServing = v.object({
  servingId: id,
  dishId: id,
  window: v.string(),
  prices: v.array(price),
  hasHalf: v.boolean(),
  /** Of a limited dish: how many can still be reserved. */
  placesLeft: v.optional(v.number()),
  isSoldOut: v.boolean(),
  notes: v.array(v.string()),
  /** How I rated it. */
  myStars: v.optional(v.number()),
})
export type MenuServing = v.InferOutput<typeof menuServing>

/** One meal of one day in one canteen. */
export const sitting = v.object({
  sittingId: id,
  meal: mealWord,
  opensAt: instant,
  closesAt: instant,
  /** Until when one says whether one eats; absent: nobody asks. */
  cutoffAt: v.optional(instant),
  /** Of a meal with limited places. */
  placesLeft: v.optional(v.number()),
  mine: v.optional(mealAnswer),
  servings: v.array(menuServing),
})
export type Sitting = v.InferOutput<typeof sitting>

/** A day of the menu. `closed` is known to be closed; of `noData` nothing has been published. */
export const menuDay = v.object({
  day,
  status: v.picklist(['open', 'closed', 'noData']),
  note: v.string(),
  publishedAt: v.optional(instant),
  /** When the published day last changed. */
  changedAt: v.optional(instant),
  sittings: v.array(sitting),
})
export type MenuDay = v.InferOutput<typeof menuDay>

/** What changed about a published day; the phone shows one when it touches something of mine, 忌口 included. */
export const menuChange = v.object({
  changeId: id,
  at: instant,
  day,
  meal: v.optional(mealWord),
  dishId: v.optional(id),
  dish: v.string(),
  kind: v.picklist(['added', 'updated', 'removed']),
  /** labels, prices, window, places, notes, hours, closed */
  fields: v.array(v.string()),
})
export type MenuChange = v.InferOutput<typeof menuChange>

export const getMenuWeek = procedure('canteen.getMenuWeek', {
  summary: 'The published menu of the week (Monday to Sunday) that holds a day, with what I answered and rated.',
  input: v.object({ canteenId: v.optional(id), day: v.optional(day) }),
  output: v.object({
    now: instant,
    today: day,
    canteenId: v.optional(id),
    canteens: v.array(canteenBrief),
    from: day,
    days: v.array(menuDay),
    /** Every dish of the week once. */
    dishes: v.array(menuDish),
    /** Of the last seven days, newest first, at most 50. */
    changes: v.array(menuChange),
  }),
  refusals: ['NO_SUCH_CANTEEN'],
  may: 'staff',
})

export const getDish = procedure('canteen.getDish', {
  summary: 'One dish: ingredients, labels and who confirmed them, prices, how it is rated, when it is on next.',
  input: v.object({ dishId: id }),
  output: v.object({
    ...menuDish.entries,
    ingredients: v.array(v.string()),
    note: v.string(),
    prices: v.array(price),
    /** When the kitchen last confirmed the labels; absent: not confirmed. */
    confirmedAt: v.optional(instant),
    /** How often each number of stars was given, one star first. */
    distribution: v.array(v.number()),
    upcoming: v.array(dishServing),
    /** The newest serving I may rate now, or have rated. */
    rateable: v.optional(v.object({ ...dishServing.entries, myStars: v.optional(v.number()) })),
  }),
  refusals: ['NO_SUCH_DISH'],
  may: 'staff',
})

export const listDishes = procedure('canteen.listDishes', {
  summary: 'Dishes by name, pinyin or initials: popular first, new ones, or my favourites.',
  input: v.object({
    query: optionalText(40, '搜索内容'),
    sort: v.optional(v.picklist(['popular', 'new', 'favourite']), 'popular'),
    ...paging,
  }),
  output: pageOf(v.object({ ...menuDish.entries, nextOn: v.optional(day) })),
  refusals: [],
  may: 'staff',
})

export const markFavourite = procedure('canteen.markFavourite', {
  summary: 'Keep a dish as a favourite, or no longer; I hear when it is served or taken off a published menu.',
  input: v.object({ dishId: id, isFavourite: v.boolean() }),
  output: v.object({ dishId: id, isFavourite: v.boolean() }),
  refusals: ['NO_SUCH_DISH'],
  may: 'staff',
  writes: true,
})
