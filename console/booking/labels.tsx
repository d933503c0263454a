import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { printDoorLabels } from '../../contract/booking-door'
import { addressOfFile, download } from '../ui/files'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { printLabelsSentences } from './sentences'

/** A sheet of door labels to look at, print or keep; no ids means all rooms. */
export function Labels({ roomIds, onClose }: { roomIds: readonly string[]; onClose: () => void }) {
  const { value: file, trouble, reload } = useAsk(printDoorLabels, { roomIds: [...roomIds] }, printLabelsSentences)
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file) return
    const made = addressOfFile(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <Modal
      open
      width={880}
      title={roomIds.length ? `${roomIds.length} 间会议室的门牌` : '全部会议室的门牌'}
      onCancel={onClose}
      footer={
        <>
          <span className='quiet' style={{ float: 'left', paddingTop: 5 }}>
            A4 纸，按实际大小（100%）打印。手机扫码即可查看和占用会议室。
          </span>
          <Button type='primary' icon={<DownloadOutlined />} disabled={!file} onClick={() => file && download(file)}>
            下载 PDF
          </Button>
        </>
      }
    >
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!trouble && !address && <Skeleton active paragraph={{ rows: 12 }} title={false} />}
      {address && <iframe title='门牌预览' src={address} style={{ width: '100%', height: '65vh', border: 0 }} />}
    </Modal>
  )
}
