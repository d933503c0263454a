import { View } from '@tarojs/components'
import type { IconName } from './icon-name'
import './icon.scss'

/** A drawing in the colour of the text around it. It only decorates: screen readers skip it. */
export function Icon({ name, isLarge = false }: { name: IconName; isLarge?: boolean }) {
  return <View className={`ui-icon ui-icon-${name}${isLarge ? ' ui-icon-large' : ''}`} aria-hidden />
}
