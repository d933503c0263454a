import { App, Drawer, Empty, Skeleton, Tabs } from 'antd'
import { useState } from 'react'
import type { listPlaces, RoomRecord } from '../../contract/booking-rooms'
import type { ValueOf } from '../../contract/procedure'
import { RoomDoor } from './room-door'
import { RoomForm } from './room-form'
import { RoomPhoto } from './room-photo'

export type Sites = ValueOf<typeof listPlaces>['sites']

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
  const { modal } = App.useApp()
  const [isDirty, setIsDirty] = useState(false)
  // What was saved just now may stand on another page of the list.
  const [saved, setSaved] = useState<RoomRecord>()
  const room = rooms?.find(({ roomId }) => roomId === wanted) ?? (saved?.roomId === wanted ? saved : undefined)
  const isNew = wanted === 'new'

  function close() {
    if (!isDirty) return onClose()
    modal.confirm({
      title: '修改还没有保存',
      content: '关闭后这些修改会丢失。',
      okText: '放弃修改',
      cancelText: '继续编辑',
      onOk: () => {
        setIsDirty(false)
        onClose()
      },
    })
  }

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
      onClose={close}
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
