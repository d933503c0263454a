import { getMenuWeek } from '../../contract/canteen'
import { addDays, dayOf, formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { readDishesOfMenu } from './menu-dishes'
import { readMenuChanges, readMenuDays } from './menu-rows'
import { readUsualCanteen } from './usual-canteen'
import { weekOf } from './week-of'

/** Changes of the last so many days are told. */
const changeDays = 7

export default keeper(getMenuWeek, async (input, asked) => {
  const { now, person } = asked
  const today = dayOf(now, person.zone)
  const days = weekOf(input.day ?? today)
  const { canteens, usual } = await readUsualCanteen(asked)
  const canteenId = input.canteenId ?? usual?.canteenId
  if (input.canteenId && !canteens.some((one) => one.canteenId === input.canteenId)) return refuse('NO_SUCH_CANTEEN')
  const menu = canteenId ? await readMenuDays(asked, canteenId, days) : new Map<string, never>()
  const shown = days.map((day) => menu.get(day) ?? { day, status: 'noData' as const, note: '', sittings: [] })
  const dishIds = shown.flatMap(({ sittings }) =>
    sittings.flatMap(({ servings }) => servings.map(({ dishId }) => dishId)),
  )
  return {
    now: formatInstant(now, person.zone),
    today,
    ...(canteenId ? { canteenId } : {}),
    canteens,
    from: days[0] ?? today,
    days: shown,
    dishes: await readDishesOfMenu(asked, [...new Set(dishIds)]),
    changes: canteenId
      ? await readMenuChanges(asked, canteenId, now - changeDays * 86_400_000, addDays(today, -changeDays))
      : [],
  }
})
