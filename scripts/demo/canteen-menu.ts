import type { Insertable } from 'kysely'
import * as v from 'valibot'
import { type DraftLine, draftLine } from '../../contract/canteen-menus'
import type { MealWord } from '../../contract/canteen-words'
import { addDays, type Day, daysBetween, instantAt, weekdayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { DB } from '../../database/types'
import { normalDraft } from '../../functions/canteen/menu-drafts'
import { planDay } from '../../functions/canteen/menu-plan'
import { newId } from '../../functions/secrets'
import type { DishKind } from './canteen-dishes'
import type { CanteenOutline } from './canteen-outlines'
import { isHalved } from './canteen-places'

const zone = '+08:00'

/** A canteen of the demo as it stands in the tables: somebody may have renamed or retired a part of it. */
export interface DemoCanteen {
  canteenId: string
  ownerId: string | null
  outline: CanteenOutline
  windowIds: ReadonlyMap<string, string>
  dishes: ReadonlyMap<string, { dishId: string; prices: DraftLine['prices'] }>
}

/** A day of the calendar, with the holiday it is. */
export interface DemoDay {
  day: Day
  /** Why nothing is cooked; absent on a day that is open. */
  closedFor?: string
  /** Lunch alone. */
  isShort: boolean
}

/** Dishes that are new: they came on the menu within the last days. */
const newcomers = ['鲜虾云吞面', '油爆虾', '羊肉烩面', '杂粮饭']
const newSince = 5

/** Of a kind so many dishes, each day others: the list is gone round, so that a dish comes back after some days. */
function dishesOf(canteen: DemoCanteen, kind: DishKind, count: number, day: Day, from: number, today: Day): string[] {
  const isThere = (name: string) =>
    canteen.dishes.has(name) && (!newcomers.includes(name) || daysBetween(day, today) <= newSince)
  const names = canteen.outline.dishes.filter((dish) => dish[0] === kind && isThere(dish[1])).map((dish) => dish[1])
  if (names.length === 0) return []
  const begin = daysBetween('2026-01-01', day) * (count + 2) + from
  return Array.from({ length: Math.min(count, names.length) }, (_, i) => names[(begin + i) % names.length] ?? '')
}

function linesOf(canteen: DemoCanteen, { day, isShort }: DemoDay, specialOn: Day | undefined, today: Day): DraftLine[] {
  const { menu, windows, special } = canteen.outline
  const windowOf = (kind: DishKind) => {
    const window = windows.find(([, kinds]) => kinds.includes(kind))?.[0] ?? ''
    return canteen.windowIds.get(window)
  }
  const line = (meal: MealWord, kind: DishKind, name: string): DraftLine[] => {
    const windowId = windowOf(kind)
    const dishId = canteen.dishes.get(name)?.dishId
    if (!windowId || !dishId) return []
    return [v.parse(draftLine, { meal, windowId, dishId, hasHalf: isHalved(kind) })]
  }
  const meals = (Object.keys(menu) as MealWord[]).filter((meal) => !isShort || meal === 'lunch')
  const usual = meals.flatMap((meal) =>
    (menu[meal] ?? []).flatMap(([kind, count]) =>
      // what was for lunch is not for dinner as well
      dishesOf(canteen, kind, count, day, meal === 'dinner' ? 3 : 0, today).flatMap((name) => line(meal, kind, name)),
    ),
  )
  return special && day === specialOn ? [...usual, ...line(special.meal, 'special', special.dish)] : usual
}

type Rows<Table extends keyof DB> = Insertable<DB[Table]>[]

/** Rows of the days' menus. */
export interface MenuRows {
  days: Rows<'menuDay'>
  sittings: (Insertable<DB['sitting']> & { sittingId: string; day: Day; meal: string; opensAt: Date; closesAt: Date })[]
  servings: (Insertable<DB['serving']> & { servingId: string; sittingId: string; dishId: string })[]
}

/** Published on the Friday before the week at four, or, when that lies ahead, an hour ago. */
const publishedAt = (day: Day, now: number) =>
  new Date(Math.min(instantAt(addDays(day, -weekdayOf(day) - 2), 960, zone), now - 3_600_000))

/** The menus of some days as publishing their drafts would have written them. `specialOn`: day of the special meal. */
export function menuRows(
  orgId: number,
  canteen: DemoCanteen,
  days: readonly DemoDay[],
  { now, today, specialOn }: { now: number; today: Day; specialOn?: Day },
): MenuRows {
  const { canteenId, outline, dishes } = canteen
  const rows: MenuRows = { days: [], sittings: [], servings: [] }
  const hours = new Map(outline.meals.map((meal) => [meal.meal, meal]))
  const prices = new Map([...dishes.values()].map((dish) => [dish.dishId, dish.prices]))
  const by = { zone, hours, pricesOf: (dishId: string) => prices.get(dishId) ?? [], newId: () => newId(now) }
  for (const each of days) {
    const { day, closedFor } = each
    const special = day === specialOn && !closedFor ? outline.special : undefined
    const draft = normalDraft(
      {
        isClosed: closedFor !== undefined,
        note: closedFor ?? special?.note ?? '',
        mealPlaces: special ? [{ meal: special.meal, places: special.places }] : [],
        lines: closedFor ? [] : linesOf(canteen, each, specialOn, today),
      },
      undefined,
    )
    const plan = planDay({ day, draft, isPublished: false, sittings: [], servings: [] }, by)
    const at = publishedAt(day, now)
    const published = JSON.stringify(plan.draft)
    const { isClosed, note } = plan.draft
    const times = { publishedAt: at, changedAt: at }
    rows.days.push({ orgId, canteenId, day, draft: published, published, isClosed, note, ...times })
    for (const { opensAt, closesAt, cutoffAt, ...sitting } of plan.sittings) {
      const when = { opensAt: new Date(opensAt), closesAt: new Date(closesAt) }
      rows.sittings.push({
        orgId,
        canteenId,
        ...sitting,
        ...when,
        cutoffAt: cutoffAt === null ? null : new Date(cutoffAt),
      })
    }
    for (const serving of plan.servings) {
      const own = { ...serving, prices: JSON.stringify(serving.prices), notes: [...serving.notes] }
      rows.servings.push({ orgId, canteenId, day, ...own, createdAt: at })
    }
  }
  return rows
}

/** So many rows in one statement. */
const atOnce = 1000
export const batchesOf = <Row>(rows: readonly Row[]) =>
  Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, i) => rows.slice(i * atOnce, (i + 1) * atOnce))

/** Writes them; what is there already stays. */
export async function writeMenus(db: Db, { days, sittings, servings }: MenuRows): Promise<void> {
  for (const some of batchesOf(days)) await db.insertInto('menuDay').values(some).execute()
  for (const some of batchesOf(sittings)) await db.insertInto('sitting').values(some).execute()
  for (const some of batchesOf(servings)) await db.insertInto('serving').values(some).execute()
}
