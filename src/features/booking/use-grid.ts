import { useRef, useState } from 'react'
import { type Busy, getDayGrid, type Room } from '../../../contract/booking'
import type { Wisher } from '../../../contract/booking-rules'
import { type Day, dayOf } from '../../../contract/zone'
import { allOf } from '../../all-of'
import { useAskedPages } from '../../use-asked-pages'
import { type Axis, axisOf } from './day-picture'
import type { RoomDay } from './free-times'
import { useSetting, useWisher, useZone } from './use-setting'

interface GridItem {
  room: Room
  busy: readonly Busy[]
}

/** What the grid of rooms asks for, and what it shows meanwhile. */
export function useGrid() {
  const zone = useZone()
  const wisher = useWisher()
  const [day, setDay] = useState<Day>(() => dayOf(Date.now(), zone))
  const [siteId, setSiteId] = useState<string>()
  const [query, setQuery] = useState('')
  const pages = useAskedPages(getDayGrid, { day, siteId, query })
  const { value, problem } = pages.first
  // While another day is on its way the rooms stay where they are, greyed: drawing twenty rows anew would cost three
  // times what changing their bars costs.
  const shown = useRef<{ value: NonNullable<typeof value>; items: GridItem[] }>()
  if (value) shown.current = { value, items: pages.items }
  const held = shown.current
  const setting = useSetting(held?.value, problem !== undefined)
  return {
    pages,
    day,
    setDay,
    siteId,
    setSiteId,
    setQuery,
    setting,
    held,
    isWaiting: value === undefined && problem === undefined,
    axis: axisOf(allOf(held?.value.items ?? [], ({ room }) => room.rules.opening)) satisfies Axis,
    daysAhead: Math.max(14, ...(held?.value.items.map(({ room }) => room.rules.daysAhead) ?? [])),
    roomDay: ({ room, busy }: GridItem): RoomDay => roomDayOf(room, busy, held?.value.day ?? day, wisher, setting),
  }
}

function roomDayOf(room: Room, busy: readonly Busy[], day: Day, wisher: Wisher, setting: RoomDay['setting']): RoomDay {
  return { rules: room.rules, busy, day, wisher, setting }
}
