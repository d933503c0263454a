import { View } from '@tarojs/components'
import { badgeStyle } from './contrast'
import './line-badge.scss'

interface LineBadgeProps {
  name: string
  /** Six hex digits or nothing. */
  color?: string
  textColor?: string
}

/** The name of a line in its colour, always readable. */
export function LineBadge({ name, color = '', textColor = '' }: LineBadgeProps) {
  return (
    <View className='line-badge' style={badgeStyle(color, textColor)}>
      {name}
    </View>
  )
}
