import { CameraOutlined } from '@ant-design/icons'
import { App, Button, Upload } from 'antd'
import { useState } from 'react'
import { mostPhotoBytes } from '../../contract/photos'
import { addPhoto } from '../../contract/repair-requester'
import { readAsBase64 } from '../ui/files'
import type { Trouble } from '../ui/trouble'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { addPhotoSentences } from './sentences'

/** What the browser offers to choose; the cloud looks at the bytes. */
export const pictureTypes = 'image/jpeg,image/png,image/webp'

/** What is wrong with a chosen picture before it is sent, or undefined. */
export const pictureTrouble = (file: File): string | undefined =>
  file.size > mostPhotoBytes ? addPhotoSentences.TOO_LARGE_PHOTO : undefined

/** Adds one photo at a time to a ticket that exists. */
export function AddPhotos({ ticketId, onChanged }: { ticketId: string; onChanged: () => void }) {
  const { message } = App.useApp()
  const task = useTask(addPhoto, addPhotoSentences)
  const [fileTrouble, setFileTrouble] = useState<Trouble>()

  async function add(file: File) {
    const sentence = pictureTrouble(file)
    const content = sentence ? undefined : await readAsBase64(file).catch(() => undefined)
    setFileTrouble(content ? undefined : { sentence: sentence ?? addPhotoSentences.NOT_A_PICTURE, issues: [] })
    if (!content) return
    const added = await task.run({ ticketId, fileName: file.name, content })
    if (!added) return
    message.success('照片已添加')
    onChanged()
  }

  return (
    <>
      <Upload
        accept={pictureTypes}
        showUploadList={false}
        beforeUpload={(file) => {
          void add(file)
          return false
        }}
      >
        <Button size='small' icon={<CameraOutlined />} loading={task.isRunning}>
          添加照片
        </Button>
      </Upload>
      <TroubleNote trouble={fileTrouble ?? task.trouble} />
    </>
  )
}
