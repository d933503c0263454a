import { Drawer, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import type { PlaceRecord } from '../../contract/repair-catalog'
import { Section } from '../ui/section'
import { useLeave } from '../ui/use-leave'
import type { useBuildings } from './building-choice'
import { PlaceCode } from './place-code'
import { PlaceForm } from './place-form'

interface Props {
  /** A place's id, or 'new'. */
  wanted?: string
  /** The places of the page behind; undefined while they load. */
  places?: readonly PlaceRecord[]
  buildings: ReturnType<typeof useBuildings>
  onOpen: (placeId: string) => void
  onClose: () => void
  onChanged: () => void
}

/** One place: what it is called, whether pictures may be taken, and its printed code. */
export function PlaceDrawer({ wanted, places, buildings, onOpen, onClose, onChanged }: Props) {
  const { leave, setIsDirty } = useLeave(onClose)
  // what was saved just now may stand on another page of the list
  const [saved, setSaved] = useState<PlaceRecord>()
  const place = places?.find(({ placeId }) => placeId === wanted) ?? (saved?.placeId === wanted ? saved : undefined)
  const isNew = wanted === 'new'

  function keep(record: PlaceRecord) {
    setSaved(record)
    setIsDirty(false)
    onChanged()
    if (isNew) onOpen(record.placeId)
  }

  return (
    <Drawer
      title={isNew ? '添加地点' : (place?.name ?? '地点')}
      width={600}
      open={wanted !== undefined}
      onClose={leave}
      destroyOnHidden
    >
      {!isNew &&
        !place &&
        (places ? <Empty description='这一页名单里没有这个地点，请搜索它的名称' /> : <Skeleton active />)}
      {isNew && <PlaceForm buildings={buildings} onDirty={setIsDirty} onSaved={keep} />}
      {place && (
        <div key={place.placeId}>
          <PlaceForm place={place} buildings={buildings} onDirty={setIsDirty} onSaved={keep} />
          <Section>二维码</Section>
          {place.humanCode ? (
            <PlaceCode
              of={{ placeId: place.placeId }}
              name={place.name}
              codeToken={place.codeToken}
              humanCode={place.humanCode}
              onChanged={onChanged}
            />
          ) : (
            <p className='quiet'>这个地点还没有二维码。</p>
          )}
        </div>
      )}
    </Drawer>
  )
}
