import { Select } from 'antd'
import { useState } from 'react'
import { findColleagues } from '../../contract/people'
import { useAsk } from './use-ask'
import { usePaused } from './use-paused'

const noRefusals = {}

interface Props {
  id?: string
  /** What stands there while nobody is chosen: what that means. */
  placeholder: string
  autoFocus?: boolean
  /** Who is chosen already: their name stands there before anybody is searched. */
  known?: { personId: string; name: string }
  value?: string
  onChange?: (personId: string | undefined) => void
}

/** Chooses a colleague by name, pinyin, initials or staff number. */
export function ColleagueSelect({ id, placeholder, autoFocus, known, value, onChange }: Props) {
  const [query, setQuery] = useState('')
  const paused = usePaused(query.trim())
  const {
    value: found,
    isLoading,
    trouble,
  } = useAsk(findColleagues, paused ? { query: paused } : undefined, noRefusals)
  const options = found?.items.map(({ personId, name, department, staffNumber }) => ({
    value: personId,
    label: `${name}（${department}，${staffNumber}）`,
  }))
  return (
    <Select
      id={id}
      showSearch
      allowClear
      filterOption={false}
      placeholder={placeholder}
      autoFocus={autoFocus}
      loading={isLoading && paused !== ''}
      notFoundContent={
        trouble?.sentence ?? (paused && !isLoading ? '没有找到这位同事' : '输入姓名、拼音、首字母或工号')
      }
      options={options ?? (known && [{ value: known.personId, label: known.name }])}
      value={value}
      onSearch={setQuery}
      onChange={onChange}
    />
  )
}
