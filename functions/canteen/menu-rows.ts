import type { MenuChange, MenuDay, Price, Sitting } from '../../contract/canteen'
import type { MealAnswer, MealWord } from '../../contract/canteen-words'
import { type Day, formatInstant, instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

type By = Pick<AskedByPerson, 'cloud' | 'orgId' | 'person'>

interface SittingRow {
  day: Day
  is_closed: boolean
  note: string
  published_at: Date | null
  changed_at: Date | null
  sitting_id: string | null
  meal: MealWord
  opens_at: Date
  closes_at: Date
  cutoff_at: Date | null
  places_left: number | null
  answer: MealAnswer['answer'] | null
  portion: MealAnswer['portion']
  serving_ids: string[]
}

interface ServingRow {
  serving_id: string
  sitting_id: string
  dish_id: string
  window_name: string
  prices: Price[]
  has_half: boolean
  places_left: number | null
  is_sold_out: boolean
  notes: string[]
}

// Hundreds of people open the menu before lunch: these statements are prepared once on each connection.
const sittingsOfWeek = {
  name: 'menu-week-sittings',
  text: `SELECT d.day, d.is_closed, d.note, d.published_at, d.changed_at, s.sitting_id, s.meal, s.opens_at, s.closes_at,
      s.cutoff_at, s.places - s.taken AS places_left, a.answer, a.portion, a.serving_ids
    FROM menu_day d
    LEFT JOIN sitting s ON s.org_id = d.org_id AND s.canteen_id = d.canteen_id AND s.day = d.day
      AND s.removed_at IS NULL AND NOT d.is_closed
    LEFT JOIN meal_answer a ON a.org_id = s.org_id AND a.person_id = $4 AND a.day = s.day AND a.meal = s.meal
      AND a.sitting_id = s.sitting_id
    WHERE d.org_id = $1 AND d.canteen_id = $2 AND d.day = ANY ($3) AND d.published_at IS NOT NULL
    ORDER BY d.day, s.opens_at, s.sitting_id`,
}
const servingsOfWeek = {
  name: 'menu-week-servings',
  text: `SELECT s.serving_id, s.sitting_id, s.dish_id, w.name AS window_name, s.prices, s.has_half,
      s.places - s.taken AS places_left, s.sold_out_at IS NOT NULL AS is_sold_out, s.notes
    FROM serving s
    JOIN canteen_window w ON w.org_id = s.org_id AND w.window_id = s.window_id
    WHERE s.org_id = $1 AND s.canteen_id = $2 AND s.day = ANY ($3) AND s.removed_at IS NULL
    ORDER BY s.sort_order, s.serving_id`,
}
// asked apart: a person has rated a handful, and a join would look for a rating of each of the week's hundreds of servings
const myStarsOfWeek = {
  name: 'menu-week-stars',
  text: `SELECT serving_id, stars FROM rating
    WHERE org_id = $1 AND person_id = $2 AND rated_at >= $3 AND withdrawn_at IS NULL`,
}
const changesOfMenu = {
  name: 'menu-changes',
  text: `SELECT c.change_id AS "changeId", c.at, c.day, c.meal, c.dish_id AS "dishId", coalesce(d.name, '') AS dish, c.kind,
      c.fields
    FROM menu_change c LEFT JOIN dish d ON d.org_id = c.org_id AND d.dish_id = c.dish_id
    WHERE c.org_id = $1 AND c.canteen_id = $2 AND c.at > $3 AND c.day >= $4
    ORDER BY c.at DESC, c.change_id LIMIT 50`,
}

/** The published days among some days of a canteen, with what the asker answered and rated; a closed day has no meals. */
export async function readMenuDays(
  { cloud, orgId, person }: By,
  canteenId: string,
  days: readonly Day[],
): Promise<Map<Day, MenuDay>> {
  const where = [orgId, canteenId, days]
  // nothing is rated before its day
  const since = new Date(instantAt(days[0] ?? '1970-01-01', 0, person.zone))
  const [sittings, servings, rated] = await Promise.all([
    cloud.pool.query<SittingRow>({ ...sittingsOfWeek, values: [...where, person.personId] }),
    cloud.pool.query<ServingRow>({ ...servingsOfWeek, values: where }),
    cloud.pool.query<{ serving_id: string; stars: number }>({
      ...myStarsOfWeek,
      values: [orgId, person.personId, since],
    }),
  ])
  const starsOf = new Map(rated.rows.map(({ serving_id, stars }) => [serving_id, stars]))
  const on = (at: Date) => formatInstant(at.getTime(), person.zone)
  const menu = new Map<Day, MenuDay>()
  const bySitting = new Map<string, Sitting>()
  for (const row of sittings.rows) {
    const day = menu.get(row.day) ?? {
      day: row.day,
      status: row.is_closed ? 'closed' : 'open',
      note: row.note,
      ...(row.published_at ? { publishedAt: on(row.published_at) } : {}),
      ...(row.changed_at ? { changedAt: on(row.changed_at) } : {}),
      sittings: [],
    }
    menu.set(row.day, day)
    if (row.sitting_id === null) continue
    const { answer, portion, serving_ids: servingIds } = row
    const sitting: Sitting = {
      sittingId: row.sitting_id,
      meal: row.meal,
      opensAt: on(row.opens_at),
      closesAt: on(row.closes_at),
      ...(row.cutoff_at ? { cutoffAt: on(row.cutoff_at) } : {}),
      ...(row.places_left === null ? {} : { placesLeft: row.places_left }),
      ...(answer ? { mine: { answer, portion, servingIds } } : {}),
      servings: [],
    }
    day.sittings.push(sitting)
    bySitting.set(row.sitting_id, sitting)
  }
  for (const row of servings.rows) {
    const myStars = starsOf.get(row.serving_id)
    bySitting.get(row.sitting_id)?.servings.push({
      servingId: row.serving_id,
      dishId: row.dish_id,
      window: row.window_name,
      prices: row.prices,
      hasHalf: row.has_half,
      ...(row.places_left === null ? {} : { placesLeft: row.places_left }),
      isSoldOut: row.is_sold_out,
      notes: row.notes,
      ...(myStars === undefined ? {} : { myStars }),
    })
  }
  return menu
}

/** What changed about a canteen's menu since an instant (epoch ms), newest first, at most 50. `sinceDay` is its day. */
export async function readMenuChanges(
  { cloud, orgId, person }: By,
  canteenId: string,
  since: number,
  sinceDay: Day,
): Promise<MenuChange[]> {
  const { rows } = await cloud.pool.query<Omit<MenuChange, 'at'> & { at: Date; meal: MealWord; dishId: string }>({
    ...changesOfMenu,
    // what changes lies ahead: earlier days need not be looked at
    values: [orgId, canteenId, new Date(since), sinceDay],
  })
  return rows.map(({ at, meal, dishId, ...change }) => ({
    ...change,
    at: formatInstant(at.getTime(), person.zone),
    ...(meal ? { meal } : {}),
    ...(dishId ? { dishId } : {}),
  }))
}
