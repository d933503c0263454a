import { ScrollView, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from './icon'
import './sheet.scss'

interface SheetProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** Stays below what is scrolled: the sheet's own action. */
  footer?: ReactNode
}

/** A panel that comes up from below, for one small choice; a tap beside it closes it. */
export function Sheet({ title, isOpen, onClose, children, footer }: SheetProps) {
  return (
    <View className='ui-sheet-place'>
      {isOpen ? (
        <View className='ui-sheet-shade' onClick={onClose} catchMove>
          <View className='ui-sheet' onClick={(event) => event.stopPropagation()} role='dialog' aria-label={title}>
            <View className='ui-sheet-head'>
              <View className='ui-sheet-title'>{title}</View>
              <View
                className='ui-sheet-close'
                hoverClass='ui-sheet-pressed'
                onClick={onClose}
                role='button'
                aria-label='关闭'
              >
                <Icon name='close' />
              </View>
            </View>
            <ScrollView className='ui-sheet-body' scrollY>
              {children}
            </ScrollView>
            <View className='ui-sheet-footer'>{footer}</View>
          </View>
        </View>
      ) : null}
    </View>
  )
}
