import type { MealHours } from '../../contract/canteen-dishes'
import type { MealWord } from '../../contract/canteen-words'
import { type DemoDish, type DishKind, mainDishes } from './canteen-dishes'
import { halalDishes, smallDishes } from './canteen-halal'

/** So many dishes of each kind at a meal. */
export type MealOutline = readonly (readonly [kind: DishKind, count: number])[]

/** A canteen of the demo. */
export interface CanteenOutline {
  name: string
  isPublic: boolean
  /** Windows in their order, each with the kinds it serves. */
  windows: readonly (readonly [name: string, kinds: readonly DishKind[]])[]
  meals: readonly MealHours[]
  dishes: readonly DemoDish[]
  menu: Partial<Readonly<Record<MealWord, MealOutline>>>
  /** Of the people, who eats here at a meal. */
  share: Partial<Readonly<Record<MealWord, number>>>
  /** What is served once, next week, to no more than so many. */
  special?: { dish: string; meal: MealWord; places: number; note: string }
}

const hours = (
  meal: MealWord,
  opensMinute: number,
  closesMinute: number,
  cutoffDays: number,
  cutoffMinute: number,
) => ({
  meal,
  opensMinute,
  closesMinute,
  isReservable: true,
  cutoffDays,
  cutoffMinute,
})
const lunch = hours('lunch', 680, 780, 0, 540)
const dinner = hours('dinner', 1040, 1110, 0, 900)

const main: CanteenOutline = {
  name: '一食堂',
  isPublic: true,
  windows: [
    ['早点', ['bake', 'egg']],
    ['大众菜', ['meat', 'veg', 'staple']],
    ['小炒', ['fry']],
    ['面食', ['noodle']],
    ['汤粥', ['porridge', 'soup']],
  ],
  meals: [
    hours('breakfast', 410, 510, 1, 1200),
    lunch,
    dinner,
    { ...hours('overtime', 1170, 1260, 0, 1020), places: 60 },
  ],
  dishes: mainDishes,
  menu: {
    breakfast: [
      ['bake', 5],
      ['egg', 2],
      ['porridge', 3],
    ],
    lunch: [
      ['meat', 3],
      ['fry', 2],
      ['veg', 3],
      ['staple', 2],
      ['noodle', 2],
      ['soup', 1],
    ],
    dinner: [
      ['meat', 2],
      ['fry', 1],
      ['veg', 2],
      ['staple', 1],
      ['noodle', 1],
      ['soup', 1],
    ],
    overtime: [
      ['noodle', 2],
      ['egg', 1],
      ['porridge', 1],
    ],
  },
  share: { breakfast: 0.12, lunch: 0.4, dinner: 0.1, overtime: 0.05 },
}

const halal: CanteenOutline = {
  name: '清真餐厅',
  isPublic: false,
  windows: [
    ['清真热菜', ['meat', 'veg', 'special']],
    ['清真主食', ['staple', 'noodle', 'soup']],
  ],
  meals: [lunch, dinner],
  dishes: halalDishes,
  menu: {
    lunch: [
      ['meat', 2],
      ['veg', 2],
      ['staple', 2],
      ['noodle', 2],
      ['soup', 1],
    ],
    dinner: [
      ['meat', 2],
      ['veg', 1],
      ['staple', 1],
      ['noodle', 1],
    ],
  },
  share: { lunch: 0.1, dinner: 0.03 },
  special: { dish: '清真羊蝎子锅', meal: 'dinner', places: 49, note: '晚餐为羊蝎子锅专场，限 49 位，请提前预订。' },
}

const small: CanteenOutline = {
  name: '所食堂',
  isPublic: false,
  windows: [['主窗口', ['meat', 'fry', 'veg', 'staple', 'soup']]],
  meals: [lunch],
  dishes: smallDishes,
  menu: {
    lunch: [
      ['meat', 1],
      ['fry', 1],
      ['veg', 2],
      ['staple', 1],
      ['soup', 1],
    ],
  },
  share: { lunch: 0.5 },
}

/** The canteens of each institution of the demo, by its slug. */
export const canteenOutlines: Readonly<Record<string, readonly CanteenOutline[]>> = {
  demo: [main, halal],
  second: [small],
}
