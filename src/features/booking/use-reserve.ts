import { useEffect, useState } from 'react'
import { type Booking, findRooms, reserveRoom, type Way } from '../../../contract/booking'
import type { Wisher } from '../../../contract/booking-rules'
import { dayOf, minuteOfDay, parseInstant } from '../../../contract/zone'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { askForReminders } from '../../platform/reminders'
import { useAsked } from '../../use-asked'
import { firstFree, whyNot } from './free-times'
import { reserveSentences, waysOf } from './sentences'
import type { Time } from './time-panel'
import type { Trouble } from './trouble'
import { useReserveForm, usualPeople } from './use-reserve-form'
import { useRoomDays } from './use-room-days'
import { useZone } from './use-setting'

/** A way's time as the form holds it. */
export function timeOfWay(way: Pick<Way, 'startsAt' | 'endsAt'>, zone: string): Time {
  const [startsAt, endsAt] = [parseInstant(way.startsAt) ?? 0, parseInstant(way.endsAt) ?? 0]
  const from = minuteOfDay(startsAt, zone)
  return { day: dayOf(startsAt, zone), from, to: from + Math.round((endsAt - startsAt) / 60_000) }
}

/** Which departments a colleague belongs to is not known here: nothing is greyed out, and the cloud decides. */
const somebodyElse: Wisher = { departmentIds: [], isSteward: true }

/** Everything the reserving page knows and does. */
export function useReserve() {
  const zone = useZone()
  const fields = useReserveForm()
  const { form, change, settle } = fields
  const [trouble, setTrouble] = useState<Trouble>()
  const [done, setDone] = useState<Booking>()

  // Without a room the best fitting one is looked for; it stays the page's choice until the person takes another.
  const { startsAt, endsAt } = fields.input()
  const search = useAsked(
    findRooms,
    form.roomId ? undefined : { startsAt, endsAt, attendeeCount: form.attendeeCount, equipment: form.equipment },
  )
  const days = useRoomDays(form.roomId, form.day, { wisher: form.forPerson && somebodyElse })
  const at = days.roomDay(form.day)

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new answer settles the room
  useEffect(() => {
    if (form.roomId) return
    const [best] = search.value?.rooms ?? []
    const [way] = search.value?.ways ?? []
    if (best) settle({ roomId: best.roomId })
    else if (way) settle({ roomId: way.roomId, ...timeOfWay(way, zone) })
  }, [search.value, form.roomId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a room opened without a time gets its next free one, once
  useEffect(() => {
    if (!at || form.isTimeChosen || whyNot(at, form.from, form.to) === undefined) return
    const free = firstFree(at, form.to - form.from, form.from) ?? firstFree(at, form.to - form.from)
    if (free) settle({ from: free[0], to: free[1] })
  }, [days.asked.value])

  const seats = days.room?.rules.capacity
  // biome-ignore lint/correctness/useExhaustiveDependencies: a room smaller than the usual meeting gets as many as it seats
  useEffect(() => {
    if (seats !== undefined && seats < usualPeople && form.attendeeCount === usualPeople)
      settle({ attendeeCount: seats })
  }, [seats])

  const submit = async (way?: Way) => {
    // WeChat allows the question only directly in the tap, before anything is awaited.
    askForReminders()
    setTrouble(undefined)
    const wished = way ? { roomId: way.roomId, ...timeOfWay(way, zone), isTimeChosen: true } : {}
    const input = fields.input(wished)
    if (way) change(wished)
    try {
      const answer = await call(reserveRoom, input)
      if ('value' in answer) {
        fields.forget(true)
        setDone(answer.value)
      } else {
        const { room } = days
        setTrouble({ sentence: room ? reserveSentences[answer.refusal](room.rules) : '', ways: waysOf(answer) })
        await days.asked.refresh()
      }
    } catch (thrown) {
      setTrouble({ sentence: sentenceOf(thrown), ways: [] })
    }
  }
  return {
    ...fields,
    at,
    roomDay: days.roomDay,
    room: days.room,
    week: days.asked,
    search,
    setting: days.setting,
    trouble,
    done,
    submit,
    /** Why the form as it stands would be refused, by the cloud's own rules. */
    reason: at && whyNot(at, form.from, form.to, form.attendeeCount),
    setTime: (time: Time) => {
      setTrouble(undefined)
      change({ ...time, isTimeChosen: true })
    },
    setRoom: (roomId: string) => {
      setTrouble(undefined)
      change({ roomId })
    },
  }
}
