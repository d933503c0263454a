import { Input, View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { spokenLabel } from '../platform/spoken'
import { Icon } from './icon'
import './search-field.scss'

interface SearchFieldProps {
  label: string
  placeholder: string
  maxLength?: number
  /** Called when the typing has paused, with the text as it then is. */
  onSearch: (text: string) => void
}

const pauseMs = 350

/** A line to search with. The field keeps its text itself; what is asked for follows when the typing pauses. */
export function SearchField({ label, placeholder, maxLength = 40, onSearch }: SearchFieldProps) {
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useEffect(() => () => clearTimeout(timer.current), [])
  const later = (text: string, ms: number) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onSearch(text.trim()), ms)
  }
  return (
    <View className='ui-search'>
      <Icon name='search' />
      <Input
        className='ui-search-input'
        type='text'
        confirmType='search'
        maxlength={maxLength}
        placeholder={placeholder}
        placeholderClass='ui-search-placeholder'
        onInput={(event) => later(event.detail.value, pauseMs)}
        onConfirm={(event) => later(event.detail.value, 0)}
        {...spokenLabel(label)}
      />
    </View>
  )
}
