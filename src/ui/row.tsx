import { View } from '@tarojs/components'
import { Badge } from './badge'
import { Icon } from './icon'
import type { IconName } from './icon-name'
import './row.scss'

interface RowProps {
  title: string
  /** A second, softer line. */
  note?: string
  /** To the right, softer. */
  value?: string
  /** A word about its state. */
  tag?: string
  /** A number that wants to be looked at; 0 shows nothing. */
  count?: number
  icon?: IconName
  /** With it the whole row is a button; without it the row only tells. */
  onTap?: () => void
}

/** One line of a list. */
export function Row({ title, note, value, tag, count = 0, icon, onTap }: RowProps) {
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <View className='ui-row-text'>
        <View className='ui-row-title'>
          <View>{title}</View>
          {tag ? <Badge>{tag}</Badge> : null}
        </View>
        {note ? <View className='ui-row-note'>{note}</View> : null}
      </View>
      {value ? <View className='ui-row-value'>{value}</View> : null}
      {count > 0 ? <Badge tone='danger'>{count > 99 ? '99+' : String(count)}</Badge> : null}
    </>
  )
  if (!onTap) return <View className='ui-row'>{inside}</View>
  return (
    <View className='ui-row' hoverClass='ui-row-pressed' onClick={onTap} role='button'>
      {inside}
      <Icon name='next' />
    </View>
  )
}
