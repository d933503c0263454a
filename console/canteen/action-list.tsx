import { Table } from 'antd'
import type { CorrectiveAction } from '../../contract/canteen-feedback'
import { DueDay } from './action-board'
import { actionNames } from './words'

interface Props {
  actions: readonly CorrectiveAction[]
  isLoading: boolean
  onOpen: (action: CorrectiveAction) => void
}

/** The same as a table, for narrow windows. */
export function ActionList({ actions, isLoading, onOpen }: Props) {
  return (
    <div className='sheet'>
      <Table<CorrectiveAction>
        size='middle'
        rowKey='actionId'
        aria-label='整改'
        loading={{ spinning: isLoading, delay: 200 }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: true }}
        dataSource={[...actions]}
        onRow={(action) => ({ className: 'row-opens', onClick: () => onOpen(action) })}
        columns={[
          {
            title: '做什么',
            className: 'broad-cell',
            render: (_, action) => (
              <button type='button' className='plain-link' onClick={() => onOpen(action)}>
                {action.title}
              </button>
            ),
          },
          { title: '状态', className: 'whole-line', render: (_, { status }) => actionNames[status] },
          { title: '负责人', className: 'whole-line', dataIndex: 'owner' },
          { title: '期限', className: 'whole-line', render: (_, action) => <DueDay action={action} /> },
        ]}
      />
    </div>
  )
}
