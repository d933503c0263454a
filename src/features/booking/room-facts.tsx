import { Image, View } from '@tarojs/components'
import type { Room } from '../../../contract/booking'
import type { MinuteRange } from '../../../contract/booking-rules'
import { pictureAddress } from '../../platform/picture-address'
import { Card } from '../../ui/card'
import { Icon } from '../../ui/icon'
import type { IconName } from '../../ui/icon-name'
import { equipmentNames, layoutNames, lengthText, placeOf, rangeText } from './words'
import './room-facts.scss'

const weekdays = ['一', '二', '三', '四', '五', '六', '日']

/** 周一至周五 08:00–21:00；周六 09:00–17:00: days that open alike are said once. */
function openingText(opening: readonly (readonly MinuteRange[])[]): string {
  const words = opening.map((hours) => hours.map(([from, to]) => rangeText(from, to)).join('、'))
  const runs: { first: number; last: number; hours: string }[] = []
  words.forEach((hours, weekday) => {
    const run = runs[runs.length - 1]
    if (run?.hours === hours) run.last = weekday
    else runs.push({ first: weekday, last: weekday, hours })
  })
  const open = runs.filter(({ hours }) => hours !== '')
  const days = (first: number, last: number) =>
    first === last ? `周${weekdays[first]}` : `周${weekdays[first]}至周${weekdays[last]}`
  return open.map(({ first, last, hours }) => `${days(first, last)} ${hours}`).join('；') || '暂不开放'
}

function linesOf(room: Room): { icon: IconName; text: string }[] {
  const { rules } = room
  const lines: { icon: IconName; text: string }[] = [
    { icon: 'place', text: [room.site, placeOf(room)].filter(Boolean).join(' · ') },
    {
      icon: 'people',
      text: [`最多 ${rules.capacity} 人`, ...room.layouts.map((word) => layoutNames[word])].join(' · '),
    },
    { icon: 'computer', text: room.equipment.map((word) => equipmentNames[word]).join('、') },
    { icon: 'clock', text: openingText(rules.opening) },
    {
      icon: 'calendar',
      text: `每次 ${lengthText(rules.minMinutes)}至 ${lengthText(rules.maxMinutes)}，提前 ${rules.daysAhead} 天内`,
    },
  ]
  return lines.filter(({ text }) => text !== '')
}

/** What a room is like: picture, place, seats, equipment, opening hours, and what one must know. */
export function RoomFacts({ room }: { room: Room }) {
  return (
    <View className='room-facts'>
      <View className='room-picture'>
        {room.photo ? (
          <Image
            className='room-photo'
            src={pictureAddress(room.photo)}
            mode='aspectFill'
            aria-label={`${room.name}的照片`}
          />
        ) : null}
      </View>
      <Card>
        <View className='room-name'>{room.name}</View>
        {linesOf(room).map(({ icon, text }) => (
          <View key={icon} className='room-fact'>
            <Icon name={icon} />
            <View className='room-fact-text'>{text}</View>
          </View>
        ))}
        <View className='room-notice'>{room.notice ? `使用须知：${room.notice}` : ''}</View>
      </Card>
    </View>
  )
}
