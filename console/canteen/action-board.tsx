import { UserOutlined } from '@ant-design/icons'
import { Empty, Skeleton } from 'antd'
import type { ActionStatus, CorrectiveAction, listActions } from '../../contract/canteen-feedback'
import type { ValueOf } from '../../contract/procedure'
import type { Asked } from '../ui/use-ask'
import { actionNames } from './words'

type Columns = Record<ActionStatus, Asked<ValueOf<typeof listActions>>>

const empties = {
  open: '没有待办的',
  doing: '没有正在做的',
  done: '没有等着验收的',
  verified: '还没有验收过的',
} satisfies Record<ActionStatus, string>

/** By when it is due, and that it is overdue, in words. */
export function DueDay({ action: { dueOn, isOverdue, status } }: { action: CorrectiveAction }) {
  const text = `${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日前`
  if (status === 'done' || status === 'verified') return <span className='due'>{text}</span>
  return <span className={isOverdue ? 'due-over' : 'due'}>{isOverdue ? `${text}，已逾期` : text}</span>
}

/** The board: a column for each state, those due first on top. */
export function ActionBoard({ columns, onOpen }: { columns: Columns; onOpen: (action: CorrectiveAction) => void }) {
  return (
    <div className='board'>
      {(Object.keys(columns) as ActionStatus[]).map((status) => {
        const { value, isLoading } = columns[status]
        const items = value?.items ?? []
        return (
          <section key={status} className='column' aria-label={actionNames[status]} aria-busy={isLoading}>
            <h2>
              {actionNames[status]} <span>{value?.nextCursor ? `${items.length}+` : items.length}</span>
            </h2>
            {!value && isLoading && <Skeleton active title={false} />}
            {items.map((action) => (
              <button
                key={action.actionId}
                type='button'
                className={action.isOverdue ? 'card card-over action-card' : 'card action-card'}
                onClick={() => onOpen(action)}
              >
                <strong>{action.title}</strong>
                {(action.dish || action.canteen) && (
                  <span className='card-place'>{[action.dish, action.canteen].filter(Boolean).join(' · ')}</span>
                )}
                <span className='card-foot'>
                  <span>
                    <UserOutlined aria-hidden /> {action.owner}
                  </span>
                  <DueDay action={action} />
                </span>
              </button>
            ))}
            {value && items.length === 0 && (
              <Empty image={null} styles={{ image: { display: 'none' } }} description={empties[status]} />
            )}
            {value?.nextCursor && <p className='quiet'>只显示最近到期的 {items.length} 项</p>}
          </section>
        )
      })}
    </div>
  )
}
