import { printPlaceLabels } from '../../contract/repair-catalog'
import { LabelSheet } from '../ui/label-sheet'
import { useAsk } from '../ui/use-ask'
import { printLabelsSentences } from './catalog-sentences'

/** What labels are printed for; neither: everything in use. */
export interface LabelWish {
  placeIds?: string[]
  assetIds?: string[]
}

/** A sheet of labels for places and assets. */
export function PlaceLabels({ wish, onClose }: { wish: LabelWish; onClose: () => void }) {
  const file = useAsk(printPlaceLabels, wish, printLabelsSentences)
  const count = (wish.placeIds?.length ?? 0) + (wish.assetIds?.length ?? 0)
  return (
    <LabelSheet
      title={count ? `${count} 张标签` : '全部地点和设备的标签'}
      about='手机扫码即可报修，地点和设备自动填好。'
      file={file}
      onClose={onClose}
    />
  )
}
