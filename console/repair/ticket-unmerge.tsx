import { App, Button, Popconfirm } from 'antd'
import { unmergeTicket } from '../../contract/repair-desk'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { unmergeSentences } from './sentences'

interface Props {
  ticketId: string
  number: string
  onDone: () => void
}

/** Takes a merge back: the ticket goes on by itself. */
export function Unmerge({ ticketId, number, onDone }: Props) {
  const { message } = App.useApp()
  const task = useTask(unmergeTicket, unmergeSentences)

  async function undo() {
    const undone = await task.run({ ticketId })
    if (!undone) return
    message.success(`${number} 已恢复单独处理`)
    onDone()
  }

  return (
    <>
      <Popconfirm
        title={`撤销 ${number} 的合并？`}
        description='它会恢复单独处理，合并期间的时间不计入时限，报修人会收到通知。'
        okText='撤销合并'
        cancelText='保留'
        onConfirm={undo}
      >
        <Button size='small' loading={task.isRunning}>
          撤销合并
        </Button>
      </Popconfirm>
      <TroubleNote trouble={task.trouble} />
    </>
  )
}
