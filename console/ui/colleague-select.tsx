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
  const [chosen, setChosen] = useState(known && { value: known.personId, label: known.name })
  const paused = usePaused(query.trim())
  const asked = useAsk(findColleagues, paused ? { query: paused } : undefined, noRefusals)
  // while another name is typed nobody is on offer: Enter would take whom the letters before had found
  const found = asked.isCurrent && paused === query.trim() ? asked.value?.items : undefined
  const options = (found ?? []).map(({ personId, name, department, staffNumber }) => ({
    value: personId,
    label: `${name}（${department}，${staffNumber}）`,
  }))
  const isElsewhere = chosen && chosen.value === value && query === '' && !options.some((one) => one.value === value)
  return (
    <Select
      id={id}
      showSearch
      allowClear
      filterOption={false}
      placeholder={placeholder}
      autoFocus={autoFocus}
      loading={asked.isLoading && paused !== ''}
      notFoundContent={
        asked.trouble?.sentence ?? (found ? '没有找到这位同事' : query ? '正在查找…' : '输入姓名、拼音、首字母或工号')
      }
      options={isElsewhere ? [chosen] : options}
      value={value}
      onSearch={setQuery}
      onChange={(personId?: string) => {
        setChosen(options.find((one) => one.value === personId))
        onChange?.(personId)
      }}
    />
  )
}
