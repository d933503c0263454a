import { PlusOutlined, PrinterOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { listAssets, listPlaceRecords } from '../../contract/repair-catalog'
import { useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { AssetDrawer } from './asset-drawer'
import { AssetsTable } from './assets-table'
import { useBuildings } from './building-choice'
import './catalog.css'
import { PlaceDrawer } from './place-drawer'
import { type LabelWish, PlaceLabels } from './place-labels'
import { PlacesTable } from './places-table'
import { noRefusals } from './sentences'

const tabs = [
  { value: 'places', label: '地点' },
  { value: 'assets', label: '设备' },
]

/** Where something can be reported and what stands there, with the codes that hang there. */
export default function Places() {
  const [params, merge] = useParams()
  const isAssets = params.get('tab') === 'assets'
  const query = params.get('query') || undefined
  const buildingId = params.get('building') || undefined
  const buildings = useBuildings()
  const placeCursor = useCursor(JSON.stringify([query, buildingId]))
  const assetCursor = useCursor(JSON.stringify([query]))
  const places = useAsk(
    listPlaceRecords,
    isAssets ? undefined : { query, buildingId, cursor: placeCursor.at, limit: 20 },
    noRefusals,
  )
  const assets = useAsk(listAssets, isAssets ? { query, cursor: assetCursor.at, limit: 20 } : undefined, noRefusals)
  const [placeIds, setPlaceIds] = useState<string[]>([])
  const [assetIds, setAssetIds] = useState<string[]>([])
  const [printing, setPrinting] = useState<LabelWish>()
  const count = placeIds.length + assetIds.length

  const choice = (
    <Segmented
      aria-label='地点或设备'
      options={tabs}
      value={isAssets ? 'assets' : 'places'}
      onChange={(tab) => merge({ tab: tab === 'assets' ? 'assets' : '', query: '', building: '' })}
    />
  )

  return (
    <>
      <PageHead title='地点与设备' about='可以在哪里报修、那里有什么设备。每处、每台都有自己的二维码。'>
        <Button icon={<PrinterOutlined />} onClick={() => setPrinting(count ? { placeIds, assetIds } : {})}>
          {count ? `打印 ${count} 张标签` : '打印全部标签'}
        </Button>
        <Button
          type='primary'
          icon={<PlusOutlined />}
          onClick={() => merge(isAssets ? { asset: 'new' } : { place: 'new' })}
        >
          {isAssets ? '添加设备' : '添加地点'}
        </Button>
      </PageHead>
      <div className='sheet'>
        {isAssets ? (
          <AssetsTable asked={assets} cursor={assetCursor} chosen={assetIds} onChoose={setAssetIds}>
            {choice}
          </AssetsTable>
        ) : (
          <PlacesTable
            asked={places}
            cursor={placeCursor}
            buildings={buildings}
            chosen={placeIds}
            onChoose={setPlaceIds}
          >
            {choice}
          </PlacesTable>
        )}
      </div>
      <PlaceDrawer
        wanted={params.get('place') || undefined}
        places={places.value?.items}
        buildings={buildings}
        onOpen={(place) => merge({ place })}
        onClose={() => merge({ place: '' })}
        onChanged={places.reload}
      />
      <AssetDrawer
        wanted={params.get('asset') || undefined}
        assets={assets.value?.items}
        onOpen={(asset) => merge({ asset })}
        onClose={() => merge({ asset: '' })}
        onChanged={assets.reload}
      />
      {printing && <PlaceLabels wish={printing} onClose={() => setPrinting(undefined)} />}
    </>
  )
}
