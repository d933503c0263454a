import { Drawer, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import type { Asset } from '../../contract/repair-catalog'
import { Section } from '../ui/section'
import { useLeave } from '../ui/use-leave'
import { AssetForm } from './asset-form'
import { PlaceCode } from './place-code'

interface Props {
  /** An asset's id, or 'new'. */
  wanted?: string
  /** The assets of the page behind; undefined while they load. */
  assets?: readonly Asset[]
  onOpen: (assetId: string) => void
  onClose: () => void
  onChanged: () => void
}

/** One asset: what it is, where it stands, and its printed code. */
export function AssetDrawer({ wanted, assets, onOpen, onClose, onChanged }: Props) {
  const { leave, setIsDirty } = useLeave(onClose)
  // what was saved just now may stand on another page of the list
  const [saved, setSaved] = useState<Asset>()
  const asset = assets?.find(({ assetId }) => assetId === wanted) ?? (saved?.assetId === wanted ? saved : undefined)
  const isNew = wanted === 'new'

  function keep(record: Asset) {
    setSaved(record)
    setIsDirty(false)
    onChanged()
    if (isNew) onOpen(record.assetId)
  }

  return (
    <Drawer
      title={isNew ? '添加设备' : (asset?.name ?? '设备')}
      width={600}
      open={wanted !== undefined}
      onClose={leave}
      destroyOnHidden
    >
      {!isNew &&
        !asset &&
        (assets ? <Empty description='这一页名单里没有这台设备，请搜索它的名称或编号' /> : <Skeleton active />)}
      {isNew && <AssetForm onDirty={setIsDirty} onSaved={keep} />}
      {asset && (
        <div key={asset.assetId}>
          <AssetForm asset={asset} onDirty={setIsDirty} onSaved={keep} />
          <Section>二维码</Section>
          <PlaceCode
            of={{ assetId: asset.assetId }}
            name={asset.name}
            codeToken={asset.codeToken}
            humanCode={asset.humanCode}
            onChanged={onChanged}
          />
        </div>
      )}
    </Drawer>
  )
}
