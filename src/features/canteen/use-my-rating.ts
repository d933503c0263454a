import { useState } from 'react'
import { editRating, getMyRating, replyRating, withdrawRating } from '../../../contract/canteen-ratings'
import type { AnyProcedure, InputOf, RefusalOf } from '../../../contract/procedure'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { editSentences, replySentences, withdrawSentences } from './sentences'
import type { RatingForm } from './use-rating-form'

/** One rating of mine, and what I do with it. Every act says how it ended and shows the rating as it then is. */
export function useMyRating(ratingId: string) {
  const asked = useAsked(getMyRating, ratingId ? { ratingId } : undefined)
  const [trouble, setTrouble] = useState<string>()

  /** Whether it was done; otherwise the trouble is told on the page. */
  const act = async <P extends AnyProcedure>(
    procedure: P,
    input: InputOf<P>,
    sentences: Record<RefusalOf<P>, string>,
    done: string,
    key?: string,
  ): Promise<boolean> => {
    setTrouble(undefined)
    try {
      const answer = await call(procedure, input, key)
      if ('refusal' in answer) setTrouble(sentences[answer.refusal as RefusalOf<P>])
      else say(done)
      return 'value' in answer
    } catch (thrown) {
      setTrouble(sentenceOf(thrown))
      return false
    }
  }
  return {
    asked,
    trouble,
    reply: async (words: string) => {
      const isDone = await act(replyRating, { ratingId, words }, replySentences, '已发给食堂')
      if (isDone) await asked.refresh()
      return isDone
    },
    /** The photos of the form are the page's to send, once this is done. */
    edit: async (rating: RatingForm) => {
      const { stars, chips, words } = rating.current()
      const wish = { ratingId, stars, chips, words }
      const isDone = await act(editRating, wish, editSentences, '已修改', rating.keyOf(wish))
      if (isDone) rating.forget()
      else rating.forgetKey()
      await asked.refresh()
      return isDone
    },
    withdraw: () => act(withdrawRating, { ratingId }, withdrawSentences, '已撤回'),
  }
}
