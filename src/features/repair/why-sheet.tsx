import { View } from '@tarojs/components'
import type { ClockView } from '../../../contract/repair'
import { Sheet } from '../../ui/sheet'
import { clockTitles, limitText, minutesOf } from './why-words'
import { clockVerbs, momentText } from './words'
import './why-sheet.scss'

interface WhySheetProps {
  clocks: readonly ClockView[]
  isOpen: boolean
  /** Epoch ms. */
  now: number
  zone: string
  onClose: () => void
}

function Clock({ clock, now, zone }: { clock: ClockView; now: number; zone: string }) {
  const at = (instant: string) => momentText(instant, now, zone)
  const done = clock.stoppedAt
    ? `${at(clock.stoppedAt)} 已${clockVerbs[clock.clock]}`
    : clock.isPaused
      ? '现在暂停计时'
      : clock.isOverdue
        ? '已超时'
        : ''
  return (
    <View className='why-clock'>
      <View className='why-title'>{`${clockTitles[clock.clock]}：${at(clock.dueAt)}`}</View>
      <View className='why-done'>{done}</View>
      <View>{[`从 ${at(clock.startsAt)} 起`, limitText(clock.limit)].filter(Boolean).join('，')}。</View>
      {minutesOf(clock).map(({ word, text }) => (
        <View key={word} className='why-line'>
          <View>{word}</View>
          <View className='why-minutes'>{text}</View>
        </View>
      ))}
      <View className='why-provisional'>
        {clock.isProvisional ? '这个日子所在年份的放假安排还没有公布，公布后时限可能变动。' : ''}
      </View>
    </View>
  )
}

/** 为什么是这个时间: each clock with its limit, its beginning, and where the minutes went. */
export function WhySheet({ clocks, isOpen, now, zone, onClose }: WhySheetProps) {
  return (
    <Sheet title='为什么是这个时间' isOpen={isOpen} onClose={onClose}>
      {clocks.map((clock) => (
        <Clock key={clock.clock} clock={clock} now={now} zone={zone} />
      ))}
    </Sheet>
  )
}
