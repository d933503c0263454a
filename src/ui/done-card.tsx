import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './done-card.scss'

/** It worked: a large check, and below it what exactly. */
export function DoneCard({ children }: { children: ReactNode }) {
  return (
    <View className='ui-done'>
      <View className='ui-done-icon'>
        <Icon name='check' isLarge />
      </View>
      {children}
    </View>
  )
}
