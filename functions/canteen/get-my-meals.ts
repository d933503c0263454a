import { getMyMeals } from '../../contract/canteen-meals'
import { dayOf, formatInstant } from '../../contract/zone'
import { type AskedByPerson, keeper } from '../keeper'
import { readNextMeal } from './my-next-meal'
import { readToRate } from './my-rateable'
import { readUsualCanteen } from './usual-canteen'

/** So many dishes make the line about today. */
const dishesShown = 8

const todayOfCanteen = {
  name: 'canteen-today',
  text: `SELECT d.is_closed AS "isClosed", ARRAY(
      SELECT name FROM (
        SELECT di.name, min(s.opens_at) AS opens, min(v.sort_order) AS place
        FROM serving v
        JOIN sitting s ON s.org_id = v.org_id AND s.sitting_id = v.sitting_id
        JOIN dish di ON di.org_id = v.org_id AND di.dish_id = v.dish_id
        WHERE v.org_id = $1 AND v.canteen_id = $2 AND v.day = $3 AND v.removed_at IS NULL AND v.sold_out_at IS NULL
          AND s.closes_at > $4
        GROUP BY di.name) dishes ORDER BY opens, place LIMIT ${dishesShown}) AS dishes
    FROM menu_day d
    WHERE d.org_id = $1 AND d.canteen_id = $2 AND d.day = $3 AND d.published_at IS NOT NULL`,
}

/** What a canteen still has today, meal after meal; undefined when nothing of the day is published. */
async function readToday({ cloud, orgId, person, now }: AskedByPerson, canteen: { canteenId: string; name: string }) {
  const { rows } = await cloud.pool.query<{ isClosed: boolean; dishes: string[] }>({
    ...todayOfCanteen,
    values: [orgId, canteen.canteenId, dayOf(now, person.zone), new Date(now)],
  })
  const [row] = rows
  return row && { ...canteen, isClosed: row.isClosed, dishes: row.isClosed ? [] : row.dishes }
}

export default keeper(getMyMeals, async (_input, asked) => {
  const { usual } = await readUsualCanteen(asked)
  const next = usual && (await readNextMeal(asked, usual))
  const today = usual && (await readToday(asked, usual))
  return {
    now: formatInstant(asked.now, asked.person.zone),
    ...(next ? { next } : {}),
    ...(today ? { today } : {}),
    toRate: await readToRate(asked, usual?.canteenId),
  }
})
