import * as v from 'valibot'
import { canteenBrief, dishServing, mealAnswer, mealWord, portion } from './canteen-words'
import { day, id, instant, optionalText, pageOf, paging } from './fields'
import { type Duty, procedure } from './procedure'

/** So many dishes of one meal can be named. */
export const mostReservedDishes = 8
/** A serving can be rated from the opening of its meal until so many days after. */
export const rateableDays = 7

/** Those who may say for somebody else whether they eat; whoever is answered for is told. */
export function mayAnswerForOthers(duties: ReadonlySet<Duty>): boolean {
  return duties.has('proxy') || duties.has('manager') || duties.has('admin')
}

const whose = v.optional(id)
const where = { canteenId: id, day, meal: mealWord }

/** A meal somebody answered for. */
export const myMeal = v.object({
  sittingId: id,
  ...where,
  canteen: v.string(),
  opensAt: instant,
  closesAt: instant,
  cutoffAt: v.optional(instant),
  ...mealAnswer.entries,
  /** Names of the dishes reserved. */
  dishes: v.array(v.string()),
  note: v.string(),
  /** Until the cut-off. */
  mayChange: v.boolean(),
})
export type MyMeal = v.InferOutput<typeof myMeal>

export const reserveMeal = procedure('canteen.reserveMeal', {
  summary: 'Say that one eats: a meal, a portion, and dishes when they are limited or one likes to. Until the cut-off.',
  input: v.object({
    ...where,
    portion: v.optional(portion, 'full'),
    servingIds: v.optional(v.pipe(v.array(id), v.maxLength(mostReservedDishes, '最多选 8 道菜')), []),
    /** Somebody else’s meal, e.g. an overtime dinner: see mayAnswerForOthers. */
    forPersonId: whose,
    note: optionalText(60, '备注'),
  }),
  output: v.object({
    sittingId: id,
    ...where,
    ...mealAnswer.entries,
    cutoffAt: instant,
  }),
  refusals: [
    'NO_SUCH_SITTING',
    'NOT_RESERVABLE',
    'PAST_CUTOFF',
    'NO_PLACES_LEFT',
    'NO_SUCH_SERVING',
    'NO_HALF_PORTION',
    'NOT_FOR_OTHERS',
    'NO_SUCH_PERSON',
  ],
  may: 'staff',
  writes: true,
})

export const declineMeal = procedure('canteen.declineMeal', {
  summary: 'Say that one does not eat, or take back that one does. Until the cut-off; places are free again at once.',
  input: v.object({ ...where, forPersonId: whose }),
  output: v.object({ sittingId: id, ...where, answer: v.literal('skips') }),
  refusals: ['NO_SUCH_SITTING', 'NOT_RESERVABLE', 'PAST_CUTOFF', 'NOT_FOR_OTHERS', 'NO_SUCH_PERSON'],
  may: 'staff',
  writes: true,
})

export const getMyMeals = procedure('canteen.getMyMeals', {
  summary: 'For the home page: the next meal to answer with a sensible default, and what I ate and have not yet rated.',
  input: v.object({}),
  output: v.object({
    now: instant,
    /** The next meal whose cut-off has not passed; absent when nothing is published. */
    next: v.optional(
      v.object({
        sittingId: id,
        ...where,
        canteen: v.string(),
        opensAt: instant,
        cutoffAt: instant,
        mine: v.optional(mealAnswer),
        /** The portion I had last. */
        suggestedPortion: portion,
        /** Some dishes of it, for a line on the card. */
        dishes: v.array(v.string()),
        placesLeft: v.optional(v.number()),
      }),
    ),
    /** Today's menu as a line, when the canteen is open. */
    today: v.optional(v.object({ ...canteenBrief.entries, isClosed: v.boolean(), dishes: v.array(v.string()) })),
    /** Newest first, at most 12: servings of meals that I had or that have begun today. */
    toRate: v.array(v.object({ ...dishServing.entries, dishId: id, dish: v.string() })),
  }),
  refusals: [],
  may: 'staff',
})

export const listMyMeals = procedure('canteen.listMyMeals', {
  summary: 'Meals I answered for: those to come first in time, or the past ones, newest first.',
  input: v.object({ isPast: v.optional(v.boolean(), false), ...paging }),
  output: v.object({ ...pageOf(myMeal).entries, now: instant }),
  refusals: [],
  may: 'staff',
})
