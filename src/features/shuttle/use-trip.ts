import { useState } from 'react'
import type { Colleague } from '../../../contract/people'
import type { MySeat } from '../../../contract/shuttle-ride'
import { getTripSeats, reserveSeat, type Season, saveSeason } from '../../../contract/shuttle-seats'
import type { SeatKind } from '../../../contract/shuttle-words'
import { addDays, type Day, isDay } from '../../../contract/zone'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { askForReminders } from '../../platform/reminders'
import { useMe } from '../../session'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { reserveSentence, seasonSentences } from './sentences'
import { freeOn, segmentOf } from './trip-segment'

/** Whose seat it is: mine unless a colleague or a guest is named. */
export interface ForWhom {
  colleague?: Colleague
  guestName?: string
}

export type Done = { seat: MySeat } | { season: Season }

/** One trip on one day, which stretch of it is wanted, for whom, once or on every workday; and reserving that. */
export function useTrip() {
  const me = useMe()
  const params = useParams<'tripId' | 'day' | 'from' | 'to'>()
  const { tripId = '', day = '' } = params
  const asked = useAsked(getTripSeats, me ? { tripId, day } : undefined)
  const { now } = usePresent(asked.value, asked.problem !== undefined)
  const [wish, setWish] = useState({ from: params.from, to: params.to })
  const [kind, setKind] = useState<SeatKind>('seat')
  const [forWhom, setForWhom] = useState<ForWhom>({})
  /** With it a seat on every workday until then. */
  const [seasonUntil, setSeasonUntil] = useState<Day>()
  const [problem, setProblem] = useState('')
  const [done, setDone] = useState<Done>()

  const stops = asked.value?.stops ?? []
  const segment = segmentOf(stops, wish.from, wish.to)
  const [fromStopId, toStopId] = [stops[segment.from]?.stopId ?? '', stops[segment.to]?.stopId ?? '']
  const forPersonId = forWhom.colleague?.personId

  const reserveOnce = async (orWait: boolean) => {
    const { guestName } = forWhom
    const answer = await call(reserveSeat, {
      tripId,
      day,
      fromStopId,
      toStopId,
      kind,
      orWait,
      ...(forPersonId ? { forPersonId } : {}),
      ...(guestName ? { guestName } : {}),
    })
    if ('value' in answer) setDone({ seat: answer.value })
    else setProblem(reserveSentence(answer, now))
  }
  const reserveAlways = async (until: Day) => {
    const input = { tripId, fromStopId, toStopId, kind, from: day, until, ...(forPersonId ? { forPersonId } : {}) }
    const answer = await call(saveSeason, input)
    if ('value' in answer) setDone({ season: answer.value })
    else setProblem(seasonSentences[answer.refusal])
  }
  return {
    me,
    asked,
    now,
    day,
    segment,
    kind,
    forWhom,
    seasonUntil,
    problem,
    done,
    free: freeOn(stops, segment, kind),
    chooseFrom: (from: string) => setWish({ ...wish, from }),
    chooseTo: (to: string) => setWish({ ...wish, to }),
    setKind,
    setForWhom: (next: ForWhom) => {
      setForWhom(next)
      setProblem('')
    },
    setSeasonUntil,
    /** The days a season may end on, by how long it is. */
    seasonEnds: isDay(day) ? [13, 30, 91].map((days) => addDays(day, days)) : [],
    reserve: async (orWait: boolean) => {
      // WeChat allows the question only directly in the tap, before anything is awaited.
      askForReminders()
      setProblem('')
      try {
        await (seasonUntil ? reserveAlways(seasonUntil) : reserveOnce(orWait))
      } catch (thrown) {
        setProblem(sentenceOf(thrown))
      }
      await asked.refresh()
    },
  }
}
