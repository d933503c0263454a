import { View } from '@tarojs/components'
import { type Axis, ticksOf } from './day-picture'
import './grid-key.scss'

const meanings = [
  { kind: 'free', word: '空闲' },
  { kind: 'busy', word: '已订' },
  { kind: 'mine', word: '我的' },
  { kind: 'closed', word: '不开放' },
  { kind: 'past', word: '已过' },
] as const

/** What the patterns mean, and the hours above the bars. */
export function GridKey({ axis }: { axis: Axis }) {
  return (
    <View className='grid-key'>
      <View className='grid-meanings'>
        {meanings.map(({ kind, word }) => (
          <View key={kind} className={`grid-meaning grid-meaning-${kind}`}>
            {word}
          </View>
        ))}
      </View>
      <Ticks axis={axis} />
    </View>
  )
}

/** Every second hour, each above its place on the bar. */
export function Ticks({ axis }: { axis: Axis }) {
  const place = (minute: number) => ((minute - axis.from) / (axis.to - axis.from)) * 100
  return (
    <View className='grid-ticks' aria-hidden>
      {ticksOf(axis).map((minute) => (
        <View key={minute} className='grid-tick' style={{ left: `${place(minute).toFixed(1)}%` }}>
          {`${minute / 60}`}
        </View>
      ))}
    </View>
  )
}
