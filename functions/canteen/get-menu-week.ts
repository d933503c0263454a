import { getMenuWeek } from '../../contract/canteen'
import type { ValueOf } from '../../contract/procedure'
import { type Day, dayOf, formatInstant } from '../../contract/zone'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { votesOf } from './kept-votes'
import { publishedWeek } from './kept-weeks'
import { changesToTell } from './menu-changes'
import { daysFor, dishesFor, readMoment, readMyWeek } from './menu-overlay'
import { type Revisions, readUsualCanteen } from './usual-canteen'
import { weekOf } from './week-of'

type Shown = Pick<ValueOf<typeof getMenuWeek>, 'days' | 'dishes' | 'changes'>

/** What is the same for everybody comes from memory, what is mine or of this moment is read. */
async function weekFor(asked: AskedByPerson, canteenId: string, days: Day[], revisions: Revisions): Promise<Shown> {
  const ofAll = async () => {
    const week = await publishedWeek(asked, canteenId, days, revisions.menu)
    return { week, moment: await readMoment(asked, week) }
  }
  const [{ week, moment }, votes, mine] = await Promise.all([
    ofAll(),
    votesOf(asked, revisions.votes),
    readMyWeek(asked, days),
  ])
  return {
    days: daysFor(week, mine, moment),
    dishes: dishesFor(week, mine, votes),
    changes: changesToTell(week.changes, asked.now),
  }
}

export default keeper(getMenuWeek, async (input, asked) => {
  const { now, person } = asked
  const today = dayOf(now, person.zone)
  const days = weekOf(input.day ?? today)
  const { canteens, usual, revisions } = await readUsualCanteen(asked)
  const canteenId = input.canteenId ?? usual?.canteenId
  if (input.canteenId && !canteens.some((one) => one.canteenId === input.canteenId)) return refuse('NO_SUCH_CANTEEN')
  const nothing = days.map((day) => ({ day, status: 'noData' as const, note: '', sittings: [] }))
  return {
    now: formatInstant(now, person.zone),
    today,
    ...(canteenId ? { canteenId } : {}),
    canteens,
    from: days[0] ?? today,
    ...(canteenId ? await weekFor(asked, canteenId, days, revisions) : { days: nothing, dishes: [], changes: [] }),
  }
})
