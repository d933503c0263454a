import { View } from '@tarojs/components'
import type { Way } from '../../../contract/booking'
import { Button } from '../../ui/button'
import { spanText, wayNames } from './words'
import './ways.scss'

interface WaysProps {
  ways: readonly Way[]
  now: number
  zone: string
  /** What one tap does: 改订, 改到这里. */
  action: string
  /** May return a promise: until it ends the button is busy. */
  onWay: (way: Way) => unknown
}

/** What would work instead, each one tap away. */
export function Ways({ ways, now, zone, action, onWay }: WaysProps) {
  return (
    <View className='ways'>
      {ways.map((way) => (
        <View key={`${way.kind} ${way.roomId} ${way.startsAt}`} className='way'>
          <View className='way-words'>
            <View className='way-kind'>{wayNames[way.kind]}</View>
            <View className='way-room'>{`${way.roomName} · ${way.place}`}</View>
            <View>{spanText(way, now, zone)}</View>
          </View>
          <Button kind='plain' isSmall onTap={() => onWay(way)}>
            {action}
          </Button>
        </View>
      ))}
    </View>
  )
}
