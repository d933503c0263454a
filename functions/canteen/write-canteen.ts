import type { MealHours, saveCanteen } from '../../contract/canteen-dishes'
import type { AskedOf } from '../../contract/procedure'
import type { AskedByPerson } from '../keeper'
import { newId } from '../secrets'

type Windows = AskedOf<typeof saveCanteen>['windows']
type Kept = { windowId: string; name: string; isRetired: boolean }

/** Windows of a canteen, the retired too; those in use first, so that a name finds them before a retired one. */
export async function windowsOf({ db, orgId }: AskedByPerson, canteenId: string): Promise<Kept[]> {
  return db
    .selectFrom('canteenWindow')
    .select(['windowId', 'name', 'isRetired'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .orderBy('isRetired')
    .orderBy('sortOrder')
    .execute()
}

/** Replaces what a canteen's windows are: a name that was there before gets its window back, those left out retire. */
export async function writeWindows(
  { db, orgId, now }: AskedByPerson,
  canteenId: string,
  wanted: Windows,
  kept: readonly Kept[],
): Promise<void> {
  const taken = new Set(wanted.flatMap(({ windowId }) => windowId ?? []))
  const again = (name: string) => {
    const found = kept.find((window) => window.name === name && !taken.has(window.windowId))
    if (found) taken.add(found.windowId)
    return found?.windowId
  }
  const rows = wanted.map(({ windowId, name }, sortOrder) => ({
    orgId,
    canteenId,
    windowId: windowId ?? again(name) ?? newId(now),
    name,
    sortOrder,
    isRetired: false,
  }))
  // all of them first, so that two windows may swap their names
  await db
    .updateTable('canteenWindow')
    .set({ isRetired: true })
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .execute()
  await db
    .insertInto('canteenWindow')
    .values(rows)
    .onConflict((c) =>
      c.columns(['orgId', 'windowId']).doUpdateSet((is) => ({
        name: is.ref('excluded.name'),
        sortOrder: is.ref('excluded.sortOrder'),
        isRetired: is.ref('excluded.isRetired'),
      })),
    )
    .execute()
}

/** Replaces the meals of a canteen; what is published keeps the hours it was published with. */
export async function writeMeals(
  { db, orgId }: AskedByPerson,
  canteenId: string,
  meals: readonly MealHours[],
): Promise<void> {
  await db.deleteFrom('canteenMeal').where('orgId', '=', orgId).where('canteenId', '=', canteenId).execute()
  if (meals.length === 0) return
  await db
    .insertInto('canteenMeal')
    .values(meals.map((meal) => ({ orgId, canteenId, ...meal })))
    .execute()
}
