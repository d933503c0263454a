import { sql } from 'kysely'
import { mealNames } from '../../contract/canteen-words'
import { formatDayLong } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { tellEach } from '../tell-each'
import { type Happening, happeningsOf } from './menu-happenings'
import type { DayPlan, PlannedSitting, Present } from './planned-menu'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'person' | 'now'>

/** Who said that they eat a meal or dish among these, and who has a dish among their favourites. */
async function readTouched({ db, orgId }: By, happenings: readonly Happening[]) {
  const meals = happenings.filter(({ servingId }) => servingId === undefined).map(({ sittingId }) => sittingId)
  const servingIds = happenings.flatMap(({ servingId }) => servingId ?? [])
  const dishIds = happenings.flatMap(({ dishId }) => dishId ?? [])
  const answers = await sql<{ personId: string; sittingId: string; servingIds: string[] }>`
    SELECT a.person_id, a.sitting_id, a.serving_ids
    FROM meal_answer a JOIN person p ON p.org_id = a.org_id AND p.person_id = a.person_id AND p.status <> 'left'
    WHERE a.org_id = ${orgId} AND a.answer = 'eats'
      AND a.sitting_id = ANY (${[...new Set(happenings.map(({ sittingId }) => sittingId))]}::uuid[])
      AND (a.sitting_id = ANY (${meals}::uuid[]) OR a.serving_ids && ${servingIds}::uuid[])`.execute(db)
  const favourites = await sql<{ personId: string; dishId: string }>`
    SELECT f.person_id, f.dish_id
    FROM dish_favourite f JOIN person p ON p.org_id = f.org_id AND p.person_id = f.person_id AND p.status <> 'left'
    WHERE f.org_id = ${orgId} AND f.dish_id = ANY (${[...new Set(dishIds)]}::uuid[])`.execute(db)
  const names = await sql<{ dishId: string; name: string }>`
    SELECT dish_id, name FROM dish WHERE org_id = ${orgId} AND dish_id = ANY (${[...new Set(dishIds)]}::uuid[])`.execute(
    db,
  )
  return {
    answers: answers.rows,
    favourites: favourites.rows,
    names: new Map(names.rows.map(({ dishId, name }) => [dishId, name])),
  }
}

/** All that one person is told, once. */
interface Letter {
  personId: string
  texts: Set<string>
  day: string
  isReserved: boolean
  isOnlyServed: boolean
}

const mostTold = 4

function wordsOf({ texts, isReserved, isOnlyServed }: Letter) {
  const shown = [...texts].slice(0, mostTold)
  const more = texts.size > shown.length ? `……共 ${texts.size} 处，请到食堂菜单里查看` : ''
  const title = isReserved ? '你报的餐有变化' : isOnlyServed ? '收藏的菜上菜单了' : '收藏的菜有变化'
  return { title, body: `${shown.join('；')}${more}。` }
}

/** One letter for each whom it touches: first what they reserved, then their favourites of which that said nothing. */
function lettersOf(happenings: readonly Happening[], touched: Awaited<ReturnType<typeof readTouched>>): Letter[] {
  const letters = new Map<string, Letter>()
  const heard = new Set<string>()
  const tell = (personId: string, happening: Happening, whose: 'reserved' | 'favourite') => {
    const { day, meal, sittingId, servingId, dishId = '' } = happening
    const isHeard = [sittingId, servingId].some((what) => heard.has(`${personId} ${what}`))
    if (whose === 'favourite' && isHeard) return
    heard.add(`${personId} ${servingId ?? sittingId}`)
    const letter = letters.get(personId) ?? { personId, texts: new Set(), day, isReserved: false, isOnlyServed: true }
    letter.texts.add(
      `${formatDayLong(day)}${mealNames[meal]}${happening.words(whose, touched.names.get(dishId) ?? '')}`,
    )
    if (day < letter.day) letter.day = day
    if (whose === 'reserved') letter.isReserved = true
    if (!happening.isServed) letter.isOnlyServed = false
    letters.set(personId, letter)
  }
  for (const { personId, sittingId, servingIds } of touched.answers) {
    for (const happening of happenings) {
      if (happening.sittingId !== sittingId || happening.isGoneWithMeal) continue
      if (happening.servingId === undefined || servingIds.includes(happening.servingId))
        tell(personId, happening, 'reserved')
    }
  }
  for (const { personId, dishId } of touched.favourites) {
    for (const happening of happenings) if (happening.dishId === dishId) tell(personId, happening, 'favourite')
  }
  return [...letters.values()]
}

/**
 * Tells everybody once whose reservation or favourite is touched by what was published; how many were told. What somebody
 * must not eat is not known here: their phone looks through the changes itself.
 */
export async function tellOfMenu(
  by: By,
  canteenId: string,
  plans: readonly DayPlan[],
  menu: { sittings: readonly Present<PlannedSitting>[] },
): Promise<number> {
  const happenings = happeningsOf(plans, menu.sittings, { zone: by.person.zone, now: by.now })
  if (happenings.length === 0) return 0
  const letters = lettersOf(happenings, await readTouched(by, happenings))
  const one = (letter: Letter) => ({
    ...wordsOf(letter),
    path: `/features/canteen/menu?canteenId=${canteenId}&day=${letter.day}`,
  })
  await tellEach(by.db, { orgId: by.orgId, now: by.now }, letters, {
    one,
    // everybody has one letter
    sum: ([first]) => (first ? one(first) : { title: '', body: '', path: '' }),
  })
  return letters.length
}
