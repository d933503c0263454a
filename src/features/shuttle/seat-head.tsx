import { View } from '@tarojs/components'
import type { MySeat } from '../../../contract/shuttle-ride'
import { Badge } from '../../ui/badge'
import { LineBadge } from './line-badge'
import { clockOf, dotted, lateText, movedBy, seatState, whenText } from './words'
import './seat-head.scss'

interface SeatHeadProps {
  seat: MySeat
  /** On the boarding pass: whoever looks from two steps away reads the name. */
  isLarge?: boolean
}

const toneOf = ({ status, isTripCancelled }: MySeat) => {
  if (isTripCancelled || status === 'noShow') return 'danger'
  if (status === 'offered') return 'accent'
  return status === 'reserved' || status === 'boarded' ? 'brand' : 'quiet'
}

/** When, which line, from where to where, who, and how it stands. */
export function SeatHead({ seat, isLarge = false }: SeatHeadProps) {
  const { departsAt, delayMinutes, isTripCancelled, route, color, headsign, fromStop, toStop, kind, rider, isGuest } =
    seat
  const isLate = delayMinutes > 0 && !isTripCancelled
  return (
    <View className={isLarge ? 'seat-head seat-head-large' : 'seat-head'}>
      <View className='seat-head-rider'>{isLarge ? rider : ''}</View>
      <View className='seat-head-line'>
        <View className='seat-head-when'>{whenText(movedBy(departsAt, isLate ? delayMinutes : 0), Date.now())}</View>
        <LineBadge name={route} color={color} />
        <Badge tone={toneOf(seat)}>{seatState(seat)}</Badge>
      </View>
      <View className='seat-head-late'>{isLate ? `${lateText(delayMinutes)}，原定 ${clockOf(departsAt)}` : ''}</View>
      <View className='seat-head-way'>{`${fromStop} → ${toStop}`}</View>
      <View className='seat-head-who'>
        {dotted(!isLarge && rider, isGuest && '访客', kind === 'wheelchair' && '轮椅位', headsign && `往 ${headsign}`)}
      </View>
    </View>
  )
}
