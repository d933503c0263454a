import { type MealHours, saveCanteen } from '../../contract/canteen-dishes'
import { mealNames } from '../../contract/canteen-words'
import type { AskedOf } from '../../contract/procedure'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { unlessTaken } from '../unless-taken'
import { readCanteens } from './canteen-records'
import { holdsOneOf } from './holds-one-of'
import { tellOfRetired } from './tell-of-retired'
import { windowsOf, writeMeals, writeWindows } from './write-canteen'

/** What is wrong with the hours, in Chinese, or undefined. */
function hoursProblem(meals: readonly MealHours[]): string | undefined {
  for (const [i, { meal, opensMinute, closesMinute, isReservable, cutoffDays, cutoffMinute }] of meals.entries()) {
    if (meals.findIndex((other) => other.meal === meal) < i) return `${mealNames[meal]}填了两次，请只留一个`
    if (closesMinute <= opensMinute) return `${mealNames[meal]}的结束时间须晚于开始时间`
    if (isReservable && cutoffMinute - cutoffDays * 1440 > opensMinute)
      return `${mealNames[meal]}的截止时间须在开餐之前`
  }
  return undefined
}

/** Holds a canteen still while it is changed. */
async function holdCanteen({ db, orgId }: AskedByPerson, canteenId: string) {
  return db
    .selectFrom('canteen')
    .select(['canteenId', 'isRetired'])
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .forUpdate()
    .executeTakeFirst()
}

async function isSite({ db, orgId }: AskedByPerson, siteId: string): Promise<boolean> {
  const site = db.selectFrom('site').select('siteId').where('orgId', '=', orgId).where('siteId', '=', siteId)
  return (await site.executeTakeFirst()) !== undefined
}

/** Writes the canteen with its windows and meals; undefined when a name is somebody else's. */
async function writeCanteen(
  asked: AskedByPerson,
  canteenId: string,
  input: AskedOf<typeof saveCanteen>,
  kept: Awaited<ReturnType<typeof windowsOf>>,
) {
  const { db, orgId, now } = asked
  const { name, siteId, ownerId, isPublic, isRetired } = input
  const values = { name, siteId: siteId ?? null, ownerId: ownerId ?? null, isPublic, isRetired }
  return unlessTaken(db, async () => {
    const written = await db
      .insertInto('canteen')
      .values({ orgId, canteenId, createdAt: new Date(now), ...values })
      .onConflict((c) => c.columns(['orgId', 'canteenId']).doUpdateSet(values))
      .returning('canteenId')
      .executeTakeFirstOrThrow()
    await writeWindows(asked, canteenId, input.windows, kept)
    await writeMeals(asked, canteenId, input.meals)
    return written
  })
}

export default keeper(saveCanteen, async (input, asked) => {
  const { canteenId = newId(asked.now), siteId, ownerId, windows, meals } = input
  const held = input.canteenId ? await holdCanteen(asked, canteenId) : undefined
  if (input.canteenId && !held) return refuse('NO_SUCH_CANTEEN')
  const problem = hoursProblem(meals)
  if (problem) return refuse('HOURS_INVALID', { problem })
  if (siteId && !(await isSite(asked, siteId))) return refuse('NO_SUCH_PLACE')
  if (ownerId && !(await holdsOneOf(asked, ownerId, ['kitchen', 'manager']))) return refuse('NO_SUCH_PERSON')
  const kept = await windowsOf(asked, canteenId)
  const named = windows.flatMap(({ windowId }) => windowId ?? [])
  const isKnown = (id: string) => kept.some(({ windowId }) => windowId === id)
  if (!named.every(isKnown) || new Set(named).size < named.length) return refuse('NO_SUCH_WINDOW')
  if (!(await writeCanteen(asked, canteenId, input, kept))) return refuse('NAME_TAKEN')
  const [saved] = await readCanteens(asked, { canteenId })
  if (!saved) throw new Error('a canteen just saved is not there')
  const { name, isPublic, isRetired } = saved
  if (isRetired && held && !held.isRetired) await tellOfRetired(asked, { canteenId, name })
  const open = saved.windows.filter((window) => !window.isRetired).map((window) => window.name)
  asked.note({
    canteenId,
    name,
    isNew: !input.canteenId,
    windows: open,
    meals: meals.map(({ meal }) => meal),
    hours: { meals },
    isPublic,
    isRetired,
    ownerId,
  })
  return saved
})
