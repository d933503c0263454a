import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './stack.scss'

/**
 * Things below each other with the usual gap, in a node of their own: what comes and goes inside (skeleton, content,
 * failure) is then sent to the page without all that stands beside it.
 */
export function Stack({ children }: { children: ReactNode }) {
  return <View className='ui-stack'>{children}</View>
}
