import { UploadOutlined } from '@ant-design/icons'
import { App, Button, Empty, Image, Popconfirm, Space, Upload } from 'antd'
import { useState } from 'react'
import { type RoomRecord, setRoomPhoto } from '../../contract/booking-rooms'
import { readAsBase64 } from '../ui/files'
import type { Trouble } from '../ui/trouble'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { setRoomPhotoSentences } from './sentences'

const MAX_BYTES = 5_000_000
const refused: Trouble = { sentence: setRoomPhotoSentences.NOT_A_PICTURE, issues: [] }

/** A room's picture: looked at, replaced, removed. */
export function RoomPhoto({ room, onChanged }: { room: RoomRecord; onChanged: () => void }) {
  const { message } = App.useApp()
  const task = useTask(setRoomPhoto, setRoomPhotoSentences)
  const [photo, setPhoto] = useState(room.photo)
  const [fileTrouble, setFileTrouble] = useState<Trouble>()

  async function send(content: string) {
    const saved = await task.run({ roomId: room.roomId, content })
    if (!saved) return
    message.success(content ? '照片已更新' : '照片已删除')
    setPhoto(saved.photo)
    onChanged()
  }

  async function choose(file: File) {
    const content = file.size > MAX_BYTES ? undefined : await readAsBase64(file).catch(() => undefined)
    setFileTrouble(content ? undefined : refused)
    if (content) await send(content)
  }

  return (
    <>
      <TroubleNote trouble={fileTrouble ?? task.trouble} />
      {photo ? (
        <Image src={photo} alt={`${room.name}的照片`} style={{ maxHeight: 360, borderRadius: 6 }} />
      ) : (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有照片。一张横向的全景照最有用。' />
      )}
      <Space style={{ display: 'flex', marginTop: 16 }}>
        <Upload
          accept='image/jpeg,image/png,image/webp'
          showUploadList={false}
          beforeUpload={(file) => {
            void choose(file)
            return false
          }}
        >
          <Button icon={<UploadOutlined />} loading={task.isRunning}>
            {photo ? '更换照片' : '上传照片'}
          </Button>
        </Upload>
        {photo && (
          <Popconfirm title='删除这张照片？' okText='删除' onConfirm={() => send('')}>
            <Button danger disabled={task.isRunning}>
              删除照片
            </Button>
          </Popconfirm>
        )}
      </Space>
      <p className='quiet'>JPEG、PNG 或 WebP，不超过 5 MB。上传后会去掉照片里的拍摄地点等信息。</p>
    </>
  )
}
