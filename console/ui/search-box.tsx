import { Input } from 'antd'
import { useEffect, useState } from 'react'

interface Props {
  label: string
  placeholder: string
  value?: string
  onSearch: (query: string) => void
}

const PAUSE_MS = 350

/** A search field that asks by itself after a short pause in typing, at once on Enter; not while pinyin is composed. */
export function SearchBox({ label, placeholder, value = '', onSearch }: Props) {
  const [draft, setDraft] = useState(value)
  const [isComposing, setIsComposing] = useState(false)
  useEffect(() => setDraft(value), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the pause, not a new callback
  useEffect(() => {
    if (isComposing || draft.trim() === value) return
    const timer = setTimeout(() => onSearch(draft.trim()), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft, isComposing])
  return (
    <Input.Search
      aria-label={label}
      placeholder={placeholder}
      style={{ width: 260 }}
      allowClear
      maxLength={40}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
      onSearch={(query) => onSearch(query.trim())}
    />
  )
}
