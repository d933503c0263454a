import { View } from '@tarojs/components'
import type { Me } from '../../contract/people-sign-in'
import { dayOf, formatDayLong, minuteOfDay } from '../../contract/zone'
import { goTo } from '../go-to'
import { Icon } from '../ui/icon'
import './home-greeting.scss'

function greetingAt(minute: number): string {
  if (minute < 5 * 60) return '夜深了'
  if (minute < 11.5 * 60) return '上午好'
  if (minute < 13.5 * 60) return '中午好'
  if (minute < 18 * 60) return '下午好'
  return '晚上好'
}

/** Who is signed in, what day it is, and whether something unread waits. */
export function Greeting({ me }: { me: Me }) {
  const now = Date.now()
  const { zone, name } = me.institution
  const unread = me.unreadNotices
  return (
    <View className='greeting'>
      <View className='greeting-words'>
        <View className='greeting-name'>{`${greetingAt(minuteOfDay(now, zone))}，${me.name}`}</View>
        <View className='greeting-day'>{`${formatDayLong(dayOf(now, zone))} · ${name}`}</View>
      </View>
      <View
        className='greeting-bell'
        hoverClass='greeting-bell-pressed'
        onClick={() => goTo('notices')}
        role='button'
        aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'}
      >
        <Icon name='bell' />
        <View className={unread > 0 ? 'greeting-count' : ''}>{unread > 0 ? (unread > 99 ? '99+' : unread) : ''}</View>
      </View>
    </View>
  )
}
