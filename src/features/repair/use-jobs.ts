import { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { RefusalOf, ValueOf } from '../../../contract/procedure'
import type { moveRefusals } from '../../../contract/repair-requester'
import { acceptTicket, grabTicket, listJobs, startTicket } from '../../../contract/repair-work'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { usePresent } from '../../use-present'
import { byFloor, inPlace, type JobGroup, singly } from './job-groups'
import { acceptSentences, grabSentences, startSentences } from './job-sentences'

type Jobs = ValueOf<typeof listJobs>
type MoveRefusal = (typeof moveRefusals)[number]
interface Arranged {
  of: Jobs | undefined
  mine: JobGroup[]
  pool: JobGroup[]
}

/** What one tap on a job's card does. */
export type QuickAct = 'accept' | 'grab' | 'start'

const quick = {
  accept: { procedure: acceptTicket, sentences: acceptSentences, done: '已接单' },
  grab: { procedure: grabTicket, sentences: grabSentences, done: '已接单' },
  start: { procedure: startTicket, sentences: startSentences, done: '已开始' },
} as const satisfies Record<
  QuickAct,
  { procedure: { refusals: readonly MoveRefusal[] }; sentences: Record<MoveRefusal, string>; done: string }
>

/** Counts the minutes while the page is open, and draws it anew at each, so that what is left stays true. */
function useMinutes(): number {
  const [minute, draw] = useState(0)
  const timer = useRef<ReturnType<typeof setInterval>>()
  const stop = () => clearInterval(timer.current)
  const start = () => {
    stop()
    timer.current = setInterval(() => draw((count) => count + 1), 60_000)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: begun and ended with the page
  useEffect(() => {
    start()
    return stop
  }, [])
  useDidShow(start)
  useDidHide(stop)
  return minute
}

/** A technician's jobs and those to be grabbed, in an order that only changes when the list is opened or refreshed. */
export function useJobs() {
  const asked = useAsked(listJobs, {})
  const { value } = asked
  const minute = useMinutes()
  const { now, zone } = usePresent(value, asked.problem !== undefined)
  // time goes on by answers and by minutes: a tap must not send every job anew because a second has passed
  // biome-ignore lint/correctness/useExhaustiveDependencies: exactly these move it on
  const present = useMemo(() => ({ now, zone }), [value, minute, zone])
  const stays = useRef(false)
  const arranged = useRef<Arranged>({ of: undefined, mine: [], pool: [] })

  if (value && arranged.current.of !== value) {
    const { mine, pool } = arranged.current
    arranged.current = stays.current
      ? { of: value, mine: inPlace(mine, value.jobs), pool: inPlace(pool, value.pool) }
      : { of: value, mine: byFloor(value.jobs), pool: singly(value.pool) }
    stays.current = false
  }
  usePullDownRefresh(() => {
    stays.current = false
  })

  const act = async (kind: QuickAct, ticketId: string): Promise<void> => {
    const { procedure, sentences, done } = quick[kind]
    try {
      const answer = await call(procedure, { ticketId })
      say('value' in answer ? done : sentences[answer.refusal as RefusalOf<typeof procedure>])
      stays.current = true
      await asked.refresh()
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
  }
  const { mine, pool } = arranged.current
  return { asked, present, mine, pool, act }
}
