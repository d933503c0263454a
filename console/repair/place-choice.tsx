import { Select } from 'antd'
import { useState } from 'react'
import { findPlaces, type Place } from '../../contract/repair-places'
import { useAsk } from '../ui/use-ask'
import { usePaused } from '../ui/use-paused'
import { noRefusals } from './sentences'

interface Props {
  id?: string
  value?: string
  onChange?: (placeId: string | undefined) => void
  /** The place that `value` names from the beginning, so that it can be read. */
  known?: Place
}

const labelOf = ({ name, where }: Place) => `${name}（${where}）`

/** Chooses a place by name, pinyin, initials, building or floor; before typing those used last are on offer. */
export function PlaceChoice({ id, value, onChange, known }: Props) {
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(known)
  const paused = usePaused(query.trim())
  const found = useAsk(findPlaces, { query: paused, limit: 50 }, noRefusals)
  // while another name is typed nothing is on offer: Enter would take what the letters before had found
  const isFresh = found.isCurrent && paused === query.trim()
  const items = (isFresh && found.value?.items) || []
  // what was chosen stays readable when the next search does not find it
  const isElsewhere = chosen && chosen.placeId === value && !items.some(({ placeId }) => placeId === value)
  const shown = isElsewhere && query === '' ? [chosen, ...items] : items
  return (
    <Select
      id={id}
      showSearch
      allowClear
      filterOption={false}
      placeholder='房间名、拼音、首字母、楼宇或楼层'
      loading={found.isLoading}
      notFoundContent={
        found.trouble?.sentence ??
        (found.isLoading || !isFresh
          ? '正在查找…'
          : paused
            ? '名单里没有，可以写在「具体位置」里'
            : '输入房间名、楼宇或楼层')
      }
      options={shown.map((place) => ({ value: place.placeId, label: labelOf(place) }))}
      value={value}
      onSearch={setQuery}
      onChange={(placeId?: string) => {
        setChosen(items.find((place) => place.placeId === placeId))
        onChange?.(placeId)
      }}
    />
  )
}
