import type { MenuDay, Price, Sitting } from '../../contract/canteen'
import type { MealWord } from '../../contract/canteen-words'
import { type Day, formatInstant } from '../../contract/zone'
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
  is_limited: boolean
}

interface ServingRow {
  serving_id: string
  sitting_id: string
  dish_id: string
  window_name: string
  prices: Price[]
  has_half: boolean
  is_limited: boolean
  notes: string[]
}

/** What stands on the menu of some days for everybody: without answers, stars, and what is left at this moment. */
export interface PublishedDays {
  days: MenuDay[]
  /** Meals and dishes with limited places. */
  limitedSittings: string[]
  limitedServings: string[]
}

// After each change of a menu they are asked for by every week that is kept: prepared once on each connection.
const sittingsOfWeek = {
  name: 'menu-week-sittings',
  text: `SELECT d.day, d.is_closed, d.note, d.published_at, d.changed_at, s.sitting_id, s.meal, s.opens_at, s.closes_at,
      s.cutoff_at, s.places IS NOT NULL AS is_limited
    FROM menu_day d
    LEFT JOIN sitting s ON s.org_id = d.org_id AND s.canteen_id = d.canteen_id AND s.day = d.day
      AND s.removed_at IS NULL AND NOT d.is_closed
    WHERE d.org_id = $1 AND d.canteen_id = $2 AND d.day = ANY ($3) AND d.published_at IS NOT NULL
    ORDER BY d.day, s.opens_at, s.sitting_id`,
}
const servingsOfWeek = {
  name: 'menu-week-servings',
  text: `SELECT s.serving_id, s.sitting_id, s.dish_id, w.name AS window_name, s.prices, s.has_half,
      s.places IS NOT NULL AS is_limited, s.notes
    FROM serving s
    JOIN canteen_window w ON w.org_id = s.org_id AND w.window_id = s.window_id
    WHERE s.org_id = $1 AND s.canteen_id = $2 AND s.day = ANY ($3) AND s.removed_at IS NULL
    ORDER BY s.sort_order, s.serving_id`,
}

/** The menu of some days of a canteen; days not published are `noData`, a closed day has no meals. */
export async function readPublishedDays(
  { cloud, orgId, person }: By,
  canteenId: string,
  days: readonly Day[],
): Promise<PublishedDays> {
  const values = [orgId, canteenId, days]
  const [sittings, servings] = await Promise.all([
    cloud.pool.query<SittingRow>({ ...sittingsOfWeek, values }),
    cloud.pool.query<ServingRow>({ ...servingsOfWeek, values }),
  ])
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
    const sitting: Sitting = {
      sittingId: row.sitting_id,
      meal: row.meal,
      opensAt: on(row.opens_at),
      closesAt: on(row.closes_at),
      ...(row.cutoff_at ? { cutoffAt: on(row.cutoff_at) } : {}),
      servings: [],
    }
    day.sittings.push(sitting)
    bySitting.set(row.sitting_id, sitting)
  }
  for (const row of servings.rows) {
    bySitting.get(row.sitting_id)?.servings.push({
      servingId: row.serving_id,
      dishId: row.dish_id,
      window: row.window_name,
      prices: row.prices,
      hasHalf: row.has_half,
      isSoldOut: false,
      notes: row.notes,
    })
  }
  return {
    days: days.map((day) => menu.get(day) ?? { day, status: 'noData', note: '', sittings: [] }),
    limitedSittings: sittings.rows.flatMap((row) => (row.sitting_id && row.is_limited ? [row.sitting_id] : [])),
    limitedServings: servings.rows.flatMap((row) => (row.is_limited ? [row.serving_id] : [])),
  }
}
