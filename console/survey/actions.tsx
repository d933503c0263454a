import { PlusOutlined } from '@ant-design/icons'
import { Button, Drawer, Tag } from 'antd'
import { type ActionStatus, listActions } from '../../contract/survey-actions'
import { useParams } from '../address'
import { PageHead } from '../ui/page-head'
import { PagedTable } from '../ui/paged-table'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { useLeave } from '../ui/use-leave'
import { ActionDrawer } from './action-drawer'
import { ActionForm } from './action-form'
import { dueText, type RunAction, voicesText } from './action-words'
import { noRefusals } from './sentences'
import { StatusFilter } from './status-filter'
import './survey.css'
import { actionNames } from './words'

/** What people said and what is done about it, overdue ones first; what is decided stands on the phones' board. */
export default function Actions() {
  const [params, merge] = useParams()
  const status = (params.get('status') || undefined) as ActionStatus | undefined
  const opened = params.get('action') || undefined
  const cursor = useCursor(status ?? '')
  const asked = useAsk(listActions, { status, cursor: cursor.at, limit: 50 }, noRefusals)
  const { leave, setIsDirty } = useLeave(() => merge({ action: '', survey: '', item: '', need: '' }))
  const current = asked.value?.items.find(({ actionId }) => actionId === opened)
  const begin = (
    <Button type='primary' icon={<PlusOutlined />} onClick={() => merge({ action: 'new' })}>
      立改进事项
    </Button>
  )

  function changed() {
    setIsDirty(false)
    asked.reload()
  }

  return (
    <>
      <PageHead title='改进事项' about='大家说的，采纳、暂缓还是不采纳都要有下文；做完以后再问一次，才算结束。'>
        {begin}
      </PageHead>
      <search className='filters'>
        <StatusFilter names={actionNames} status={status} onChange={(next) => merge({ status: next })} />
      </search>
      <div className='sheet'>
        <PagedTable<RunAction>
          label='改进事项'
          rowKey='actionId'
          asked={asked}
          cursor={cursor}
          empty={status ? '没有这样的事项' : '还没有改进事项。可以在问卷结果里为一道题立，也可以直接添加'}
          emptyAction={status ? <Button onClick={() => merge({ status: '' })}>看全部</Button> : begin}
          onRow={({ actionId }) => ({ className: 'row-opens', onClick: () => merge({ action: actionId }) })}
          columns={[
            {
              title: '大家说的',
              className: 'broad-cell',
              render: (_, { need, isSuggestion }) => (
                <>
                  <button type='button' className='plain-link'>
                    {need}
                  </button>
                  {isSuggestion && <Tag className='beside-tag'>职工建议</Tag>}
                </>
              ),
            },
            {
              title: '状态',
              className: 'whole-line',
              render: (_, action) => (
                <Tag color={actionNames[action.status].colour}>{actionNames[action.status].word}</Tag>
              ),
            },
            { title: '怎么改 / 理由', className: 'broad-cell', render: (_, { measure, reason }) => measure || reason },
            { title: '负责人', className: 'whole-line', render: (_, { owner }) => owner ?? '' },
            {
              title: '期限',
              className: 'whole-line',
              render: (_, action) => (
                <span className={action.isOverdue ? 'remark-error' : undefined}>{dueText(action)}</span>
              ),
            },
            {
              title: '大家觉得',
              render: (_, action) => (action.status === 'done' || action.status === 'closed' ? voicesText(action) : ''),
            },
          ]}
        />
      </div>
      <Drawer title='立改进事项' width={600} open={opened === 'new'} onClose={leave} destroyOnHidden>
        <ActionForm
          from={{
            need: params.get('need') ?? '',
            surveyId: params.get('survey') || undefined,
            item: params.get('item') || undefined,
          }}
          onDirty={setIsDirty}
          onSaved={() => {
            changed()
            merge({ action: '', survey: '', item: '', need: '' })
          }}
        />
      </Drawer>
      <ActionDrawer
        action={current}
        isWanted={opened !== undefined && opened !== 'new'}
        isLoading={asked.isLoading}
        onDirty={setIsDirty}
        onClose={leave}
        onChanged={changed}
      />
    </>
  )
}
