import { useRef, useState } from 'react'
import type { AnyProcedure, InputOf, ValueOf } from '../../contract/procedure'
import { attempt } from './attempt'
import type { Sentences, Trouble } from './trouble'

interface Task<P extends AnyProcedure> {
  /** Asks the cloud; gives the value, or undefined when there is trouble or it is still running. */
  run: (input: InputOf<P>) => Promise<ValueOf<P> | undefined>
  isRunning: boolean
  trouble?: Trouble
  clear: () => void
}

/** One procedure at a person's wish: a second tap while it runs does nothing, and trouble stays until the next try. */
export function useTask<P extends AnyProcedure>(procedure: P, sentences: Sentences<P>): Task<P> {
  const running = useRef(false)
  const [isRunning, setIsRunning] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()

  async function run(input: InputOf<P>): Promise<ValueOf<P> | undefined> {
    if (running.current) return undefined
    running.current = true
    setIsRunning(true)
    setTrouble(undefined)
    try {
      const outcome = await attempt(procedure, input, sentences)
      if ('value' in outcome) return outcome.value
      setTrouble(outcome.trouble)
    } finally {
      running.current = false
      setIsRunning(false)
    }
    return undefined
  }

  return { run, isRunning, trouble, clear: () => setTrouble(undefined) }
}
