import { useState } from 'react'
import { type Booking, reserveRoom, type Way } from '../../../contract/booking'
import { checkIn, lookAtDoor } from '../../../contract/booking-door'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { askForReminders } from '../../platform/reminders'
import { useMe } from '../../session'
import { say } from '../../ui/say'
import { useAsked } from '../../use-asked'
import { checkInSentences, reserveSentences, waysOf } from './sentences'
import type { Trouble } from './trouble'

const usualPeople = 4

/** The room behind a printed code, and what one does before its door. */
export function useDoor(token: string) {
  const me = useMe()
  const asked = useAsked(lookAtDoor, token ? { token } : undefined)
  const [trouble, setTrouble] = useState<Trouble>()
  const [done, setDone] = useState<Booking>()

  const take = async (way: Way) => {
    // WeChat allows the question only directly in the tap, before anything is awaited.
    askForReminders()
    setTrouble(undefined)
    const { roomId, startsAt, endsAt } = way
    const rules = asked.value?.room.rules
    const people = Math.min(usualPeople, way.kind === 'thisRoom' ? (rules?.capacity ?? 1) : usualPeople)
    const purpose = me?.department ? `${me.department} 会议` : '会议'
    try {
      const answer = await call(reserveRoom, { roomId, startsAt, endsAt, purpose, attendeeCount: people })
      if ('value' in answer) setDone(answer.value)
      else if (rules) {
        setTrouble({ sentence: reserveSentences[answer.refusal](rules), ways: waysOf(answer) })
        await asked.refresh()
      }
    } catch (thrown) {
      setTrouble({ sentence: sentenceOf(thrown), ways: [] })
    }
  }
  const signHere = async () => {
    setTrouble(undefined)
    try {
      const answer = await call(checkIn, { token })
      if ('value' in answer) say('签到成功')
      else setTrouble({ sentence: checkInSentences[answer.refusal], ways: [] })
      await asked.refresh()
    } catch (thrown) {
      setTrouble({ sentence: sentenceOf(thrown), ways: [] })
    }
  }
  return { me, asked, trouble, done, take, signHere }
}
