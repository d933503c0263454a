import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { Equipment, Layout, reserveRoom } from '../../../contract/booking'
import type { Colleague } from '../../../contract/people'
import type { InputOf } from '../../../contract/procedure'
import { addDays, dayOf, formatInstant, instantAt, isDay, minuteOfDay } from '../../../contract/zone'
import { keepDraft, recallDraft } from '../../drafts'
import { useMe } from '../../session'
import { useParams } from '../../use-params'
import type { Time } from './time-panel'
import { useZone } from './use-setting'

/** What is filled in to reserve a room. */
export interface ReserveForm extends Time {
  roomId?: string
  /** The time was chosen, by a tap on the grid for one; otherwise the page may move it to where the room is free. */
  isTimeChosen: boolean
  purpose: string
  attendeeCount: number
  layout?: Layout
  tea: boolean
  equipment: Equipment[]
  note: string
  forPerson?: Colleague
}

const draftName = 'reserve'
/** How many come unless somebody says otherwise. */
export const usualPeople = 6
const dayBegins = 9 * 60
const dayEnds = 18 * 60

/** The next half hour for an hour; in the evening tomorrow morning. */
function nextHour(now: number, zone: string): Time {
  const day = dayOf(now, zone)
  const next = Math.ceil((minuteOfDay(now, zone) + 1) / 30) * 30
  if (next > dayEnds) return { day: addDays(day, 1), from: dayBegins, to: dayBegins + 60 }
  const from = Math.max(next, 8 * 60)
  return { day, from, to: from + 60 }
}

/** The time in the page's parameters, if it is one. */
function timeOf(params: { day?: string; from?: string; to?: string }): Time | undefined {
  const [from, to] = [Number(params.from), Number(params.to)]
  const isTime = params.day && isDay(params.day) && from >= 0 && to > from && to <= 1440
  return isTime ? { day: params.day ?? '', from, to } : undefined
}

function begin(params: Record<string, string | undefined>, department: string, zone: string): ReserveForm {
  const now = Date.now()
  const draft = recallDraft<ReserveForm>(draftName)
  const isDraftAhead = draft !== undefined && instantAt(draft.day, draft.from, zone) > now
  const given = timeOf(params)
  const time = given ?? (isDraftAhead && !params.roomId ? draft : nextHour(now, zone))
  const people = Number(params.people)
  return {
    purpose: department ? `${department} 会议` : '会议',
    tea: false,
    equipment: [],
    note: '',
    ...draft,
    attendeeCount: people >= 1 ? people : (draft?.attendeeCount ?? usualPeople),
    day: time.day,
    from: time.from,
    to: time.to,
    isTimeChosen: given !== undefined || (isDraftAhead && !params.roomId),
    roomId: params.roomId ?? (isDraftAhead && !given ? draft.roomId : undefined),
  }
}

/** The form, kept as a draft while it changes; leaving the page loses nothing. */
export function useReserveForm() {
  const me = useMe()
  const zone = useZone()
  const params = useParams<'roomId' | 'day' | 'from' | 'to' | 'people'>()
  const [wasDrafted, setDrafted] = useState(() => recallDraft(draftName) !== undefined)
  const [form, setForm] = useState(() => begin(params, me?.department ?? '', zone))
  const newest = useRef(form)
  const isTouched = useRef(false)

  const save = () => {
    if (isTouched.current) keepDraft(draftName, newest.current)
  }
  useDidHide(save)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it saves what is newest when the page goes, once
  useEffect(() => save, [])

  /** Changes what is shown. */
  const change = (patch: Partial<ReserveForm>) => {
    isTouched.current = true
    newest.current = { ...newest.current, ...patch }
    setForm(newest.current)
    save()
  }
  return {
    form,
    change,
    /** What the page itself settles (the best room, a free time) is no draft of the person's. */
    settle: (patch: Partial<ReserveForm>) => {
      newest.current = { ...newest.current, ...patch }
      setForm(newest.current)
    },
    /** Notes what is written in an uncontrolled field without drawing anything. */
    write: (patch: Pick<Partial<ReserveForm>, 'purpose' | 'note'>) => {
      isTouched.current = true
      newest.current = { ...newest.current, ...patch }
    },
    wasDrafted,
    /** Throws the draft away; with `isDone` the page leaves the form as it is. */
    forget: (isDone = false) => {
      isTouched.current = false
      keepDraft(draftName, undefined)
      setDrafted(false)
      if (!isDone) {
        newest.current = begin(params, me?.department ?? '', zone)
        setForm(newest.current)
      }
    },
    input: (at: Partial<Time> & { roomId?: string } = {}): InputOf<typeof reserveRoom> => {
      const { day, from, to, isTimeChosen, forPerson, roomId = '', ...rest } = { ...newest.current, ...at }
      const instant = (minute: number) => formatInstant(instantAt(day, minute, zone), zone)
      return {
        ...rest,
        purpose: rest.purpose.trim() || '会议',
        roomId,
        startsAt: instant(from),
        endsAt: instant(to),
        forPersonId: forPerson?.personId,
      }
    },
  }
}
