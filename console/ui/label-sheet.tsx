import { DownloadOutlined } from '@ant-design/icons'
import { Button, Modal, Skeleton } from 'antd'
import { useEffect, useState } from 'react'
import { addressOfFile, download } from './files'
import { TroubleNote } from './trouble-note'
import type { Asked } from './use-ask'

interface Props {
  title: string
  /** What scanning the labels is good for. */
  about: string
  file: Asked<{ fileName: string; content: string }>
  onClose: () => void
}

/** A sheet of labels (PDF) to look at, print or keep. */
export function LabelSheet({ title, about, file: { value: file, trouble, reload }, onClose }: Props) {
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
      title={title}
      onCancel={onClose}
      footer={
        <>
          <span className='quiet' style={{ float: 'left', paddingTop: 5 }}>
            A4 纸，按实际大小（100%）打印。{about}
          </span>
          <Button type='primary' icon={<DownloadOutlined />} disabled={!file} onClick={() => file && download(file)}>
            下载 PDF
          </Button>
        </>
      }
    >
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!trouble && !address && <Skeleton active paragraph={{ rows: 12 }} title={false} />}
      {address && <iframe title='标签预览' src={address} style={{ width: '100%', height: '65vh', border: 0 }} />}
    </Modal>
  )
}
