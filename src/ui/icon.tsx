import { View } from '@tarojs/components'
import './icon.scss'

export type IconName =
  | 'next'
  | 'back'
  | 'close'
  | 'room'
  | 'calendar'
  | 'clock'
  | 'people'
  | 'place'
  | 'scan'
  | 'search'
  | 'bell'
  | 'text'
  | 'out'
  | 'check'
  | 'plus'
  | 'alert'
  | 'offline'
  | 'computer'
  | 'repair'
  | 'cleaning'
  | 'hazard'
  | 'praise'
  | 'camera'
  | 'phone'
  | 'star'
  | 'starFull'
  | 'ticket'
  | 'pause'
  | 'again'

/** A drawing in the colour of the text around it. It only decorates: screen readers skip it. */
export function Icon({ name, isLarge = false }: { name: IconName; isLarge?: boolean }) {
  return <View className={`ui-icon ui-icon-${name}${isLarge ? ' ui-icon-large' : ''}`} aria-hidden />
}
