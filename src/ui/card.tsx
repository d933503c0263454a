import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './card.scss'

interface CardProps {
  children: ReactNode
  /** A heading above the content. */
  title?: string
  /** Small and to the right of the heading, such as 全部 ›. */
  action?: ReactNode
  /** Rows reach to the edges. */
  isFlush?: boolean
}

/** A white sheet that holds what belongs together. */
export function Card({ children, title, action, isFlush = false }: CardProps) {
  return (
    <View className={isFlush ? 'ui-card ui-card-flush' : 'ui-card'}>
      {title === undefined ? null : (
        <View className='ui-card-head'>
          <View className='ui-card-title'>{title}</View>
          {action}
        </View>
      )}
      {children}
    </View>
  )
}
