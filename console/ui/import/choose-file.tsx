import { InboxOutlined } from '@ant-design/icons'
import { Progress, Upload } from 'antd'
import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'

interface Props {
  hint: ReactNode
  /** The largest file that is taken. */
  megabytes?: number
  /** What else than sheets is taken, with its name for people: `.xml`, OpenMensa（.xml）. */
  more?: { accept: string; name: string }
  isReading: boolean
  onFile: (file: File) => void
  onTooLarge: (file: File) => void
}

/** Seconds since it was shown: a reading that takes long shows that it is still going on. */
function Elapsed() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  // Nobody knows how long a sheet takes; the bar nears its end without pretending to have reached it.
  const percent = Math.round(100 * (1 - 0.85 ** (seconds + 1)))
  return (
    <div role='status'>
      <Progress percent={percent} showInfo={false} status='active' aria-label='读取进度' />
      正在上传并逐行核对，已用 {seconds} 秒。大的表格可能需要十几秒。
    </div>
  )
}

/** Choose a sheet, or drop it. The file is read in the cloud; nothing is written there yet. */
export function ChooseFile({ hint, megabytes = 8, more, isReading, onFile, onTooLarge }: Props) {
  if (isReading) return <Elapsed />
  return (
    <Upload.Dragger
      accept={['.xlsx', '.csv', more?.accept].filter(Boolean).join()}
      maxCount={1}
      showUploadList={false}
      beforeUpload={(file) => {
        if (file.size > megabytes * 1_000_000) onTooLarge(file)
        else onFile(file)
        return false
      }}
    >
      <p className='ant-upload-drag-icon'>
        <InboxOutlined />
      </p>
      <p className='ant-upload-text'>点击选择表格，或把文件拖到这里</p>
      <p className='ant-upload-hint'>
        支持 Excel（.xlsx）{more ? `、CSV 和 ${more.name}` : '和 CSV'}，不超过 {megabytes}{' '}
        MB。选择后先预览，确认之前不会写入任何内容。
      </p>
      <div className='quiet' style={{ paddingTop: 8 }}>
        {hint}
      </div>
    </Upload.Dragger>
  )
}
