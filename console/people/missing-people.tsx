import { Collapse, Table } from 'antd'
import type { Colleague } from '../../contract/people'

interface Props {
  people: readonly Colleague[]
  /** Ids of those who have left. */
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}

/** Who is on the roster but not in the sheet: nothing happens to them unless they are ticked as gone. */
export function MissingPeople({ people, chosen, onChoose }: Props) {
  if (people.length === 0) return null
  return (
    <Collapse
      style={{ marginTop: 16 }}
      defaultActiveKey={people.length <= 20 ? 'missing' : undefined}
      items={[
        {
          key: 'missing',
          label: `花名册里有、表里没有的人（${people.length} 人，已勾选 ${chosen.length} 人为已离开）`,
          children: (
            <>
              <p className='quiet'>没有勾选的人保持原样。勾选“已离开”的人在导入后立即退出登录。</p>
              <Table<Colleague>
                size='small'
                rowKey='personId'
                dataSource={people}
                columns={[
                  { title: '工号', dataIndex: 'staffNumber', width: 120 },
                  { title: '姓名', dataIndex: 'name', width: 140 },
                  { title: '部门', dataIndex: 'department' },
                ]}
                pagination={{ defaultPageSize: 20, hideOnSinglePage: true }}
                rowSelection={{
                  columnTitle: '已离开',
                  columnWidth: 80,
                  selectedRowKeys: [...chosen],
                  getCheckboxProps: ({ name }) => ({ disabled: false, 'aria-label': `${name} 已离开` }),
                  onChange: (keys) => onChoose(keys.map(String)),
                }}
              />
            </>
          ),
        },
      ]}
    />
  )
}
