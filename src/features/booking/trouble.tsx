import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect } from 'react'
import type { Way } from '../../../contract/booking'
import { Card } from '../../ui/card'
import { Ways } from './ways'
import './trouble.scss'

/** What came of something that was not accepted: a whole sentence, and what would work instead. */
export interface Trouble {
  sentence: string
  ways: Way[]
}

interface TroubleCardProps {
  title: string
  trouble: Trouble | undefined
  now: number
  zone: string
  /** What one tap on a way does. */
  action: string
  onWay: (way: Way) => unknown
}

/** Tells the trouble, if there is any, and offers the ways. */
export function TroubleCard({ title, trouble, now, zone, action, onWay }: TroubleCardProps) {
  useEffect(() => {
    // It stands at the top of the page, and the button that led to it at the bottom.
    if (trouble) Taro.pageScrollTo({ scrollTop: 0, duration: 200 }).catch(() => undefined)
  }, [trouble])
  return (
    <View className='trouble' aria-live='assertive'>
      {trouble ? (
        <Card title={title}>
          <View className='trouble-sentence'>{trouble.sentence}</View>
          <Ways ways={trouble.ways} now={now} zone={zone} action={action} onWay={onWay} />
        </Card>
      ) : null}
    </View>
  )
}
