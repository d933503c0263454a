import { View } from '@tarojs/components'
import { Button } from './button'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import './empty.scss'

interface EmptyProps {
  /** A whole sentence: what is not here. */
  text: string
  /** What one would do next. */
  action?: string
  onAction?: () => unknown
  icon?: IconName
}

/** Nothing is here, and what to do about it. */
export function Empty({ text, action, onAction, icon = 'calendar' }: EmptyProps) {
  return (
    <View className='ui-empty'>
      <Icon name={icon} isLarge />
      <View className='ui-empty-text'>{text}</View>
      {action && onAction ? (
        <Button kind='plain' isSmall onTap={onAction}>
          {action}
        </Button>
      ) : null}
    </View>
  )
}
