import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCareClass } from '../care'
import { PrivacySheet } from '../platform/privacy-sheet'
import './page.scss'

interface PageProps {
  children: ReactNode
  /** Stays at the bottom, above the home bar: the page's main action. */
  footer?: ReactNode
}

/** The frame of every page: ground colour, 关怀模式, safe areas, and the one dialog the platform may need. */
export function Page({ children, footer }: PageProps) {
  const careClass = useCareClass()
  return (
    <View className={`page${careClass}`}>
      <View className='page-body'>{children}</View>
      <View className={footer ? 'page-footer' : 'page-end'}>
        <View className='page-footer-inside'>{footer}</View>
      </View>
      <PrivacySheet />
    </View>
  )
}
