import { useState } from 'react'
import { cancelBooking, changeBooking, getBooking, type Room } from '../../../contract/booking'
import type { InputOf } from '../../../contract/procedure'
import { formatInstant } from '../../../contract/zone'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { cancelSentences, changeSentences, waysOf } from './sentences'
import type { Trouble } from './trouble'

type Change = Omit<InputOf<typeof changeBooking>, 'bookingId'>

/** One booking, and what may be done to it. Every act says how it ended and shows the booking as it then is. */
export function useBooking(bookingId: string) {
  const asked = useAsked(getBooking, bookingId ? { bookingId } : undefined)
  const [trouble, setTrouble] = useState<Trouble>()
  const fail = (sentence: string, ways: Trouble['ways'] = []) => setTrouble({ sentence, ways })

  const change = async (patch: Change, room: Room, done: string): Promise<boolean> => {
    setTrouble(undefined)
    try {
      const answer = await call(changeBooking, { bookingId, ...patch })
      if ('value' in answer) say(done)
      else fail(changeSentences[answer.refusal](room.rules), waysOf(answer))
      await asked.refresh()
      return 'value' in answer
    } catch (thrown) {
      fail(sentenceOf(thrown))
      return false
    }
  }
  const cancel = async (room: Room): Promise<void> => {
    setTrouble(undefined)
    try {
      const answer = await call(cancelBooking, { bookingId })
      if ('value' in answer) say('已取消')
      else fail(cancelSentences[answer.refusal](room.rules))
      await asked.refresh()
    } catch (thrown) {
      fail(sentenceOf(thrown))
    }
  }
  return {
    asked,
    trouble,
    change,
    cancel,
    /** The room is free from this minute on. */
    endNow: (room: Room, now: number, zone: string) =>
      change({ endsAt: formatInstant(Math.floor(now / 60_000) * 60_000, zone) }, room, '已提前结束'),
  }
}
