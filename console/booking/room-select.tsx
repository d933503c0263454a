import { Select } from 'antd'
import { useState } from 'react'
import { listRooms, type Room } from '../../contract/booking'
import { useAsk } from '../ui/use-ask'
import { usePaused } from '../ui/use-paused'
import { noRefusals } from './sentences'

interface Props {
  id?: string
  value?: string
  onChange?: (roomId: string) => void
  /** The room of `value`, when it is known already. */
  chosen?: Room
  onRoom: (room: Room) => void
}

const labelOf = ({ name, building, floor, rules }: Room) => `${name}（${building} ${floor}，${rules.capacity} 人）`

/** Chooses a room by name, pinyin or initials. */
export function RoomSelect({ id, value, onChange, chosen, onRoom }: Props) {
  const [query, setQuery] = useState('')
  const paused = usePaused(query)
  const { value: found, isCurrent, isLoading, trouble } = useAsk(listRooms, { query: paused, limit: 50 }, noRefusals)
  // while another name is typed nothing is on offer: Enter would take what the letters before had found
  const isFresh = isCurrent && paused === query
  const rooms = (isFresh && found?.items) || []
  const known =
    chosen && (isFresh || query === '') && !rooms.some(({ roomId }) => roomId === chosen.roomId)
      ? [chosen, ...rooms]
      : rooms
  return (
    <Select
      id={id}
      showSearch
      filterOption={false}
      placeholder='输入名称、拼音或首字母'
      loading={isLoading}
      notFoundContent={trouble?.sentence ?? (isLoading || !isFresh ? '正在查找…' : '没有找到会议室')}
      options={known.map((room) => ({ value: room.roomId, label: labelOf(room) }))}
      value={value}
      onSearch={setQuery}
      onChange={(roomId: string) => {
        const room = known.find((r) => r.roomId === roomId)
        if (room) onRoom(room)
        onChange?.(roomId)
      }}
    />
  )
}
