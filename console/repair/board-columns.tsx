import { Button, Empty } from 'antd'
import type { KeyboardEvent } from 'react'
import type { ValueOf } from '../../contract/procedure'
import { type getBoard, mostCounted } from '../../contract/repair-desk'
import type { TicketStatus } from '../../contract/repair-lifecycle'
import { TicketCard } from './ticket-card'
import { countText, statusNames } from './words'

type Board = ValueOf<typeof getBoard>

interface Props {
  board: Board
  /** None chosen means all columns. */
  statuses: readonly TicketStatus[]
  isNarrowed: boolean
  hrefOf: (ticketId: string) => string
  onOpen: (ticketId: string) => void
  /** Shows a whole column, or everything, as a table. */
  onMore: (status?: TicketStatus) => void
}

const emptyColumns: Partial<Record<TicketStatus, string>> = {
  new: '都派出去了',
  assigned: '都已接单',
  hung: '没有挂起的',
}
const steps: Record<string, readonly [column: number, card: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** Arrow keys go from card to card, sideways over empty columns. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = steps[event.key]
  const card = (event.target as HTMLElement).closest<HTMLElement>('.card')
  if (!step || !card) return
  const columns = [...event.currentTarget.querySelectorAll('.column')].map((column) => [
    ...column.querySelectorAll<HTMLElement>('.card'),
  ])
  let x = columns.findIndex((cards) => cards.includes(card))
  const y = columns[x]?.indexOf(card) ?? 0
  const [across, down] = step
  do x += across
  while (across !== 0 && columns[x]?.length === 0)
  const cards = columns[x]
  const next = cards?.[Math.min(y + down, cards.length - 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** The board: a column for each status, those due first on top. */
export function BoardColumns({ board, statuses, isNarrowed, hrefOf, onOpen, onMore }: Props) {
  const columns = board.columns.filter(({ status }) => statuses.length === 0 || statuses.includes(status))
  if (columns.length === 0) {
    return (
      <Empty
        className='sheet'
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description='看板上只有还没确认的工单，所选的状态请看表格'
      >
        <Button onClick={() => onMore()}>看表格</Button>
      </Empty>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the cards take the focus, the board only passes it on
    <div className='board' onKeyDown={walk}>
      {columns.map(({ status, count, items }) => (
        <section key={status} className='column' aria-label={statusNames[status]}>
          <h2>
            {statusNames[status]} <span>{countText(count)}</span>
          </h2>
          {items.map((ticket) => (
            <TicketCard
              key={ticket.ticketId}
              ticket={ticket}
              now={board.now}
              href={hrefOf(ticket.ticketId)}
              onOpen={onOpen}
            />
          ))}
          {items.length === 0 && (
            <Empty
              image={null}
              styles={{ image: { display: 'none' } }}
              description={isNarrowed ? '没有符合条件的' : (emptyColumns[status] ?? '没有工单')}
            />
          )}
          {count > items.length && (
            <Button type='link' block onClick={() => onMore(status)}>
              {count >= mostCounted ? '看全部' : `还有 ${count - items.length} 件，看全部`}
            </Button>
          )}
        </section>
      ))}
    </div>
  )
}
