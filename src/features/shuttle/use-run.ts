import { useState } from 'react'
import type { AnyProcedure, InputOf, RefusalOf, ValueOf } from '../../../contract/procedure'
import { boardRider, getManifest, type ManifestSeat, reportDelay, unboardRider } from '../../../contract/shuttle-fleet'
import { closeRun } from '../../../contract/shuttle-vehicles'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { canScan, scan } from '../../platform/scan'
import { useMe } from '../../session'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { boardSentence, closeSentences, delaySentences, unboardSentences } from './run-sentences'
import { useTicking } from './use-ticking'
import { msOf } from './words'

export type Manifest = ValueOf<typeof getManifest>

/** What came of a code or a tap, shown large. */
export interface Outcome {
  isGood: boolean
  mark: string
  title: string
  text: string
}

const askEveryMs = 30_000

/** Where the bus is by the clock: the last stop it has come to, with a few minutes for getting on; the first one before it starts. */
function stopNow({ stops, run }: Manifest, now: number): number {
  let at = 0
  stops.forEach(({ departsAt }, each) => {
    if (each > 0 && msOf(departsAt) + (run.delayMinutes - 5) * 60_000 <= now) at = each
  })
  return Math.min(at, Math.max(0, stops.length - 2))
}

/** One trip as its driver works with it. */
export function useRun() {
  const me = useMe()
  const { tripId = '', day = '' } = useParams<'tripId' | 'day'>()
  const asked = useAsked(getManifest, me ? { tripId, day } : undefined)
  const { now } = usePresent(asked.value, asked.problem !== undefined)
  const [chosenStop, setStop] = useState<number>()
  const [outcome, setOutcome] = useState<Outcome>()
  useTicking(askEveryMs, asked.refresh)
  const stopAt = chosenStop ?? (asked.value ? stopNow(asked.value, now) : 0)
  const stop = asked.value?.stops[stopAt]

  const nameOfStop = (stopId: string) => asked.value?.stops.find((each) => each.stopId === stopId)?.name ?? ''
  const board = async (how: { code?: string; reservationId?: string }) => {
    try {
      const answer = await call(boardRider, { tripId, day, stopId: stop?.stopId, ...how })
      if ('refusal' in answer) setOutcome({ isGood: false, mark: '✕ 不能上车', title: boardSentence(answer), text: '' })
      else {
        const { seat } = answer.value
        setOutcome({
          isGood: true,
          mark: '✓ 上车',
          title: seat ? seat.rider : '没预约的乘客',
          text: seat
            ? `${nameOfStop(seat.fromStopId)} → ${nameOfStop(seat.toStopId)}${seat.kind === 'wheelchair' ? '，轮椅位' : ''}`
            : `已记 1 人，没预约的共 ${answer.value.walkIns} 人`,
        })
      }
    } catch (thrown) {
      setOutcome({ isGood: false, mark: '✕ 没有记上', title: sentenceOf(thrown), text: '' })
    }
    await asked.refresh()
  }
  const send = async <P extends AnyProcedure>(
    procedure: P,
    input: InputOf<P>,
    sentences: Record<RefusalOf<P>, string>,
    done: (value: ValueOf<P>) => string,
  ) => {
    try {
      const answer = await call(procedure, input)
      say('refusal' in answer ? sentences[answer.refusal as RefusalOf<P>] : done(answer.value))
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
    await asked.refresh()
  }
  return {
    me,
    asked,
    now,
    stopAt,
    setStop,
    outcome,
    canScan,
    nameOfStop,
    close: () => setOutcome(undefined),
    board,
    /** Opens the camera; whoever closed it wanted nothing. */
    scanOne: async () => {
      const code = await scan()
      if (code !== undefined) await board({ code })
    },
    unboard: ({ reservationId }: ManifestSeat) =>
      send(unboardRider, { tripId, day, reservationId }, unboardSentences, () => '已撤销上车'),
    report: (delayMinutes: number, isCancelled: boolean, note: string) =>
      send(reportDelay, { tripId, day, delayMinutes, isCancelled, note }, delaySentences, ({ told }) =>
        told > 0 ? `已通知 ${told} 位乘客` : '已记下',
      ),
    end: () =>
      send(closeRun, { tripId, day }, closeSentences, ({ noShows }) =>
        noShows > 0 ? `本班结束，${noShows} 人没来` : '本班结束',
      ),
  }
}
