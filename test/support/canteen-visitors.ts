import { type AllergenCode, allergens, type Diet, gb8Codes } from '../../contract/canteen-allergens'
import {
  type CanteenRecord,
  confirmLabels,
  type DishRecord,
  saveCanteen,
  saveDish,
} from '../../contract/canteen-dishes'
import { publishMenu, saveMenuDay } from '../../contract/canteen-menus'
import type { InputOf } from '../../contract/procedure'
import { addDays, type Day, weekdayOf } from '../../contract/zone'
import { dayIn } from './times'
import { get, givenVisitor, unique, type Visitor } from './visitors'

/** A canteen of the demo institution for one test alone, with somebody who cooks in it. */
export interface VisitedKitchen {
  canteen: CanteenRecord
  cook: Visitor
  windowIds: string[]
  /** Letters that no other test's dishes end with. */
  word: string
}

/** The Monday of the week that comes: all of it is still to come. */
export const nextMonday = (): Day => addDays(dayIn(0), 8 - weekdayOf(dayIn(0)))

const hours = (meal: 'lunch' | 'dinner', opensMinute: number, isReservable: boolean) => ({
  meal,
  opensMinute,
  closesMinute: opensMinute + 90,
  isReservable,
  cutoffDays: isReservable ? 1 : 0,
  cutoffMinute: isReservable ? 1080 : 0,
})

/** A canteen with these windows, lunch and dinner. */
export async function givenKitchen(
  windows: readonly string[] = ['主荤', '素菜'],
  more: Partial<InputOf<typeof saveCanteen>> = {},
): Promise<VisitedKitchen> {
  const cook = await givenVisitor(['kitchen'])
  const word = unique()
  const canteen = await get(
    saveCanteen,
    {
      name: `食堂${word}`,
      ownerId: cook.personId,
      windows: windows.map((name) => ({ name })),
      meals: [hours('lunch', 690, true), hours('dinner', 1050, false)],
      ...more,
    },
    cook.token,
  )
  return { canteen, cook, windowIds: canteen.windows.map(({ windowId }) => windowId), word }
}

/** A dish with ingredients, without labels. */
export const givenBareDish = ({ cook }: VisitedKitchen, name: string, ingredients: readonly string[] = []) =>
  get(saveDish, { name, ingredients: [...ingredients] }, cook.token)

/** A dish whose labels are confirmed: it contains what its words say, and nothing else of the eight. */
export async function givenLabelledDish(
  kitchen: VisitedKitchen,
  name: string,
  ingredients: readonly string[],
  diets: Diet[] = [],
): Promise<DishRecord> {
  const { dishId, labelRevision, derived } = await givenBareDish(kitchen, name, ingredients)
  const contains = derived.filter(({ isCertain }) => isCertain).map(({ code }) => code)
  const isFree = (code: AllergenCode) => {
    const parts = allergens.find((each) => each.code === code)?.parts ?? []
    return ![code, ...parts.map((part) => part.code)].some((each) => contains.includes(each))
  }
  const labels = { contains, free: gb8Codes.filter(isFree), diets }
  return get(confirmLabels, { dishId, labelRevision, ...labels }, kitchen.cook.token) as Promise<DishRecord>
}

/** Publishes one meal of a day with these dishes at the first window. */
export async function givenPublished(
  { canteen: { canteenId }, cook, windowIds }: VisitedKitchen,
  day: Day,
  dishIds: readonly string[],
  meal: 'lunch' | 'dinner' = 'lunch',
): Promise<void> {
  const lines = dishIds.map((dishId) => ({ meal, windowId: windowIds[0] ?? '', dishId }))
  await get(saveMenuDay, { canteenId, day, revision: 0, lines }, cook.token)
  await get(publishMenu, { canteenId, days: [day] }, cook.token)
}
