import { View } from '@tarojs/components'
import './badge.scss'

interface BadgeProps {
  children: string
  /** The colour only repeats what the words say. */
  tone?: 'brand' | 'quiet' | 'accent' | 'danger'
}

/** A word or number about the thing it stands beside. */
export function Badge({ children, tone = 'brand' }: BadgeProps) {
  return <View className={`ui-badge ui-badge-${tone}`}>{children}</View>
}
