import { Alert, Modal, Result } from 'antd'
import { useState } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { publishTimetable, type Timetable } from '../../contract/shuttle-timetables'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { countsText } from './timetable-card'
import { publishSentences } from './timetable-sentences'

interface Props {
  timetable: Pick<Timetable, 'timetableId' | 'name' | 'counts' | 'firstDay' | 'lastDay'>
  /** The one that is replaced. */
  inForce?: Timetable
  onClose: () => void
  onPublished: () => void
}

/** Puts a timetable in force: says what it replaces before, and what became of reserved seats after. */
export function PublishTimetable({ timetable, inForce, onClose, onPublished }: Props) {
  const task = useTask(publishTimetable, publishSentences)
  const [done, setDone] = useState<ValueOf<typeof publishTimetable>>()
  const { firstDay, lastDay } = timetable

  async function publish() {
    const published = await task.run({ timetableId: timetable.timetableId })
    if (!published) return
    setDone(published)
    onPublished()
  }

  return (
    <Modal
      open
      title={`发布“${timetable.name}”`}
      okText={done ? '完成' : '发布'}
      cancelButtonProps={{ style: done && { display: 'none' } }}
      okButtonProps={{ autoFocus: true }}
      confirmLoading={task.isRunning}
      onCancel={onClose}
      onOk={done ? onClose : publish}
    >
      {done ? (
        <Result
          status='success'
          title='已发布，乘客现在看到的就是它'
          subTitle={
            done.cancelledSeats > 0
              ? `有 ${done.cancelledSeats} 个预约的班次不再开，已经取消，并通知了乘客。`
              : '没有预约受到影响。'
          }
        />
      ) : (
        <>
          <TroubleNote trouble={task.trouble} />
          <p>
            {countsText(timetable)}
            {firstDay && lastDay && `；${firstDay} 至 ${lastDay} 有班次`}。
          </p>
          {inForce && inForce.timetableId !== timetable.timetableId ? (
            <Alert
              type='info'
              showIcon
              message={`代替正在使用的“${inForce.name}”`}
              description='立即生效。新时刻表里没有的班次，已经预约的座位会取消并通知乘客；旧的一份保留，随时可以重新启用。'
            />
          ) : (
            <p className='quiet'>立即生效，乘客马上能查到班次。</p>
          )}
        </>
      )}
    </Modal>
  )
}
