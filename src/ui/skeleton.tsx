import { View } from '@tarojs/components'
import './skeleton.scss'

/** Grey lines where content will be, while it is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <View className='ui-skeleton' aria-label='正在载入' aria-live='polite'>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move
        <View key={line} className='ui-skeleton-line' />
      ))}
    </View>
  )
}
