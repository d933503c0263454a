import { Button, Segmented, type TableColumnsType } from 'antd'
import type { TicketBrief } from '../../contract/repair'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { PagedTable } from '../ui/paged-table'
import type { Asked } from '../ui/use-ask'
import type { Cursor } from '../ui/use-cursor'
import { DueMark, PeopleMark, PromiseMark, StatusMark, UrgentMark } from './ticket-marks'
import { kindNames } from './words'

type Sort = 'due' | 'newest'

const sorts: { value: Sort; label: string }[] = [
  { value: 'due', label: '按时限' },
  { value: 'newest', label: '最新报修' },
]

interface Props {
  asked: Asked<{ items: TicketBrief[]; nextCursor?: string; now: string }>
  cursor: Cursor
  sort: Sort
  onSort: (sort: Sort) => void
  hrefOf: (ticketId: string) => string
  onOpen: (ticketId: string) => void
  /** Takes all conditions back; absent when there are none. */
  onClear?: () => void
}

/** The same tickets as a table, page by page. */
export function BoardTable({ asked, cursor, sort, onSort, hrefOf, onOpen, onClear }: Props) {
  const zone = useZone()
  const now = asked.value?.now ?? ''
  const columns: TableColumnsType<TicketBrief> = [
    {
      title: '编号',
      className: 'whole-line',
      render: (_, { ticketId, number }) => (
        <a href={hrefOf(ticketId)} onClick={(event) => event.preventDefault()}>
          <code>{number}</code>
        </a>
      ),
    },
    {
      title: '类别',
      className: 'broad-cell',
      render: (_, { kind, category, urgency }) => (
        <>
          <UrgentMark urgency={urgency} /> {kind !== 'repair' && <span className='mark'>{kindNames[kind]}</span>}{' '}
          {category}
        </>
      ),
    },
    {
      title: '地点',
      className: 'broad-cell',
      render: (_, { place, asset }) => [place, asset].filter(Boolean).join('，'),
    },
    { title: '状态', className: 'whole-line', render: (_, { status }) => <StatusMark status={status} /> },
    {
      title: '时限',
      className: 'whole-line',
      render: (_, ticket) => (
        <>
          <DueMark ticket={ticket} now={now} /> <PromiseMark promisedOn={ticket.promisedOn} now={now} />
        </>
      ),
    },
    { title: '处理人', dataIndex: 'assignee', className: 'whole-line' },
    { title: '影响', className: 'whole-line', render: (_, { priority }) => <PeopleMark priority={priority} /> },
    {
      title: '报修时间',
      className: 'whole-line',
      render: (_, { createdAt }) => showInstant(createdAt, zone),
    },
  ]
  return (
    <>
      <Segmented
        aria-label='排序'
        size='small'
        style={{ marginBottom: 10 }}
        options={sorts}
        value={sort}
        onChange={onSort}
      />
      <PagedTable
        label='工单列表'
        rowKey='ticketId'
        columns={columns}
        asked={asked}
        cursor={cursor}
        empty={
          onClear ? '没有符合条件的工单，换个条件再找找' : '还没有工单。同事扫码报修后会出现在这里，也可以代报一单。'
        }
        emptyAction={onClear && <Button onClick={onClear}>清除条件</Button>}
        onRow={({ ticketId }) => ({ className: 'row-opens', onClick: () => onOpen(ticketId) })}
      />
    </>
  )
}
