import { View } from '@tarojs/components'
import type { ShuttleNotice } from '../../../contract/shuttle-words'
import { dotted } from './words'
import './notices.scss'

const dayText = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** What the fleet tells riders of these days, on top of the page. */
export function ShuttleNotices({ notices }: { notices: readonly ShuttleNotice[] }) {
  return (
    <View className='sn-list' aria-live='polite'>
      {notices.map(({ noticeId, title, body, from, until }) => (
        <View key={noticeId} className='sn'>
          <View className='sn-title'>{title}</View>
          <View className='sn-body'>
            {dotted(body, from === until ? dayText(from) : `${dayText(from)}至${dayText(until)}`)}
          </View>
        </View>
      ))}
    </View>
  )
}
