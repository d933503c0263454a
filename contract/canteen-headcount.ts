import * as v from 'valibot'
import { mealWord, portion } from './canteen-words'
import { day, id, instant } from './fields'
import { procedure } from './procedure'

const kitchen = ['kitchen', 'manager'] as const

export const getHeadcount = procedure('canteen.getHeadcount', {
  summary: 'How many eat on a day: by meal, portion and dish, without names.',
  input: v.object({ canteenId: id, day }),
  output: v.object({
    now: instant,
    canteen: v.string(),
    day,
    meals: v.array(
      v.object({
        sittingId: id,
        meal: mealWord,
        opensAt: instant,
        closesAt: instant,
        cutoffAt: v.optional(instant),
        /** People who eat; `half` of them want half a portion. */
        eats: v.number(),
        half: v.number(),
        skips: v.number(),
        places: v.optional(v.number()),
        /** As counted at the window, entered afterwards. */
        served: v.optional(v.number()),
        leftoverKg: v.optional(v.number()),
        dishes: v.array(
          v.object({
            servingId: id,
            dish: v.string(),
            window: v.string(),
            reserved: v.number(),
            places: v.optional(v.number()),
            isSoldOut: v.boolean(),
          }),
        ),
      }),
    ),
  }),
  refusals: ['NO_SUCH_CANTEEN'],
  may: kitchen,
})

export const recordServed = procedure('canteen.recordServed', {
  summary: 'What a meal came to: how many were served and what was left over, so that the next is planned better.',
  input: v.object({
    sittingId: id,
    served: v.pipe(v.number(), v.integer('须为整数'), v.minValue(0, '不能小于 0'), v.maxValue(100_000, '数量太大')),
    leftoverKg: v.optional(v.pipe(v.number(), v.minValue(0, '不能小于 0'), v.maxValue(10_000, '数量太大'))),
  }),
  output: v.object({ sittingId: id, served: v.number(), leftoverKg: v.optional(v.number()) }),
  refusals: ['NO_SUCH_SITTING', 'NOT_YET_OPEN'],
  may: kitchen,
  writes: true,
})

export const markSoldOut = procedure('canteen.markSoldOut', {
  summary: 'Say at the window that a dish is sold out, or there again.',
  input: v.object({ servingId: id, isSoldOut: v.boolean() }),
  output: v.object({ servingId: id, isSoldOut: v.boolean() }),
  refusals: ['NO_SUCH_SERVING'],
  may: kitchen,
  writes: true,
})

export const listOvertime = procedure('canteen.listOvertime', {
  summary: 'Who has an overtime dinner on a day, by department: the list that is signed.',
  input: v.object({ canteenId: id, day }),
  output: v.object({
    canteen: v.string(),
    day,
    people: v.array(
      v.object({ name: v.string(), staffNumber: v.string(), department: v.string(), portion, note: v.string() }),
    ),
  }),
  refusals: ['NO_SUCH_CANTEEN'],
  may: kitchen,
  readsPersonalData: true,
})
