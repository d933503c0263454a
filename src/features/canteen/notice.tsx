import { View } from '@tarojs/components'
import './notice.scss'

/** 以窗口公示为准: on every page that speaks of dishes. */
export function Notice() {
  return (
    <View className='canteen-notice'>
      过敏原以窗口公示为准。厨房共用锅具，难免有微量接触；过敏严重的，请当面问窗口。
    </View>
  )
}
