import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf, minuteOfDay } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { InGroups } from '../../ui/in-groups'
import type { LineDirection, useLine } from './use-line'
import { headwayText, lateText, serviceClock } from './words'
import './line-times.scss'

/** So many times are a first screen. */
const shownAtFirst = 36

interface LineTimesProps {
  line: ReturnType<typeof useLine>
  direction: LineDirection
}

interface Leaving {
  tripId: string
  seconds: number
  text: string
  isCancelled: boolean
  hasHeadway: boolean
}

/** What leaves at one stop, in order: a headway as from when to when, about how often. */
function leavingAt({ trips }: LineDirection, stopAt: number): Leaving[] {
  const all: Leaving[] = []
  for (const { tripId, times, headway, delayMinutes, isCancelled } of trips) {
    const seconds = times[stopAt]
    if (seconds === null || seconds === undefined) continue
    const first = times.find((time) => time !== null) ?? seconds
    const from = headway ? headway.from + seconds - first : seconds
    const until = headway ? headway.until + seconds - first : seconds
    const late = delayMinutes > 0 ? `\n${lateText(delayMinutes)}` : ''
    all.push({
      tripId,
      seconds: headway ? until : seconds,
      text: headway
        ? `${serviceClock(from)}–${serviceClock(until)}\n${headwayText(headway.seconds)}`
        : serviceClock(seconds) + (isCancelled ? '\n停开' : late),
      isCancelled,
      hasHeadway: headway !== undefined,
    })
  }
  return all.sort((one, other) => one.seconds - other.seconds)
}

/** The times of a day at one stop; on the day itself those still to come first, all of them on a tap. */
export function LineTimes({ line, direction }: LineTimesProps) {
  const [isWhole, setWhole] = useState(false)
  const { day, now, zone, stopAt } = line
  const all = leavingAt(direction, stopAt)
  const isToday = day === dayOf(now, zone)
  const coming = isToday ? all.filter(({ seconds }) => seconds / 60 >= minuteOfDay(now, zone)) : all
  const shown = isWhole ? all : coming.slice(0, shownAtFirst)
  const stop = direction.stops[stopAt]
  return (
    <Card title={`${stop?.name ?? ''} 发车时刻`}>
      <View className='times-none'>{shown.length === 0 ? '今天的车都开走了。' : ''}</View>
      <InGroups items={shown} keyOf={({ tripId, seconds }) => `${tripId} ${seconds}`} className='times'>
        {({ tripId, seconds, text, isCancelled, hasHeadway }) => (
          <View
            key={`${tripId} ${seconds}`}
            className={`time${isCancelled ? ' time-off' : ''}${hasHeadway ? ' time-wide' : ''}`}
            hoverClass={hasHeadway ? 'none' : 'time-pressed'}
            onClick={() => {
              if (!hasHeadway) goTo('trip', { tripId, day, from: stop?.stopId })
            }}
            role='button'
          >
            {text}
          </View>
        )}
      </InGroups>
      <View className='times-more'>
        {shown.length < all.length ? (
          <Button kind='link' onTap={() => setWhole(true)}>
            {`看全天 ${all.length} 班`}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
