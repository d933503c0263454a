import { useState } from 'react'
import { type Equipment, findRooms } from '../../../contract/booking'
import { listPlaces } from '../../../contract/booking-rooms'
import { addDays, dayOf, formatInstant, instantAt, minuteOfDay } from '../../../contract/zone'
import { useAsked } from '../../use-asked'
import type { Time } from './time-panel'
import { useZone } from './use-setting'

/** The next half hour for an hour; late in the evening tomorrow morning. */
function begin(zone: string): Time {
  const now = Date.now()
  const next = Math.ceil((minuteOfDay(now, zone) + 1) / 30) * 30
  const today = dayOf(now, zone)
  return next > 20 * 60 ? { day: addDays(today, 1), from: 540, to: 600 } : { day: today, from: next, to: next + 60 }
}

/** What is looked for, and what was found. */
export function useFind() {
  const zone = useZone()
  const [time, setTime] = useState<Time>(() => begin(zone))
  const [people, setPeople] = useState(6)
  const [equipment, setEquipment] = useState<Equipment[]>([])
  const [siteId, setSiteId] = useState<string>()
  const instant = (minute: number) => formatInstant(instantAt(time.day, minute, zone), zone)
  const places = useAsked(listPlaces, {})
  const found = useAsked(findRooms, {
    startsAt: instant(time.from),
    endsAt: instant(time.to),
    attendeeCount: people,
    equipment,
    siteId,
  })
  return { zone, time, setTime, people, setPeople, equipment, setEquipment, siteId, setSiteId, places, found }
}
