import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Ticket } from '../../../contract/repair'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { saidOf } from './timeline-words'
import { momentText } from './words'
import './ticket-timeline.scss'

interface TicketTimelineProps {
  ticket: Ticket
  /** Epoch ms. */
  now: number
  zone: string
}

const shownAtFirst = 5
const shownMore = 10

/** What happened, the newest first; earlier things on demand, so many at a time. */
export function TicketTimeline({ ticket, now, zone }: TicketTimelineProps) {
  const [count, setCount] = useState(shownAtFirst)
  const entries = [...ticket.timeline].reverse()
  const shown = entries.slice(0, count)
  return (
    <Card title='进展'>
      <View className='ticket-timeline'>
        {shown.map((entry) => {
          const { text, note } = saidOf({ entry, now, zone })
          const round = ticket.cycle > 1 ? ` · 第 ${entry.cycle} 次` : ''
          return (
            <View key={entry.eventNumber} className='ticket-event'>
              <View className='ticket-event-at'>{momentText(entry.at, now, zone) + round}</View>
              <View>{text}</View>
              <View className='ticket-event-note'>{note}</View>
            </View>
          )
        })}
      </View>
      <View>
        {entries.length > shown.length ? (
          <Button kind='link' onTap={() => setCount(count + shownMore)}>
            {`更早的 ${entries.length - shown.length} 条`}
          </Button>
        ) : null}
      </View>
    </Card>
  )
}
