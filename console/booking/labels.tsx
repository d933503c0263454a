import { printDoorLabels } from '../../contract/booking-door'
import { LabelSheet } from '../ui/label-sheet'
import { useAsk } from '../ui/use-ask'
import { printLabelsSentences } from './sentences'

/** A sheet of door labels; no ids means all rooms. */
export function Labels({ roomIds, onClose }: { roomIds: readonly string[]; onClose: () => void }) {
  const file = useAsk(printDoorLabels, { roomIds: [...roomIds] }, printLabelsSentences)
  return (
    <LabelSheet
      title={roomIds.length ? `${roomIds.length} 间会议室的门牌` : '全部会议室的门牌'}
      about='手机扫码即可查看和占用会议室，也可以报修。'
      file={file}
      onClose={onClose}
    />
  )
}
