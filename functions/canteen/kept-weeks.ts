import type { MenuDish } from '../../contract/canteen'
import { addDays, type Day, dayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { readMenuChanges, type ToldChange } from './menu-changes'
import { readDishesOfMenu } from './menu-dishes'
import { type PublishedDays, readPublishedDays } from './menu-rows'

/** A week of a canteen as everybody sees it. What is added for one person is added to copies. */
export interface PublishedWeek extends PublishedDays {
  canteenId: string
  dishes: MenuDish[]
  changes: ToldChange[]
}

/** Whose it is and which, what it was read at, and the reading itself: who asks meanwhile waits for it too. */
interface Kept {
  revision: number
  today: Day
  week: Promise<PublishedWeek>
}

/** So many weeks are kept by a process, some 0.3 MB each where a canteen cooks four meals of twelve dishes. */
const mostKept = 200
/** Weeks that begin so many days before or after today are kept; others are asked for rarely. */
const nearDays = 14

const kept = new WeakMap<Db, Map<string, Kept>>()

async function readWeek(asked: AskedByPerson, canteenId: string, days: readonly Day[]): Promise<PublishedWeek> {
  const today = dayOf(asked.now, asked.person.zone)
  const [published, changes] = await Promise.all([
    readPublishedDays(asked, canteenId, days),
    readMenuChanges(asked, canteenId, today),
  ])
  const servings = published.days.flatMap(({ sittings }) => sittings.flatMap((sitting) => sitting.servings))
  const dishes = await readDishesOfMenu(asked, [...new Set(servings.map(({ dishId }) => dishId))])
  return { ...published, canteenId, dishes, changes }
}

/**
 * A week of a canteen as everybody sees it, read only when a menu or a label of the institution has changed since.
 * `revision` must have been read in this call: what is newly read is then at least as new, and a change in between is
 * seen as newer by the next call, never missed.
 */
export async function publishedWeek(
  asked: AskedByPerson,
  canteenId: string,
  days: readonly Day[],
  revision: number,
): Promise<PublishedWeek> {
  const { cloud, orgId, person, now } = asked
  const today = dayOf(now, person.zone)
  const [monday = today] = days
  if (monday < addDays(today, -nearDays) || monday > addDays(today, nearDays)) return readWeek(asked, canteenId, days)
  const weeks = kept.get(cloud.db) ?? new Map<string, Kept>()
  kept.set(cloud.db, weeks)
  const key = [orgId, person.zone, canteenId, monday].join(' ')
  const known = weeks.get(key)
  weeks.delete(key)
  const isRight = known?.revision === revision && known.today === today
  const here = isRight ? known : { revision, today, week: readWeek(asked, canteenId, days) }
  // the one used last stands last
  weeks.set(key, here)
  if (weeks.size > mostKept) weeks.delete(weeks.keys().next().value ?? '')
  return here.week.catch((cause: unknown) => {
    if (weeks.get(key) === here) weeks.delete(key)
    throw cause
  })
}
