import { View } from '@tarojs/components'
import type { MyRating } from '../../../contract/canteen-ratings'
import { dayOf, formatMoment, parseInstant } from '../../../contract/zone'
import { usePresent } from '../../use-present'
import { dateText } from './words'
import './rating-thread.scss'

/** Who says a line of a thread: the kitchen, or whoever ate; nobody's name stands there. */
const sideName = ({ side, isMine }: MyRating['thread'][number]): string =>
  side === 'kitchen' ? (isMine ? '食堂（我回的）' : '食堂') : isMine ? '我' : '用餐的同事'

interface RatingThreadProps {
  thread: MyRating['thread']
  /** Of other people's ratings only the days are told. */
  isDayOnly?: boolean
}

/** What the kitchen answered and what was said in return. */
export function RatingThread({ thread, isDayOnly = false }: RatingThreadProps) {
  const { now, zone } = usePresent()
  const when = (at: number) => (isDayOnly ? dateText(dayOf(at, zone)) : formatMoment(at, now, zone))
  return (
    <View className='thread'>
      {thread.map((message) => (
        <View
          key={message.messageNumber}
          className={message.side === 'kitchen' ? 'thread-line thread-kitchen' : 'thread-line'}
        >
          <View className='thread-who'>{`${sideName(message)} · ${when(parseInstant(message.at) ?? 0)}`}</View>
          <View>{message.words}</View>
        </View>
      ))}
    </View>
  )
}
