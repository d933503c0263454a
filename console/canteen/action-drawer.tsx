import { App, Button, Descriptions, Drawer, Empty, Form, Input, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { type ActionStatus, type CorrectiveAction, moveAction } from '../../contract/canteen-feedback'
import { useDuty, useSession, useZone } from '../session'
import { showInstant } from '../ui/moment'
import { Section } from '../ui/section'
import { TroubleNote } from '../ui/trouble-note'
import { useTask } from '../ui/use-task'
import { DueDay } from './action-board'
import { ActionForm } from './action-form'
import { moveActionSentences } from './feedback-sentences'
import { actionNames } from './words'

interface Props {
  action?: CorrectiveAction
  isWanted: boolean
  isLoading: boolean
  onDirty: (isDirty: boolean) => void
  onClose: () => void
  onChanged: () => void
}

/** The ways on from each state. */
const moves: Record<ActionStatus, readonly { to: ActionStatus; label: string; isPrimary?: boolean }[]> = {
  open: [
    { to: 'doing', label: '开始做', isPrimary: true },
    { to: 'done', label: '做完了' },
  ],
  doing: [{ to: 'done', label: '做完了', isPrimary: true }],
  done: [
    { to: 'verified', label: '验收通过', isPrimary: true },
    { to: 'doing', label: '没有做好，退回' },
  ],
  verified: [],
}

const moved = {
  open: '已退回待办',
  doing: '进行中',
  done: '已完成，请另一位同事验收',
  verified: '已验收',
} satisfies Record<ActionStatus, string>

function Moves({ action, onDirty, onChanged }: { action: CorrectiveAction } & Pick<Props, 'onDirty' | 'onChanged'>) {
  const { message } = App.useApp()
  const task = useTask(moveAction, moveActionSentences)
  const [outcome, setOutcome] = useState(action.outcome)
  const isMine = useSession((session) => session.me?.personId) === action.ownerId
  const mayVerify = useDuty('manager')

  async function move(status: ActionStatus) {
    const result = await task.run({ actionId: action.actionId, status, outcome })
    if (!result) return
    message.success(moved[status])
    onChanged()
  }

  if (!mayVerify && !isMine)
    return <p className='quiet'>下一步由负责人 {action.owner} 或办公室主任来做；要换人负责，可以在下面修改。</p>
  return (
    <Form layout='vertical'>
      {action.status === 'verified' ? (
        <p className='quiet'>已经验收，不用再做什么。</p>
      ) : (
        <Form.Item label='做了什么，结果怎样'>
          <Input.TextArea
            aria-label='结果'
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={action.status === 'done' ? '退回时写明哪里没有做好' : '做完时填写，提意见的同事会看到'}
            value={outcome}
            onChange={({ target }) => {
              setOutcome(target.value)
              onDirty(true)
            }}
          />
        </Form.Item>
      )}
      {action.status === 'done' && !mayVerify && <p className='quiet'>验收由办公室主任来做。</p>}
      {action.status === 'done' && mayVerify && isMine && (
        <p className='quiet'>这项整改由您负责；做完的人不能自己验收，请另一位主任来验收。</p>
      )}
      <TroubleNote trouble={task.trouble} />
      <Space>
        {moves[action.status].map(({ to, label, isPrimary }) => (
          <Button
            key={to}
            type={isPrimary ? 'primary' : 'default'}
            loading={task.isRunning}
            disabled={to === 'verified' && !mayVerify}
            onClick={() => move(to)}
          >
            {label}
          </Button>
        ))}
      </Space>
    </Form>
  )
}

/** One corrective action: what it is about, how far it is, and the next step. */
export function ActionDrawer({ action, isWanted, isLoading, onDirty, onClose, onChanged }: Props) {
  const zone = useZone()
  const time = (instant: string | undefined) => instant && showInstant(instant, zone)
  return (
    <Drawer title={action?.title ?? '整改'} width={560} open={isWanted} onClose={onClose} destroyOnHidden>
      {!action && isLoading && <Skeleton active />}
      {!action && !isLoading && <Empty description='没有这项整改，可能换了食堂或已被删除' />}
      {action && (
        <article key={action.actionId + action.status} aria-label={action.title}>
          <Descriptions
            column={1}
            size='small'
            items={[
              { key: 'status', label: '状态', children: actionNames[action.status] },
              { key: 'due', label: '期限', children: <DueDay action={action} /> },
              { key: 'owner', label: '负责人', children: action.owner },
              { key: 'canteen', label: '食堂', children: action.canteen },
              ...(action.dish ? [{ key: 'dish', label: '菜品', children: action.dish }] : []),
              ...(action.detail ? [{ key: 'detail', label: '说明', children: action.detail }] : []),
              { key: 'made', label: '立项', children: time(action.createdAt) },
              ...(action.doneAt ? [{ key: 'done', label: '完成', children: time(action.doneAt) }] : []),
              ...(action.outcome ? [{ key: 'outcome', label: '结果', children: action.outcome }] : []),
              ...(action.verifiedAt
                ? [{ key: 'verified', label: '验收', children: `${action.verifiedBy} ${time(action.verifiedAt)}` }]
                : []),
            ]}
          />
          <Section>下一步</Section>
          <Moves action={action} onDirty={onDirty} onChanged={onChanged} />
          {(action.status === 'open' || action.status === 'doing') && (
            <>
              <Section>修改</Section>
              <ActionForm action={action} onDirty={onDirty} onSaved={onChanged} />
            </>
          )}
        </article>
      )}
    </Drawer>
  )
}
