import { useState } from 'react'
import type { AnyProcedure, InputOf, RefusalOf } from '../../../contract/procedure'
import { getTicket } from '../../../contract/repair'
import type { ratingReasons } from '../../../contract/repair-requester'
import {
  cancelTicket,
  commentTicket,
  confirmTicket,
  editTicket,
  rateTicket,
  reopenTicket,
} from '../../../contract/repair-requester'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { askForReminders } from '../../platform/reminders'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import {
  cancelSentences,
  commentSentences,
  confirmSentences,
  editSentences,
  rateSentences,
  reopenSentences,
} from './sentences'

/** What somebody thinks of the work; without stars it is only confirmed. */
export interface Opinion {
  stars?: number
  reasons: (typeof ratingReasons)[number][]
  words: string
}

/** One ticket, and what whoever reported it does with it. Every act says how it ended and shows the ticket as it then is. */
export function useTicket(ticketId: string) {
  const asked = useAsked(getTicket, ticketId ? { ticketId } : undefined)
  const [trouble, setTrouble] = useState<string>()

  /** Whether it was done; otherwise the trouble is told on the page. */
  const act = async <P extends AnyProcedure>(
    procedure: P,
    input: InputOf<P>,
    sentences: Record<RefusalOf<P>, string>,
    done?: string,
  ): Promise<boolean> => {
    setTrouble(undefined)
    try {
      const answer = await call(procedure, input)
      if ('refusal' in answer) setTrouble(sentences[answer.refusal as RefusalOf<P>])
      else if (done) say(done)
      return 'value' in answer
    } catch (thrown) {
      setTrouble(sentenceOf(thrown))
      return false
    }
  }
  /** Acts, and then shows what the ticket has become, also after a refusal. */
  const actAndLook = async (acting: Promise<boolean>): Promise<boolean> => {
    const isDone = await acting
    await asked.refresh()
    return isDone
  }
  return {
    asked,
    trouble,
    cancel: () => actAndLook(act(cancelTicket, { ticketId }, cancelSentences, '已撤销')),
    edit: (changes: Omit<InputOf<typeof editTicket>, 'ticketId'>) =>
      actAndLook(act(editTicket, { ticketId, ...changes }, editSentences, '已修改')),
    comment: (words: string) => actAndLook(act(commentTicket, { ticketId, words }, commentSentences, '已补充')),
    reopen: (reason: string) => {
      // WeChat allows the question only directly in the tap, before anything is awaited.
      askForReminders()
      return actAndLook(act(reopenTicket, { ticketId, reason }, reopenSentences, '已重新打开，会尽快安排'))
    },
    /** Confirms (unless it is already) and rates in one go; each half that was done stays done. */
    settle: async ({ stars, reasons, words }: Opinion, mustConfirm: boolean) => {
      const isConfirmed = !mustConfirm || (await act(confirmTicket, { ticketId }, confirmSentences))
      const isDone =
        isConfirmed &&
        (stars === undefined || (await act(rateTicket, { ticketId, stars, reasons, words }, rateSentences)))
      if (isDone) say(stars === undefined ? '已确认，谢谢' : '谢谢您的评价')
      await asked.refresh()
      return isDone
    },
  }
}
