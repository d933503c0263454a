import { View } from '@tarojs/components'
import type { ValueOf } from '../../../contract/procedure'
import type { lookAtPlace } from '../../../contract/repair-places'
import { Chips } from '../../ui/chips'
import { Icon } from '../../ui/icon'
import './report-place.scss'

interface ReportPlaceProps {
  /** Absent when the place was only written down. */
  found?: ValueOf<typeof lookAtPlace>
  placeNote: string
  assetId?: string
  /** Whether what stands here can be chosen; cleaning and praise need none. */
  withAssets: boolean
  onAsset: (assetId: string | undefined) => void
  onChange: () => void
}

const mostAssets = 8

/** Where it is, and what it is about when something was scanned or stands there. */
export function ReportPlace({ found, placeNote, assetId, withAssets, onAsset, onChange }: ReportPlaceProps) {
  const assets = found?.assets ?? []
  const chosen = assets.find((asset) => asset.assetId === assetId)
  const offered = assets.slice(0, mostAssets)
  const shown = chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered
  return (
    <View className='report-place'>
      <View className='report-place-head'>
        <Icon name='place' />
        <View className='report-place-words'>
          <View className='report-place-name'>{found?.place.name ?? placeNote}</View>
          <View className='report-place-where'>{found?.place.where ?? '手写的地点'}</View>
        </View>
        <View className='report-place-change' hoverClass='report-place-pressed' onClick={onChange} role='button'>
          换地点
        </View>
      </View>
      <View className='report-place-assets'>
        {withAssets && shown.length > 0 ? (
          <View>
            <View className='report-place-label'>哪一件设备（可不选）</View>
            <Chips
              label='设备'
              choices={shown.map((asset) => ({ value: asset.assetId, label: asset.name }))}
              chosen={assetId ? [assetId] : []}
              onTap={(tapped) => onAsset(tapped === assetId ? undefined : tapped)}
            />
          </View>
        ) : null}
      </View>
    </View>
  )
}
