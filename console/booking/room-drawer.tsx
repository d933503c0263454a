import { Drawer, Empty, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import type { RoomRecord } from '../../contract/booking-rooms'
import { useLeave } from '../ui/use-leave'
import { RoomDoor } from './room-door'
import type { Sites } from './room-fields'
import { RoomForm } from './room-form'
import { RoomPhoto } from './room-photo'

interface Props {
  /** A room's id, or 'new'. */
  wanted?: string
  /** The rooms of the page behind; undefined while they load. */
  rooms?: readonly RoomRecord[]
  sites: Sites
  onOpen: (roomId: string) => void
  onClose: () => void
  onChanged: () => void
}

/** One room: its place, equipment and rules, its picture, its door code, and retiring it. */
export function RoomDrawer({ wanted, rooms, sites, onOpen, onClose, onChanged }: Props) {
  const { leave, setIsDirty } = useLeave(onClose)
  // What was saved just now may stand on another page of the list.
  const [saved, setSaved] = useState<RoomRecord>()
  const room = rooms?.find(({ roomId }) => roomId === wanted) ?? (saved?.roomId === wanted ? saved : undefined)
  const isNew = wanted === 'new'

  function keep(record: RoomRecord) {
    setSaved(record)
    setIsDirty(false)
    onChanged()
    if (isNew) onOpen(record.roomId)
  }

  return (
    <Drawer
      title={isNew ? '添加会议室' : (room?.name ?? '会议室')}
      width={680}
      open={wanted !== undefined}
      onClose={leave}
      destroyOnHidden
    >
      {!isNew &&
        !room &&
        (rooms ? <Empty description='这一页名单里没有这间会议室，请搜索它的名称' /> : <Skeleton active />)}
      {isNew && <RoomForm sites={sites} onDirty={setIsDirty} onSaved={keep} />}
      {room && (
        <Tabs
          key={room.roomId}
          items={[
            {
              key: 'rules',
              label: '资料与规则',
              children: <RoomForm room={room} sites={sites} onDirty={setIsDirty} onSaved={keep} />,
            },
            { key: 'photo', label: '照片', children: <RoomPhoto room={room} onChanged={onChanged} /> },
            { key: 'door', label: '门牌与停用', children: <RoomDoor room={room} onChanged={onChanged} /> },
          ]}
        />
      )}
    </Drawer>
  )
}
