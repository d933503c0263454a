import { View } from '@tarojs/components'
import type { lookAtDoor } from '../../../contract/booking-door'
import { openingOn, type Setting } from '../../../contract/booking-rules'
import type { ValueOf } from '../../../contract/procedure'
import { dayOf, formatClock, formatDayNear, minuteOfDay, parseInstant } from '../../../contract/zone'
import { factsOf, rangeText } from './words'
import './door-now.scss'

/** What the cloud says of a door. */
export type DoorView = ValueOf<typeof lookAtDoor>

interface DoorNowProps {
  door: DoorView
  setting: Setting
}

function nextText({ today }: DoorView, minute: number): string {
  const next = today.find(({ from }) => from > minute)
  if (!next) return '今天后面没有人预订'
  const what = next.isMine ? `我的 · ${next.purpose ?? ''}` : next.who
  return `下一场 ${rangeText(next.from, next.to)} ${what}`
}

/** The state of the room at this moment, large enough to be read from the door. */
export function DoorNow({ door, setting }: DoorNowProps) {
  const { room, current } = door
  const { now, zone } = setting
  const until = current && formatClock(parseInstant(current.endsAt) ?? 0, zone)
  const who = current && [current.isMine ? '我的会议' : current.who, current.purpose].filter(Boolean).join(' · ')
  const minute = minuteOfDay(now, zone)
  const hours = openingOn(room.rules, dayOf(now, zone), setting.specialDays)
  const isOpen = room.rules.isBookable && hours.some(([from, to]) => from <= minute && minute < to)
  const free = !isOpen ? '现在不开放' : door.offer?.kind === 'thisRoom' ? '现在空闲' : '现在没有会议'
  return (
    <View className={current ? 'door-now door-now-busy' : isOpen ? 'door-now' : 'door-now door-now-closed'}>
      <View className='door-day'>{`${formatDayNear(dayOf(now, zone), now, zone)} ${formatClock(now, zone)}`}</View>
      <View className='door-room'>{room.name}</View>
      <View className='door-facts'>{factsOf(room)}</View>
      <View className='door-state'>{until ? `使用中，到 ${until}` : free}</View>
      <View className='door-who'>{who ?? ''}</View>
      <View className='door-next'>{nextText(door, minute)}</View>
    </View>
  )
}
