import { useState } from 'react'
import { getMenuWeek } from '../../../contract/canteen'
import type { MealWord } from '../../../contract/canteen-words'
import type { ValueOf } from '../../../contract/procedure'
import { addDays, type Day, dayOf, parseInstant, weekdayOf } from '../../../contract/zone'
import { keep, recall } from '../../platform/storage'
import { currentSession, useMe } from '../../session'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'

export type MenuWeek = ValueOf<typeof getMenuWeek>
export type MenuDay = MenuWeek['days'][number]
export type Sitting = MenuDay['sittings'][number]

const place = () => `canteen.${currentSession()?.me.personId ?? ''}`

/** Monday of the week that holds a day. */
const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** Which meal is shown before one is chosen: today the next one that is not over, on other days lunch. */
function firstMeal(sittings: readonly Sitting[], isToday: boolean, now: number): Sitting | undefined {
  const open = isToday ? sittings.find(({ closesAt }) => (parseInstant(closesAt) ?? 0) > now) : undefined
  return open ?? sittings.find(({ meal }) => meal === 'lunch') ?? sittings[0]
}

/** The menu of this week and the next: which canteen, day and meal are open, and what is known of them. */
export function useMenu() {
  const me = useMe()
  const params = useParams<'canteenId' | 'day' | 'meal'>()
  const [canteenId, setCanteenId] = useState(() => params.canteenId ?? recall<string>(place()))
  const [chosenDay, setDay] = useState(params.day)
  const [meal, setMeal] = useState(params.meal as MealWord | undefined)

  const thisWeek = useAsked(getMenuWeek, me ? { canteenId } : undefined)
  const { now, zone } = usePresent(thisWeek.value, thisWeek.problem !== undefined)
  const today = thisWeek.value && !thisWeek.problem ? thisWeek.value.today : dayOf(now, zone)
  const day = chosenDay ?? today
  const monday = mondayOf(day)
  const isThisWeek = monday === mondayOf(today)
  const otherWeek = useAsked(getMenuWeek, me && !isThisWeek ? { canteenId, day: monday } : undefined)

  const asked = isThisWeek ? thisWeek : otherWeek
  const menuDay = asked.value?.days.find((each) => each.day === day)
  const sittings = menuDay?.sittings ?? []
  const sitting = sittings.find((each) => each.meal === meal) ?? firstMeal(sittings, day === today, now)
  const begin = day < today ? monday : today
  const days = Array.from({ length: 15 }, (_, at) => addDays(begin, at)).filter(
    (each) => each < addDays(mondayOf(today), 14),
  )
  return {
    me,
    now,
    zone,
    today,
    day,
    days,
    asked,
    menuDay,
    sitting,
    canteens: (asked.value ?? thisWeek.value)?.canteens ?? [],
    canteenId: asked.value?.canteenId ?? canteenId,
    /** The next day after this one on which something is served, as far as it is known. */
    nextOpen: [...(thisWeek.value?.days ?? []), ...(otherWeek.value?.days ?? [])].find(
      (each) => each.day > day && each.status === 'open',
    )?.day,
    /** Whether 吃不吃 can still be answered for a meal. */
    mayAnswer: ({ cutoffAt }: Sitting) => cutoffAt !== undefined && (parseInstant(cutoffAt) ?? 0) > now,
    setDay,
    setMeal,
    setCanteenId: (next: string | undefined) => {
      keep(place(), next)
      setCanteenId(next)
    },
    refresh: asked.refresh,
  }
}
