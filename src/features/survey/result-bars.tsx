import { View } from '@tarojs/components'
import type { ResultCell } from '../../../contract/survey-results'
import { percent } from './words'
import './result-bars.scss'

function Bar({ text, count, share }: Pick<ResultCell, 'text' | 'share'> & { count: number }) {
  return (
    <View className='bar'>
      <View className='bar-words'>
        <View className='bar-text'>{text}</View>
        <View className='bar-figures'>{share === undefined ? `${count} 人` : `${percent(share)}，${count} 人`}</View>
      </View>
      <View className='bar-track' aria-hidden>
        <View className='bar-fill' style={`width: ${Math.round((share ?? 0) * 100)}%`} />
      </View>
    </View>
  )
}

/** What stands in place of the options that are not told: together they may be known from all who answered. */
function hiddenText(cells: readonly ResultCell[], n: number | undefined): string {
  const hidden = cells.filter(({ count }) => count === undefined)
  if (hidden.length === 0) return ''
  if (hidden.length === cells.length) return '有的选项人数太少，各选项都不单列。'
  const shown = cells.reduce((sum, { count = 0 }) => sum + count, 0)
  const names = hidden.map(({ text }) => text).join('、')
  return n === undefined ? `${names}：人数太少，不显示。` : `${names}：合起来 ${n - shown} 人，人数太少的不单列。`
}

interface ResultBarsProps {
  cells: readonly ResultCell[]
  /** All who answered, where each chose one. */
  n: number | undefined
}

/** Shares as bars, each with its figures beside it, so that nothing hangs on length alone. */
export function ResultBars({ cells, n }: ResultBarsProps) {
  if (cells.length === 0) return null
  return (
    <View className='bars'>
      {cells.map(({ code, text, count, share }) =>
        count === undefined ? null : <Bar key={code} text={text} count={count} share={share} />,
      )}
      <View className='bars-hidden'>{hiddenText(cells, n)}</View>
    </View>
  )
}
