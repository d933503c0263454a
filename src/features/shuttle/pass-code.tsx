import { Image, View } from '@tarojs/components'
import { formatInstant } from '../../../contract/zone'
import { zoneOf } from './words'
import './pass-code.scss'

interface PassCodeProps {
  picture: string
  humanCode: string
  /** Epoch ms. */
  now: number
  /** An instant of the timetable, for its zone. */
  zoneFrom: string
}

/** The code, its digits to be read aloud, and what moves: a band and the seconds, so that a screenshot is seen as one. */
export function PassCode({ picture, humanCode, now, zoneFrom }: PassCodeProps) {
  return (
    <View className='pass-code'>
      <View className='pass-code-frame'>
        <Image className='pass-code-picture' src={picture} mode='aspectFit' aria-label='乘车码' />
        <View className='pass-code-band' aria-hidden />
      </View>
      <View className='pass-code-digits' aria-label={`乘车码数字 ${humanCode.split('').join(' ')}`}>
        {`${humanCode.slice(0, 3)} ${humanCode.slice(3)}`}
      </View>
      <View className='pass-code-clock'>
        {formatInstant(Math.floor(now / 1000) * 1000, zoneOf(zoneFrom)).slice(11, 19)}
      </View>
      <View className='pass-code-hint'>上车时给司机扫一下，每半分钟自动更新</View>
    </View>
  )
}
