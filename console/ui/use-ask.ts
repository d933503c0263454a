import { useCallback, useEffect, useRef, useState } from 'react'
import type { AnyProcedure, InputOf, ValueOf } from '../../contract/procedure'
import { call } from '../call'
import { useSession } from '../session'
import { type Sentences, type Trouble, troubleOfFault } from './trouble'

export interface Asked<V> {
  /** The latest value; it stays while a newer one is loading, so that tables do not blink. */
  value?: V
  /** The value answers what is asked now, not what was asked before: only then may something be chosen from it. */
  isCurrent: boolean
  isLoading: boolean
  trouble?: Trouble
  reload: () => void
}

/** Asks as soon as it is shown and again whenever the input changes or somebody signs in; undefined asks nothing. */
export function useAsk<P extends AnyProcedure>(
  procedure: P,
  input: InputOf<P> | undefined,
  sentences: Sentences<P>,
): Asked<ValueOf<P>> {
  const [told, setTold] = useState<{ question: string; value: ValueOf<P> }>()
  const [trouble, setTrouble] = useState<Trouble>()
  const [isLoading, setIsLoading] = useState(input !== undefined)
  const latest = useRef(0)
  const isSignedIn = useSession((session) => session.token !== undefined)
  const question = input === undefined ? undefined : JSON.stringify(input)

  const reload = useCallback(async () => {
    if (question === undefined || !isSignedIn) return
    const turn = ++latest.current
    setIsLoading(true)
    try {
      const answer = await call(procedure, JSON.parse(question))
      if (turn !== latest.current) return
      if ('value' in answer) setTold({ question, value: answer.value })
      const refused = 'refusal' in answer ? answer : undefined
      setTrouble(
        refused && {
          sentence: sentences[refused.refusal as keyof Sentences<P>],
          refusal: refused.refusal,
          detail: refused.detail,
          issues: [],
        },
      )
    } catch (thrown) {
      if (turn === latest.current) setTrouble(troubleOfFault(thrown))
    }
    if (turn === latest.current) setIsLoading(false)
  }, [procedure, question, sentences, isSignedIn])

  useEffect(() => {
    void reload()
    return () => {
      latest.current += 1
    }
  }, [reload])

  const isCurrent = told !== undefined && told.question === question
  return { value: told?.value, isCurrent, isLoading, trouble, reload }
}
