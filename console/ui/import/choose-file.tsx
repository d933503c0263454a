import { InboxOutlined } from '@ant-design/icons'
import { Upload } from 'antd'
import type { ReactNode } from 'react'
import { Elapsed } from './elapsed'

interface Props {
  hint: ReactNode
  /** The largest file that is taken. */
  megabytes: number
  /** What else than sheets is taken, with its name for people: `.xml`, OpenMensa（.xml）. */
  more?: { accept: string; name: string }
  /** Another kind of file instead of sheets: `.zip`, GTFS（.zip）, 压缩包. */
  only?: { accept: string; name: string; what: string }
  isReading: boolean
  onFile: (file: File) => void
  onTooLarge: (file: File) => void
}

/** Choose a sheet, or drop it. The file is read in the cloud; nothing is written there yet. */
export function ChooseFile({ hint, megabytes, more, only, isReading, onFile, onTooLarge }: Props) {
  if (isReading)
    return (
      <Elapsed label='读取进度'>
        {(seconds) => `正在上传并逐行核对，已用 ${seconds} 秒。大的${only?.what ?? '表格'}可能需要十几秒。`}
      </Elapsed>
    )
  return (
    <Upload.Dragger
      accept={only?.accept ?? ['.xlsx', '.csv', more?.accept].filter(Boolean).join()}
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
      <p className='ant-upload-text'>点击选择{only?.what ?? '表格'}，或把文件拖到这里</p>
      <p className='ant-upload-hint'>
        支持 {only?.name ?? `Excel（.xlsx）${more ? `、CSV 和 ${more.name}` : '和 CSV'}`}，不超过 {megabytes}{' '}
        MB。选择后先预览，确认之前不会写入任何内容。
      </p>
      <div className='quiet' style={{ paddingTop: 8 }}>
        {hint}
      </div>
    </Upload.Dragger>
  )
}
