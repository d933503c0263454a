import { View } from '@tarojs/components'
import type { Busy } from '../../../contract/booking'
import { type MinuteRange, openingOn, type Setting } from '../../../contract/booking-rules'
import { type Day, formatDayLong, formatDayNear } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { axisOf, marksOf, pictureOf } from './day-picture'
import { aroundMinute, freeStretches, type RoomDay } from './free-times'
import { Ticks } from './grid-key'
import { rangeText } from './words'
import './room-week.scss'

interface RoomWeekProps {
  week: readonly { day: Day; busy: readonly Busy[] }[]
  chosen: Day
  onChoose: (day: Day) => void
  roomDay: (day: Day) => RoomDay | undefined
  setting: Setting
  onFree: (from: number, to: number) => void
}

/** What happens on a day, in order: meetings and the free stretches between them. */
function eventsOf(at: RoomDay): { from: number; to: number; busy?: Busy }[] {
  const free = freeStretches(at).map(([from, to]: MinuteRange) => ({ from, to }))
  return [...free, ...at.busy.map((busy) => ({ from: busy.from, to: busy.to, busy }))].sort((a, b) => a.from - b.from)
}

/** Seven bars, one a day; below them the chosen day in words, free stretches to be tapped. */
export function RoomWeek({ week, chosen, onChoose, roomDay, setting, onFree }: RoomWeekProps) {
  const [first] = week
  const rules = first && roomDay(first.day)?.rules
  const axis = axisOf(rules?.opening ?? [])
  const at = roomDay(chosen)
  const events = at ? eventsOf(at) : []
  const isOpen = rules ? openingOn(rules, chosen, setting.specialDays).length > 0 : false
  const book = ([from, to]: MinuteRange) => {
    const wished = at && aroundMinute(at, from)
    onFree(wished?.[0] ?? from, wished?.[1] ?? to)
  }
  return (
    <View className='week'>
      <View className='week-ticks'>
        <Ticks axis={axis} />
      </View>
      {week.map(({ day }) => {
        const of = roomDay(day)
        return (
          <View
            key={day}
            className={day === chosen ? 'week-day week-day-on' : 'week-day'}
            hoverClass='week-pressed'
            onClick={() => onChoose(day)}
            role='tab'
            aria-selected={day === chosen}
          >
            <View className='week-name'>{shortName(day, setting)}</View>
            <View className='week-bar' style={{ background: of ? pictureOf(marksOf(of, axis), axis) : 'none' }} />
          </View>
        )
      })}
      <View className='week-title'>{formatDayLong(chosen)}</View>
      <View className='week-events'>
        {events.map(({ from, to, busy }) => (
          <View
            key={`${from} ${busy?.bookingId ?? ''}`}
            className={
              busy ? (busy.isMine ? 'week-event week-event-mine' : 'week-event') : 'week-event week-event-free'
            }
            hoverClass={busy && !busy.isMine ? 'none' : 'week-pressed'}
            onClick={() => {
              if (!busy) book([from, to])
              else if (busy.isMine) goTo('booking', { bookingId: busy.bookingId })
            }}
          >
            <View className='week-time'>{rangeText(from, to)}</View>
            <View className='week-what'>{busy ? eventText(busy) : '空闲 · 预订'}</View>
          </View>
        ))}
      </View>
      <View className='week-none'>
        {events.length > 0 ? '' : isOpen ? '这一天已经没有能订的时间。' : '这一天不开放。'}
      </View>
    </View>
  )
}

const eventText = ({ isMine, purpose, who }: Busy): string =>
  isMine ? `我的 · ${purpose ?? ''}` : [purpose, who].filter(Boolean).join(' · ')

/** 今天, 明天, or 周六 21日. */
function shortName(day: Day, { now, zone }: Setting): string {
  const [near = ''] = formatDayNear(day, now, zone).split(' ')
  const [, weekday = ''] = formatDayLong(day).split(' ')
  return `${/天$/.test(near) ? near : weekday} ${Number(day.slice(8))}日`
}
