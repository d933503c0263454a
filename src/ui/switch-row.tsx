import { Switch, View } from '@tarojs/components'
import './row.scss'

interface SwitchRowProps {
  title: string
  note?: string
  isOn: boolean
  onSwitch: (isOn: boolean) => void
}

/** A line of a list with a switch. */
export function SwitchRow({ title, note, isOn, onSwitch }: SwitchRowProps) {
  return (
    <View className='ui-row'>
      <View className='ui-row-text'>
        <View className='ui-row-title'>{title}</View>
        {note ? <View className='ui-row-note'>{note}</View> : null}
      </View>
      <Switch checked={isOn} color='#0f766e' onChange={(event) => onSwitch(event.detail.value)} aria-label={title} />
    </View>
  )
}
