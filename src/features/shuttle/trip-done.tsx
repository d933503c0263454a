import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { quotaSentence } from './sentences'
import type { Done } from './use-trip'
import { serviceClock, whenText } from './words'
import './trip-done.scss'

function sayingOf(done: Done): { title: string; text: string } {
  if ('season' in done) {
    const { departure, until, fromStop, toStop, days } = done.season
    const count = days.filter(({ outcome }) => outcome === 'reserved').length
    return {
      title: '长期预约好了',
      text: `每个工作日 ${serviceClock(departure)} ${fromStop} → ${toStop}，到 ${until} 为止。${
        count > 0 ? `最近 ${count} 天的座位已经约上，` : ''
      }其余的到开放预约时自动约。${quotaSentence(days)}`,
    }
  }
  const { seat } = done
  const which = `${whenText(seat.departsAt, Date.now())} ${seat.route}，${seat.fromStop}上车`
  return seat.status === 'waiting'
    ? { title: '已排上候补', text: `${which}。前面还有 ${seat.ahead ?? 0} 人，有座位时会通知您确认。` }
    : { title: '座位约好了', text: `${which}。开车前 30 分钟打开应用就是乘车码。` }
}

/** It worked: what was reserved, and where to go from here. */
export function TripDone({ done }: { done: Done }) {
  const { title, text } = sayingOf(done)
  const seat = 'seat' in done ? done.seat : undefined
  return (
    <Page
      footer={
        <View className='trip-done-footer'>
          {seat?.status === 'reserved' ? (
            <Button onTap={() => goTo('pass', { reservationId: seat.reservationId }, 'replace')}>看乘车码</Button>
          ) : null}
          <Button kind='plain' onTap={() => goTo('mySeats', {}, 'replace')}>
            我的座位
          </Button>
        </View>
      }
    >
      <View className='trip-done' aria-live='polite'>
        <Icon name='check' isLarge />
        <View className='trip-done-title'>{title}</View>
        <View>{text}</View>
      </View>
    </Page>
  )
}
