import { App, Button, Space } from 'antd'
import { useState } from 'react'
import { assignFeedback, type Feedback, moderateRating } from '../../contract/canteen-feedback'
import { useDuty } from '../session'
import { ColleagueSelect } from '../ui/colleague-select'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { assignSentences, moderateSentences } from './feedback-sentences'

interface Props {
  comment: Feedback
  onChanged: (part: Partial<Feedback>) => void
}

/** Gives a comment to somebody else of the kitchen. */
export function Assign({ comment, onChanged }: Props) {
  const { message } = App.useApp()
  const task = useTask(assignFeedback, assignSentences)
  const [ownerId, setOwnerId] = useState(comment.ownerId)

  async function assign() {
    if (!ownerId) return
    const changed = await task.run({ ratingId: comment.ratingId, ownerId })
    if (!changed) return
    message.success(`已交给${changed.owner}`)
    onChanged(changed)
  }

  const known = comment.ownerId ? { personId: comment.ownerId, name: comment.owner } : undefined
  return (
    <>
      <Space.Compact style={{ width: 380 }} className='assign-line'>
        <ColleagueSelect
          placeholder='还没有分给谁，输入姓名或拼音'
          known={known}
          value={ownerId}
          onChange={setOwnerId}
        />
        <Button loading={task.isRunning} disabled={!ownerId || ownerId === comment.ownerId} onClick={assign}>
          交给这位同事
        </Button>
      </Space.Compact>
      <p className='quiet'>时限不变，继续计算。</p>
      <TroubleNote trouble={task.trouble} />
    </>
  )
}

const moderationText = {
  none: '没有文字和照片，不用审核。',
  pending: '还没有审核：审核通过之前，其他同事看不到这条评价。',
  passed: '已通过，其他同事看得到，不显示姓名。',
  risky: '不展示：只有写的人和食堂看得到。',
} satisfies Record<Feedback['moderation'], string>

/** Whether others see a comment; the office decides, not the kitchen it is about. */
export function Moderate({ comment, onChanged }: Props) {
  const { message } = App.useApp()
  const isManager = useDuty('manager', 'admin')
  const task = useTask(moderateRating, moderateSentences)

  async function decide(verdict: 'passed' | 'risky') {
    const decided = await task.run({ ratingId: comment.ratingId, revision: comment.revision, verdict })
    if (!decided) return
    message.success(verdict === 'passed' ? '已通过，其他同事现在看得到' : '不展示，其他同事看不到')
    onChanged({ moderation: decided.moderation })
  }

  return (
    <div className='moderate'>
      <span className='quiet'>{moderationText[comment.moderation]}</span>
      {isManager && comment.moderation !== 'none' && (
        <Space>
          <Button
            size='small'
            loading={task.isRunning}
            disabled={comment.moderation === 'passed'}
            onClick={() => decide('passed')}
          >
            通过
          </Button>
          <Button
            size='small'
            loading={task.isRunning}
            disabled={comment.moderation === 'risky'}
            onClick={() => decide('risky')}
          >
            不展示
          </Button>
        </Space>
      )}
      <TroubleNote trouble={task.trouble} />
    </div>
  )
}
