import { PlusOutlined } from '@ant-design/icons'
import { Button, Empty, Table, type TableColumnsType, Tag } from 'antd'
import { clockWords, type Limit } from '../../contract/repair-clocks'
import type { TicketKind, Urgency } from '../../contract/repair-lifecycle'
import type { Category } from './category-choice'
import type { CategoryWish } from './category-form'
import { shortLimit } from './limit-words'
import { clockNames, urgencyNames } from './words'

function LimitCell({ limit }: { limit?: Limit }) {
  if (!limit) return <span className='quiet'>—</span>
  const { length, counting } = shortLimit(limit)
  return (
    <>
      {length}
      {counting && <div className='limit-counting'>{counting}</div>}
    </>
  )
}

interface Props {
  kind: TicketKind
  /** Of this kind, in order; the retired only when they are wanted. */
  categories: readonly Category[]
  isLoading: boolean
  onOpen: (wish: CategoryWish) => void
}

/** A group stands across the table, what is in it below. */
export function CategoryTable({ kind, categories, isLoading, onOpen }: Props) {
  const groups = categories.filter(({ parentId }) => !parentId)
  const rows = groups.flatMap((group) => [group, ...categories.filter(({ parentId }) => parentId === group.categoryId)])
  const hasLimits = kind !== 'praise'
  const inGroupOnly = ({ parentId }: Category) => (parentId ? {} : { colSpan: 0 })
  const width = hasLimits ? 9 : 2

  const limitColumns = (urgency: Urgency) => ({
    title: urgencyNames[urgency],
    className: 'limit-start',
    children: clockWords.map((clock, i) => ({
      title: clockNames[clock],
      key: `${urgency} ${clock}`,
      width: 112,
      className: i === 0 ? 'whole-line limit-start' : 'whole-line',
      onCell: inGroupOnly,
      render: (_: unknown, { limits }: Category) => <LimitCell limit={limits[urgency][clock]} />,
    })),
  })

  const columns: TableColumnsType<Category> = [
    {
      title: '类别',
      dataIndex: 'name',
      className: 'whole-line',
      onCell: ({ parentId }) => (parentId ? {} : { colSpan: width }),
      render: (_, category) =>
        category.parentId ? (
          <CategoryName category={category} onOpen={() => onOpen({ kind, known: category })} />
        ) : (
          <GroupHead group={category} kind={kind} onOpen={onOpen} />
        ),
    },
    ...(hasLimits
      ? [
          { title: '技能', dataIndex: 'skill', className: 'whole-line', onCell: inGroupOnly },
          limitColumns('normal'),
          limitColumns('urgent'),
        ]
      : []),
    {
      title: '提问与自助',
      className: 'whole-line limit-start',
      onCell: inGroupOnly,
      render: (_, { questions, selfHelp }) => (
        <span className='quiet'>
          {[questions.length > 0 && `${questions.length} 问`, selfHelp && '自助提示'].filter(Boolean).join(' · ') ||
            '—'}
        </span>
      ),
    },
  ]

  return (
    <Table<Category>
      size='small'
      className='category-table'
      aria-label='类别与时限'
      rowKey='categoryId'
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: true }}
      loading={{ spinning: isLoading, delay: 200 }}
      rowClassName={({ parentId }) => (parentId ? 'row-opens' : 'group-row')}
      onRow={(category) => (category.parentId ? { onClick: () => onOpen({ kind, known: category }) } : {})}
      locale={{
        emptyText: isLoading ? (
          ' '
        ) : (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='还没有类别。先添加一个分组，再往里面添加类别'>
            <Button onClick={() => onOpen({ kind })}>添加分组</Button>
          </Empty>
        ),
      }}
    />
  )
}

function CategoryName({ category: { name, isRetired }, onOpen }: { category: Category; onOpen: () => void }) {
  return (
    <>
      <Button
        type='link'
        className='link-in-cell'
        onClick={(event) => {
          event.stopPropagation()
          onOpen()
        }}
      >
        {name}
      </Button>
      {isRetired && <Tag style={{ marginInlineStart: 8 }}>已停用</Tag>}
    </>
  )
}

function GroupHead({ group, kind, onOpen }: { group: Category; kind: TicketKind; onOpen: Props['onOpen'] }) {
  return (
    <div className='group-head'>
      <strong>{group.name}</strong>
      {group.isRetired && <Tag>已停用</Tag>}
      <Button
        type='link'
        size='small'
        aria-label={`修改分组${group.name}`}
        onClick={() => onOpen({ kind, known: group })}
      >
        修改
      </Button>
      <Button
        type='link'
        size='small'
        icon={<PlusOutlined />}
        aria-label={`在${group.name}里添加类别`}
        onClick={() => onOpen({ kind, parentId: group.categoryId })}
      >
        添加类别
      </Button>
    </div>
  )
}
