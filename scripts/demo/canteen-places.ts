import { type AllergenCode, allergenCodes, kindsOf } from '../../contract/canteen-allergens'
import { derive } from '../../contract/canteen-lexicon'
import type { Db } from '../../database/connect'
import { judgeDish } from '../../functions/canteen/judge-dish'
import { pinyinOf } from '../../functions/documents/pinyin'
import { newId } from '../../functions/secrets'
import type { DemoDish } from './canteen-dishes'
import type { CanteenOutline } from './canteen-outlines'

/** People of an institution with a part to play in its canteen. */
export interface CanteenCast {
  /** Keeps dishes and answers comments; an administrator where nobody cooks. */
  keeperId: string
  /** Absent where the institution is too small for a kitchen with duties. */
  ownerId?: string
  /** Is told of what is urgent, and lets comments be seen. */
  managerId?: string
}

/** Half portions cost three fifths, guests half as much again; to the ten fen. */
const tens = (fen: number) => Math.round(fen / 10) * 10
export const isHalved = (kind: DemoDish[0]) => kind === 'meat' || kind === 'fry'

function pricesOf([kind, , fen]: DemoDish) {
  const of = (role: 'employee' | 'other', full: number) => ({
    role,
    fen: full,
    ...(isHalved(kind) ? { halfFen: tens(full * 0.6) } : {}),
  })
  return [of('employee', fen), of('other', tens(fen * 1.5))]
}

/** What a careful kitchen declares: contained is what the words say and what it knows besides; free is the rest of all. */
export function declaredOf([, name, , ingredients, { also = [], diets = [] } = {}]: DemoDish) {
  const dish = { name, ingredients: ingredients.split(' '), isNameFigurative: false }
  const said = [...derive(dish).contains.map(({ what }) => what), ...also.flatMap(kindsOf)]
  const contains = allergenCodes.filter((code) => said.includes(code))
  const free = allergenCodes.filter((code) => !kindsOf(code).some((kind) => contains.includes(kind)))
  // of a cereal or nut nobody knows more than that it is one, unless it is named
  return { ...dish, contains, free: free as AllergenCode[], diets: [...diets], isConfirmed: true }
}

async function writeDishes(
  db: Db,
  { orgId, now }: { orgId: number; now: number },
  dishes: readonly DemoDish[],
  keeperId: string,
): Promise<void> {
  // a month ago, before the first day on the menu
  const at = new Date(now - 30 * 86_400_000)
  const written = dishes.map((line) => {
    const { isConfirmed, ...declared } = declaredOf(line)
    const [kind, name, , , { spice = 0, note = '' } = {}] = line
    const dish = {
      orgId,
      dishId: newId(at.getTime()),
      ...declared,
      ...pinyinOf(name),
      ...judgeDish({ ...declared, isConfirmed }),
      spice,
      note,
      prices: JSON.stringify(pricesOf(line)),
      hasHalf: isHalved(kind),
      confirmedAt: at,
      confirmedBy: keeperId,
      labelRevision: 2,
      createdAt: at,
    }
    return { dish, declared }
  })
  await db
    .insertInto('dish')
    .values(written.map(({ dish }) => dish))
    .execute()
  const events = written.flatMap(({ dish: { dishId }, declared }) => {
    const nothing = { contains: [], free: [], diets: [] }
    return [
      { eventNumber: 1, kind: 'created', data: { ...declared, ...nothing } },
      { eventNumber: 2, kind: 'confirmed', data: declared },
    ].map(({ data, ...event }) => ({ orgId, dishId, at, byId: keeperId, ...event, data: JSON.stringify(data) }))
  })
  await db.insertInto('dishLabelEvent').values(events).execute()
}

/** Writes canteens with their windows, meals and dishes, and who is told of what is urgent. */
export async function writeCanteens(
  db: Db,
  { orgId, now }: { orgId: number; now: number },
  outlines: readonly CanteenOutline[],
  { keeperId, ownerId = undefined, managerId = undefined }: CanteenCast,
): Promise<void> {
  const site = await db.selectFrom('site').select('siteId').where('orgId', '=', orgId).limit(1).executeTakeFirst()
  for (const { name, isPublic, windows, meals, dishes } of outlines) {
    const canteenId = newId(now)
    const createdAt = new Date(now - 30 * 86_400_000)
    const own = { name, isPublic, siteId: site?.siteId ?? null, ownerId: ownerId ?? null, createdAt }
    await db
      .insertInto('canteen')
      .values({ orgId, canteenId, ...own })
      .execute()
    await db
      .insertInto('canteenWindow')
      .values(
        windows.map(([window], sortOrder) => ({ orgId, canteenId, windowId: newId(now), name: window, sortOrder })),
      )
      .execute()
    await db
      .insertInto('canteenMeal')
      .values(meals.map((meal) => ({ orgId, canteenId, ...meal })))
      .execute()
    await writeDishes(db, { orgId, now }, dishes, keeperId)
  }
  await db
    .updateTable('canteenSetting')
    .set({ dutyManagerId: managerId ?? null })
    .where('orgId', '=', orgId)
    .execute()
}
