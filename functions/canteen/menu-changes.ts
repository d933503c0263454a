import type { MenuChange } from '../../contract/canteen'
import type { MealWord } from '../../contract/canteen-words'
import { addDays, type Day, formatInstant, instantAt } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** Changes of the last so many days are told. */
const changeDays = 7

/** A change, and when it was (epoch ms). */
export interface ToldChange {
  at: number
  change: MenuChange
}

const changesOfMenu = {
  name: 'menu-changes',
  text: `SELECT c.change_id AS "changeId", c.at, c.day, c.meal, c.dish_id AS "dishId", coalesce(d.name, '') AS dish, c.kind,
      c.fields
    FROM menu_change c LEFT JOIN dish d ON d.org_id = c.org_id AND d.dish_id = c.dish_id
    WHERE c.org_id = $1 AND c.canteen_id = $2 AND c.at > $3 AND c.day >= $4
    ORDER BY c.at DESC, c.change_id LIMIT 50`,
}

/** What changed about a canteen's menu, newest first, at most 50: all that may be told at some moment of this day. */
export async function readMenuChanges(
  { cloud, orgId, person }: Pick<AskedByPerson, 'cloud' | 'orgId' | 'person'>,
  canteenId: string,
  today: Day,
): Promise<ToldChange[]> {
  // what changes lies ahead: earlier days need not be looked at
  const first = addDays(today, -changeDays)
  const { rows } = await cloud.pool.query<Omit<MenuChange, 'at'> & { at: Date; meal: MealWord; dishId: string }>({
    ...changesOfMenu,
    values: [orgId, canteenId, new Date(instantAt(first, 0, person.zone)), first],
  })
  return rows.map(({ at, meal, dishId, ...change }) => ({
    at: at.getTime(),
    change: {
      ...change,
      at: formatInstant(at.getTime(), person.zone),
      ...(meal ? { meal } : {}),
      ...(dishId ? { dishId } : {}),
    },
  }))
}

/** Those that are told now (epoch ms). */
export function changesToTell(changes: readonly ToldChange[], now: number): MenuChange[] {
  const since = now - changeDays * 86_400_000
  return changes.filter(({ at }) => at > since).map(({ change }) => change)
}
