import { PrinterOutlined, ReloadOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { renewDoorCode } from '../../contract/booking-door'
import { type RoomRecord, retireRoom } from '../../contract/booking-rooms'
import { PrintedCode } from '../ui/printed-code'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { Labels } from './labels'
import { renewDoorSentences, retireRoomSentences } from './sentences'

/** A room's printed code, and taking the room out of the directory. */
export function RoomDoor({ room, onChanged }: { room: RoomRecord; onChanged: () => void }) {
  const { message } = App.useApp()
  const [code, setCode] = useState({ token: room.doorToken, humanCode: room.humanCode })
  const [isPrinting, setIsPrinting] = useState(false)
  const renewing = useTask(renewDoorCode, renewDoorSentences)
  const retiring = useTask(retireRoom, retireRoomSentences)
  const coming = retiring.trouble?.detail?.coming

  async function renew() {
    const made = await renewing.run({ roomId: room.roomId })
    if (!made) return
    setCode(made)
    message.success('已更换房间码，请打印新的门牌贴上')
    onChanged()
  }

  async function retire(isRetired: boolean) {
    const done = await retiring.run({ roomId: room.roomId, isRetired })
    if (!done) return
    message.success(isRetired ? `已停用 ${room.name}` : `已恢复 ${room.name}`)
    onChanged()
  }

  return (
    <>
      <TroubleNote trouble={renewing.trouble} onRetry={renew} />
      <PrintedCode name={room.name} {...code}>
        <Button icon={<PrinterOutlined />} onClick={() => setIsPrinting(true)}>
          打印门牌
        </Button>
        <Popconfirm
          title='更换房间码？'
          description='旧门牌上的码会立即失效，需要打印新的门牌贴上。'
          okText='更换'
          onConfirm={renew}
        >
          <Button icon={<ReloadOutlined />} loading={renewing.isRunning}>
            更换房间码
          </Button>
        </Popconfirm>
      </PrintedCode>
      <Section>停用</Section>
      <TroubleNote trouble={retiring.trouble}>
        {typeof coming === 'number' && <div>还有 {coming} 个未结束的预订。</div>}
      </TroubleNote>
      {room.isRetired ? (
        <Button loading={retiring.isRunning} onClick={() => retire(false)}>
          恢复使用
        </Button>
      ) : (
        <Popconfirm
          title={`停用 ${room.name}？`}
          description='停用后不能再预订，也不出现在小程序里。以后可以恢复。'
          okText='停用'
          onConfirm={() => retire(true)}
        >
          <Button danger loading={retiring.isRunning}>
            停用会议室
          </Button>
        </Popconfirm>
      )}
      {isPrinting && <Labels roomIds={[room.roomId]} onClose={() => setIsPrinting(false)} />}
    </>
  )
}
