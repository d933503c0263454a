import * as v from 'valibot'
import { menuDish, price, prices } from './canteen'
import { allergenCode, diet } from './canteen-allergens'
import { mealWord } from './canteen-words'
import { day, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { procedure } from './procedure'

const kitchen = ['kitchen', 'manager', 'admin'] as const

const codes = v.pipe(v.array(allergenCode), v.maxLength(60, '标签太多'))

/** Why a dish cannot be published, for the kitchen. */
export const labelProblem = v.object({
  kind: v.picklist(['contradiction', 'missing']),
  codes: v.array(allergenCode),
  diet: v.optional(diet),
  /** Words of the name or the ingredients that say so. */
  because: v.array(v.string()),
  message: v.string(),
})
export type LabelProblem = v.InferOutput<typeof labelProblem>

/** A dish as the kitchen keeps it: what it declares, what follows from it, and what stands against publishing. */
export const dishRecord = v.object({
  ...menuDish.entries,
  ingredients: v.array(v.string()),
  isNameFigurative: v.boolean(),
  /** As the kitchen declared them; `labels` is what follows. */
  contains: v.array(allergenCode),
  free: v.array(allergenCode),
  diets: v.array(diet),
  note: v.string(),
  prices: v.array(price),
  hasHalf: v.boolean(),
  /** Derived from name and ingredients: a code and the words that say so. */
  derived: v.array(v.object({ code: allergenCode, words: v.array(v.string()), isCertain: v.boolean() })),
  problems: v.array(labelProblem),
  confirmedAt: v.optional(instant),
  confirmedBy: v.string(),
  labelRevision: v.number(),
  isRetired: v.boolean(),
})
export type DishRecord = v.InferOutput<typeof dishRecord>

export const listDishRecords = procedure('canteen.listDishRecords', {
  summary: 'The kitchen’s dishes by name, pinyin or initials, with what stands against publishing each.',
  input: v.object({
    query: optionalText(40, '搜索内容'),
    /** Just this one, retired or not. */
    dishId: v.optional(id),
    /** Only those that could not be published. */
    hasProblems: v.optional(v.boolean()),
    withRetired: v.optional(v.boolean(), false),
    ...paging,
  }),
  output: v.object({ ...pageOf(dishRecord).entries, total: v.number() }),
  refusals: [],
  may: kitchen,
})

export const saveDish = procedure('canteen.saveDish', {
  summary:
    'Add or change a dish. Other ingredients make its labels unconfirmed; its ratings stay through every rename.',
  input: v.object({
    dishId: v.optional(id),
    name: text(250, '菜名'),
    ingredients: v.optional(v.pipe(v.array(text(30, '配料')), v.maxLength(60, '最多 60 种配料')), []),
    /** 菜名不代表配料: the name is no evidence (鱼香肉丝 is known anyway). */
    isNameFigurative: v.optional(v.boolean(), false),
    spice: v.optional(whole(0, 3), 0),
    note: optionalText(200, '说明'),
    prices: v.optional(prices, []),
    hasHalf: v.optional(v.boolean(), false),
    isRetired: v.optional(v.boolean(), false),
  }),
  output: dishRecord,
  refusals: ['NO_SUCH_DISH', 'NAME_TAKEN', 'NEEDS_CONSOLE'],
  may: kitchen,
  writes: true,
})

export const confirmLabels = procedure('canteen.confirmLabels', {
  summary:
    'Declare and confirm the labels of a dish as it is cooked now; whoever looked at an older state looks again.',
  input: v.object({
    dishId: id,
    /** The state the kitchen looked at. */
    labelRevision: whole(0, 1_000_000_000),
    contains: codes,
    free: codes,
    diets: v.pipe(v.array(diet), v.maxLength(3)),
  }),
  output: dishRecord,
  refusals: ['NO_SUCH_DISH', 'LABELS_CHANGED'],
  may: kitchen,
  writes: true,
})

export const listLabelHistory = procedure('canteen.listLabelHistory', {
  summary: 'Every edit of a dish’s name, ingredients and labels: who, when and what.',
  input: v.object({ dishId: id, ...paging }),
  output: pageOf(
    v.object({
      eventNumber: v.number(),
      at: instant,
      by: v.string(),
      kind: v.picklist(['created', 'edited', 'confirmed', 'imported']),
      name: v.string(),
      ingredients: v.array(v.string()),
      contains: v.array(allergenCode),
      free: v.array(allergenCode),
      diets: v.array(diet),
    }),
  ),
  refusals: ['NO_SUCH_DISH'],
  may: kitchen,
})

const minute = whole(0, 1440)
/** When a meal is, in minutes of its day (closing may lie beyond midnight), and until when one answers. */
export const mealHours = v.object({
  meal: mealWord,
  opensMinute: minute,
  closesMinute: whole(1, 2880),
  isReservable: v.boolean(),
  /** Days before the meal’s day, and the minute on that day. */
  cutoffDays: whole(0, 14),
  cutoffMinute: minute,
  /** No more than so many may reserve. */
  places: v.optional(whole(1, 100_000)),
})
export type MealHours = v.InferOutput<typeof mealHours>

export const canteenRecord = v.object({
  canteenId: id,
  name: v.string(),
  siteId: v.optional(id),
  /** Who answers comments. */
  ownerId: v.optional(id),
  owner: v.string(),
  /** Its published menu is open data: GET /openmensa/<canteenId>.xml */
  isPublic: v.boolean(),
  windows: v.array(v.object({ windowId: id, name: v.string(), isRetired: v.boolean() })),
  meals: v.array(mealHours),
  isRetired: v.boolean(),
})
export type CanteenRecord = v.InferOutput<typeof canteenRecord>

export const listCanteens = procedure('canteen.listCanteens', {
  summary: 'Canteens with their windows and meal hours.',
  input: v.object({ withRetired: v.optional(v.boolean(), false) }),
  output: v.object({ canteens: v.array(canteenRecord), today: day }),
  refusals: [],
  may: kitchen,
})

export const saveCanteen = procedure('canteen.saveCanteen', {
  summary: 'Add or change a canteen with its windows and meals. Published days keep their hours.',
  input: v.object({
    canteenId: v.optional(id),
    name: text(40, '食堂名称'),
    siteId: v.optional(id),
    ownerId: v.optional(id),
    isPublic: v.optional(v.boolean(), false),
    /** In the order in which they are shown; those left out are retired. */
    windows: v.pipe(
      v.array(v.object({ windowId: v.optional(id), name: text(240, '档口名称') })),
      v.minLength(1, '至少要有一个档口'),
      v.maxLength(60, '最多 60 个档口'),
    ),
    meals: v.pipe(v.array(mealHours), v.maxLength(5, '最多 5 个餐次')),
    isRetired: v.optional(v.boolean(), false),
  }),
  output: canteenRecord,
  refusals: ['NO_SUCH_CANTEEN', 'NO_SUCH_WINDOW', 'NO_SUCH_PERSON', 'NO_SUCH_PLACE', 'NAME_TAKEN', 'HOURS_INVALID'],
  may: kitchen,
  writes: true,
})
