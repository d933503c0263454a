import { useState } from 'react'
import type { ValueOf } from '../../../contract/procedure'
import { getLine } from '../../../contract/shuttle'
import { addDays, type Day, dayOf } from '../../../contract/zone'
import { useMe } from '../../session'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { zoneOf } from './words'

export type Line = ValueOf<typeof getLine>
export type LineDirection = Line['directions'][number]

const daysShown = 14

/** One line on one day, one of its directions, and the stop whose times are read. */
export function useLine() {
  const me = useMe()
  const { routeId = '', day: first } = useParams<'routeId' | 'day'>()
  const [day, setDay] = useState<Day | undefined>(first)
  const [directionId, setDirectionId] = useState<number>()
  const [stopAt, setStopAt] = useState(0)
  const asked = useAsked(getLine, me ? { routeId, day } : undefined)
  const present = usePresent(asked.value, asked.problem !== undefined)
  const zone = asked.value ? zoneOf(asked.value.now) : present.zone
  const today = dayOf(present.now, zone)
  const directions = asked.value?.directions ?? []
  const direction = directions.find((each) => each.directionId === directionId) ?? directions[0]
  return {
    me,
    asked,
    now: present.now,
    zone,
    day: day ?? asked.value?.day ?? today,
    days: Array.from({ length: daysShown }, (_, at) => addDays(today, at)),
    setDay,
    direction,
    stopAt: direction && stopAt < direction.stops.length ? stopAt : 0,
    setStopAt,
    setDirectionId: (next: number) => {
      setDirectionId(next)
      setStopAt(0)
    },
  }
}
