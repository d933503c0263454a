import { addDays, type Day, dayOf, weekdayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { readFeedbackSetting } from '../../functions/canteen/feedback-clock'
import { newId } from '../../functions/secrets'
import { answerRows, writeAnswers } from './canteen-guests'
import { batchesOf, type DemoCanteen, type DemoDay, type MenuRows, menuRows, writeMenus } from './canteen-menu'
import { type CanteenOutline, canteenOutlines } from './canteen-outlines'
import { type CanteenCast, writeCanteens } from './canteen-places'
import { type RatingRows, ratingRows } from './canteen-ratings'
import { actions } from './canteen-voices'
import { chanceOf } from './chance'
import type { Outline } from './institution'

const zone = '+08:00'

async function readCast(db: Db, orgId: number) {
  const people = await db
    .selectFrom('person')
    .select(['personId', 'duties'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'active')
    .orderBy('staffNumber')
    .execute()
  const holder = (duty: string) => people.find(({ duties }) => duties.includes(duty))?.personId
  const ownerId = holder('kitchen')
  const keeperId = ownerId ?? holder('admin') ?? people[0]?.personId ?? ''
  const cast: CanteenCast = { keeperId, ownerId, managerId: holder('manager') }
  return { cast, people: people.map(({ personId }) => personId) }
}

async function readDemoCanteens(db: Db, orgId: number, outlines: readonly CanteenOutline[]): Promise<DemoCanteen[]> {
  const of = {
    canteens: db.selectFrom('canteen'),
    windows: db.selectFrom('canteenWindow'),
    dishes: db.selectFrom('dish'),
  }
  const canteens = await of.canteens.select(['canteenId', 'name', 'ownerId']).where('orgId', '=', orgId).execute()
  const windows = await of.windows
    .select(['canteenId', 'windowId', 'name'])
    .where('orgId', '=', orgId)
    .where('isRetired', '=', false)
    .execute()
  const dishes = await of.dishes
    .select(['dishId', 'name', 'prices'])
    .where('orgId', '=', orgId)
    .where('isRetired', '=', false)
    .where('hasProblems', '=', false)
    .execute()
  const byName = new Map(
    dishes.map(({ dishId, name, prices }) => [name, { dishId, prices: prices as unknown as DemoPrices }]),
  )
  return outlines.flatMap((outline) => {
    const canteen = canteens.find(({ name }) => name === outline.name)
    if (!canteen) return []
    const own = windows.filter(({ canteenId }) => canteenId === canteen.canteenId)
    return [{ ...canteen, outline, windowIds: new Map(own.map((each) => [each.name, each.windowId])), dishes: byName }]
  })
}
type DemoPrices = DemoCanteen['dishes'] extends ReadonlyMap<string, { prices: infer P }> ? P : never

/** The last three weeks, this one and the next, each day with what the calendar says of it. */
async function readDays(db: Db, orgId: number, today: Day): Promise<DemoDay[]> {
  const special = await db
    .selectFrom('specialDay')
    .select(['day', 'isOffDay', 'name'])
    .where('orgId', '=', orgId)
    .execute()
  const monday = addDays(today, 1 - weekdayOf(today))
  return Array.from({ length: 35 }, (_, i) => {
    const day = addDays(monday, i - 21)
    const known = special.find((each) => String(each.day) === day)
    const isOff = known ? known.isOffDay : weekdayOf(day) === 7
    const closedFor = isOff ? (known ? `${known.name}放假，食堂不供餐。` : '周日不供餐。') : undefined
    // whoever looks today sees a menu
    if (day === today) return { day, isShort: isOff || (!known && weekdayOf(day) === 6) }
    return { day, closedFor, isShort: !known && weekdayOf(day) === 6 }
  })
}

async function writeRatings(db: Db, { ratings, messages }: RatingRows): Promise<void> {
  for (const some of batchesOf(ratings)) await db.insertInto('rating').values(some).execute()
  for (const some of batchesOf(messages)) await db.insertInto('ratingMessage').values(some).execute()
}

/** Corrective actions, favourites, and one change of the menu that is ahead. */
async function writeRest(
  db: Db,
  { orgId, now, today }: { orgId: number; now: number; today: Day },
  {
    people,
    cast,
    menu,
    complaint,
  }: { people: readonly string[]; cast: CanteenCast; menu: MenuRows } & Pick<RatingRows, 'complaint'>,
): Promise<void> {
  const { ownerId, managerId } = cast
  const chance = chanceOf('favourites of the canteen')
  const at = new Date(now - 2 * 86_400_000)
  const dishIds = [...new Set(menu.servings.map(({ dishId }) => dishId))]
  const pairs = people.slice(0, 120).flatMap((personId, i) => Array.from({ length: i === 0 ? 4 : 2 }, () => personId))
  const favourites = pairs.map((personId) => ({ orgId, personId, dishId: chance.pick(dishIds), at }))
  await db
    .insertInto('dishFavourite')
    .values(favourites)
    .onConflict((c) => c.doNothing())
    .execute()
  if (!ownerId || !managerId || !complaint) return
  const { ratingId, dishId, canteenId } = complaint
  await db
    .insertInto('correctiveAction')
    .values(
      actions.map(({ dueInDays, status, ...action }, i) => ({
        orgId,
        actionId: newId(now),
        canteenId,
        ...action,
        status,
        ...(i === 0 ? { ratingId, dishId } : {}),
        ownerId,
        dueOn: addDays(today, dueInDays),
        createdAt: at,
        createdBy: managerId,
        ...(status === 'done' ? { doneAt: new Date(now - 86_400_000), doneBy: ownerId } : {}),
      })),
    )
    .execute()
  const added = menu.servings.find((serving) => String(serving.day) > addDays(today, 1))
  const sitting = menu.sittings.find(({ sittingId }) => sittingId === added?.sittingId)
  if (!added || !sitting) return
  const { servingId, day, canteenId: where } = added
  const about = { canteenId: where, day, meal: sitting.meal, dishId: added.dishId, servingId }
  await db
    .insertInto('menuChange')
    .values({ orgId, changeId: newId(now), ...about, kind: 'added', at: new Date(now - 3_600_000), byId: ownerId })
    .execute()
}

/**
 * Gives an institution of the demo its canteens, and fills the days of the three weeks before, this week and the next that
 * have no menu yet: with menus, answers and ratings. A demo that was left alone is alive again at its next start. `now` in
 * epoch ms. Gives how many servings were written.
 */
export async function writeCanteen(db: Db, orgId: number, { slug }: Outline, now: number): Promise<number> {
  const outlines = canteenOutlines[slug] ?? []
  const today = dayOf(now, zone)
  const { cast, people } = await readCast(db, orgId)
  const known = await db.selectFrom('canteen').select('canteenId').where('orgId', '=', orgId).limit(1).execute()
  const isNew = known.length === 0
  if (isNew) await writeCanteens(db, { orgId, now }, outlines, cast)
  const days = await readDays(db, orgId, today)
  const filled = await db.selectFrom('menuDay').select(['canteenId', 'day']).where('orgId', '=', orgId).execute()
  const isFilled = new Set(filled.map(({ canteenId, day }) => `${canteenId} ${day}`))
  // the special meal is on the Thursday of next week
  const specialOn = isNew ? days[31]?.day : undefined

  const canteens = await readDemoCanteens(db, orgId, outlines)
  const menu: MenuRows = { days: [], sittings: [], servings: [] }
  const shares = new Map<string, number>()
  for (const canteen of canteens) {
    const empty = days.filter(({ day }) => !isFilled.has(`${canteen.canteenId} ${day}`))
    const rows = menuRows(orgId, canteen, empty, { now, today, specialOn })
    menu.days.push(...rows.days)
    menu.sittings.push(...rows.sittings)
    menu.servings.push(...rows.servings)
    const { share, special } = canteen.outline
    for (const { sittingId, meal, places } of rows.sittings) {
      // everybody wants to be there
      const isSpecial = special?.meal === meal && special.places === places
      shares.set(sittingId, isSpecial ? 0.09 : (share[meal as keyof typeof share] ?? 0))
    }
  }
  if (menu.days.length === 0) return 0

  const chance = chanceOf(`canteen of ${slug} ${menu.days[0]?.day}`)
  const tables = menu.sittings.map((sitting) => ({ sitting, share: shares.get(sitting.sittingId) ?? 0 }))
  const answers = answerRows(orgId, tables, people, now, chance)
  await writeMenus(db, menu)
  await writeAnswers(db, answers)
  const { managerId, keeperId, ownerId = null } = cast
  const eaters = new Map<string, string[]>()
  for (const { sittingId, personId, answer } of answers)
    if (answer === 'eats') eaters.set(sittingId, [...(eaters.get(sittingId) ?? []), personId])
  const setting = await readFeedbackSetting(db, orgId)
  const ratings = managerId
    ? ratingRows({ orgId, now, setting, menu, eaters, firstId: people[0] ?? '', keeperId, ownerId, managerId, chance })
    : { ratings: [], messages: [] }
  await writeRatings(db, ratings)
  if (isNew) await writeRest(db, { orgId, now, today }, { people, cast, menu, complaint: ratings.complaint })
  return menu.servings.length
}
