import { useState } from 'react'
import { listCanteens } from '../../../contract/canteen-dishes'
import { listFeedback } from '../../../contract/canteen-feedback'
import { getHeadcount, markSoldOut } from '../../../contract/canteen-headcount'
import { replyRating } from '../../../contract/canteen-ratings'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { keep, recall } from '../../platform/storage'
import { currentSession, useMe } from '../../session'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { useAskedPages } from '../../use-asked-pages'
import { usePresent } from '../../use-present'
import { replySentences, soldOutSentences } from './sentences'

const place = () => `kitchen.${currentSession()?.me.personId ?? ''}`

/** Today at one canteen: how many eat what, what is sold out, and which comments wait for an answer. */
export function useKitchen() {
  const me = useMe()
  const [chosen, setChosen] = useState(() => recall<string>(place()))
  const list = useAsked(listCanteens, me ? {} : undefined)
  const canteens = (list.value?.canteens ?? []).filter(({ isRetired }) => !isRetired)
  const canteenId = (canteens.find((each) => each.canteenId === chosen) ?? canteens[0])?.canteenId
  const day = list.value?.today
  const headcount = useAsked(getHeadcount, canteenId && day ? { canteenId, day } : undefined)
  const comments = useAskedPages(listFeedback, canteenId ? { canteenId, state: 'open', limit: 10 } : undefined)
  const { now, zone } = usePresent(headcount.value, headcount.problem !== undefined)
  return {
    me,
    list,
    canteens,
    canteenId,
    headcount,
    comments,
    now,
    zone,
    choose: (next: string) => {
      keep(place(), next)
      setChosen(next)
    },
    soldOut: async (servingId: string, isSoldOut: boolean) => {
      try {
        const answer = await call(markSoldOut, { servingId, isSoldOut })
        if ('refusal' in answer) say(soldOutSentences[answer.refusal])
      } catch (thrown) {
        say(sentenceOf(thrown))
      }
      await headcount.refresh()
    },
    reply: async (ratingId: string, words: string): Promise<boolean> => {
      try {
        const answer = await call(replyRating, { ratingId, words })
        say('value' in answer ? '已回复' : replySentences[answer.refusal])
        await comments.first.refresh()
        return 'value' in answer
      } catch (thrown) {
        say(sentenceOf(thrown))
        return false
      }
    },
  }
}
