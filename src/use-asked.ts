import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyProcedure, InputOf, RefusalOf, Refused, ValueOf } from '../contract/procedure'
import { formatMoment } from '../contract/zone'
import { recallAnswer, rememberAnswer } from './answers'
import { call, lastWrite } from './call'
import { sentenceOf } from './fault'
import { currentSession, useSession } from './session'

/** What a page has of something it asked for. */
export interface Asked<Value, Refusal extends string = string> {
  /** The newest value there is; with a `problem` beside it, one of an earlier time. */
  value?: Value
  /** A refusal the contract lists; the page finds the words. */
  refusal?: Refused<Refusal>
  /** Why nothing newer came, as a sentence. */
  problem?: string
  /** When `value` was current, for people: 今天 周六 09:30. */
  asOf?: string
  isAsking: boolean
  refresh: () => Promise<void>
}

interface Held {
  key: string
  value?: unknown
  refusal?: Refused
  problem?: string
  at: number
}

const freshForMs = 30_000

/**
 * Asks a procedure that only reads, for as long as the page is open: at once, when the input changes, on pull-down, when
 * somebody signs in, and on show when the answer is older than 30 seconds or something was written since. An `undefined`
 * input asks nothing yet. Without a network the last answer kept on this phone is shown, with its time.
 */
export function useAsked<P extends AnyProcedure>(
  procedure: P,
  input: InputOf<P> | undefined,
): Asked<ValueOf<P>, RefusalOf<P>> {
  const personId = useSession(({ session }) => session?.me.personId)
  const zone = useSession(({ session }) => session?.me.institution.zone ?? '+08:00')
  const key = input === undefined ? '' : JSON.stringify([personId, procedure.name, input])
  const [held, setHeld] = useState<Held>({ key: '', at: 0 })
  const [isAsking, setAsking] = useState(false)
  const newest = useRef({ key, input, held })
  newest.current.key = key
  newest.current.input = input

  const hold = useCallback((next: Held) => {
    if (newest.current.key !== next.key) return
    newest.current.held = next
    setHeld(next)
  }, [])

  const refresh = useCallback(async () => {
    const { key: asked, input: given } = newest.current
    if (given === undefined) return
    const whoAsks = currentSession()?.me.personId
    setAsking(true)
    try {
      const answer = await call(procedure, given)
      // who has left meanwhile must leave nothing on this phone
      if (currentSession()?.me.personId !== whoAsks) return
      const at = Date.now()
      if ('value' in answer) {
        rememberAnswer(asked, answer.value, at)
        hold({ key: asked, value: answer.value, at })
      } else hold({ key: asked, refusal: answer, at })
    } catch (thrown) {
      const earlier = newest.current.held.key === asked ? newest.current.held : undefined
      const kept = earlier?.value === undefined ? recallAnswer(asked) : earlier
      hold({ key: asked, value: kept?.value, at: kept?.at ?? 0, problem: sentenceOf(thrown) })
    } finally {
      setAsking(false)
    }
  }, [procedure, hold])

  useEffect(() => {
    if (key) refresh()
  }, [key, refresh])

  useDidShow(() => {
    const { held: last, key: wanted } = newest.current
    const isOld = Date.now() - last.at > freshForMs || lastWrite() >= last.at
    // Who came back from the sign-in page without signing in must not be sent there again and again.
    const mayAsk = procedure.may === 'anyone' || currentSession() !== undefined
    if (last.key === wanted && wanted !== '' && isOld && mayAsk) refresh()
  })
  usePullDownRefresh(() => {
    refresh().finally(() => Taro.stopPullDownRefresh())
  })

  const current = held.key === key ? held : undefined
  return {
    value: current?.value as ValueOf<P> | undefined,
    refusal: current?.refusal as Refused<RefusalOf<P>> | undefined,
    problem: current?.problem,
    asOf: current?.at ? formatMoment(current.at, Date.now(), zone) : undefined,
    isAsking,
    refresh,
  }
}
