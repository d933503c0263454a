import { useState } from 'react'
import type { AnyProcedure, InputOf, RefusalOf } from '../../../contract/procedure'
import { acceptTicket, grabTicket, resumeTicket, startTicket } from '../../../contract/repair-work'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { say } from '../../ui/say'
import { acceptSentences, grabSentences, resumeSentences, startSentences } from './job-sentences'
import type { JobSheet, TapAct } from './job-steps'

/** One act as the sheets send it: what to ask, the words for each refusal, and what is said when it is done. */
export interface JobWish<P extends AnyProcedure> {
  procedure: P
  input: Omit<InputOf<P>, 'ticketId'>
  sentences: Record<RefusalOf<P>, string>
  done: string
}
export type SendWish = <P extends AnyProcedure>(wish: JobWish<P>) => Promise<boolean>

/** Refusals that can be mended in the open sheet; after any other one the ticket is not what the sheet was opened for. */
const mendable = ['IN_THE_PAST', 'NEEDS_REASON', 'NOT_A_TECHNICIAN', 'NO_SUCH_CATEGORY']

const taps = {
  grab: { procedure: grabTicket, sentences: grabSentences, done: '已接单' },
  accept: { procedure: acceptTicket, sentences: acceptSentences, done: '已接单' },
  start: { procedure: startTicket, sentences: startSentences, done: '已开始' },
  resume: { procedure: resumeTicket, sentences: resumeSentences, done: '已恢复，继续计时' },
} as const satisfies Record<TapAct, object>

/** Which sheet is open, what is wrong in it, and doing acts: each says how it ended and has the ticket asked anew. */
export function useJobActs(ticketId: string, onDone: () => void, first?: JobSheet) {
  const [sheet, setSheet] = useState<JobSheet | undefined>(first)
  const [problem, setProblem] = useState('')
  const open = (next: JobSheet | undefined) => {
    setProblem('')
    setSheet(next)
  }
  const send: SendWish = async ({ procedure, input, sentences, done }) => {
    setProblem('')
    const isInSheet = sheet !== undefined && sheet !== 'more'
    const fail = (sentence: string) => (isInSheet ? setProblem(sentence) : say(sentence))
    try {
      const answer = await call(procedure, { ...(input as object), ticketId } as InputOf<typeof procedure>)
      if ('refusal' in answer && mendable.indexOf(answer.refusal) >= 0) {
        fail(sentences[answer.refusal])
        return false
      }
      open(undefined)
      say('refusal' in answer ? sentences[answer.refusal] : done)
      onDone()
      return 'value' in answer
    } catch (thrown) {
      fail(sentenceOf(thrown))
      return false
    }
  }
  return {
    sheet,
    problem,
    open,
    send,
    /** Has the ticket asked anew. */
    look: onDone,
    tap: (act: TapAct) => {
      const { procedure, sentences, done } = taps[act]
      return send({ procedure, sentences, done, input: {} })
    },
  }
}
