import { ReloadOutlined } from '@ant-design/icons'
import { Alert, Button, Drawer, Skeleton } from 'antd'
import { getTicket, type Ticket } from '../../contract/repair'
import { isDesk } from '../../contract/repair-lifecycle'
import { useSession } from '../session'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useLeave } from '../ui/use-leave'
import { ticketSentences } from './sentences'
import { TicketActs } from './ticket-acts'
import { TicketClocks } from './ticket-clocks'
import { TicketCosts, TicketRating } from './ticket-costs'
import { TicketFacts } from './ticket-facts'
import { PeopleMark, StatusMark, UrgentMark } from './ticket-marks'
import { TicketPhotos } from './ticket-photos'
import { TicketTimeline } from './ticket-timeline'
import { Unmerge } from './ticket-unmerge'
import { kindNames } from './words'

interface Props {
  ticketId?: string
  onClose: () => void
  /** Another ticket is to be shown instead, such as the one it was merged into. */
  onOpen: (ticketId: string) => void
  onChanged: () => void
}

/** One ticket over the board: what it is about, when it is due and why, what happened, and what can be done. */
export function TicketDrawer({ ticketId, onClose, onOpen, onChanged }: Props) {
  const { leave, setIsDirty } = useLeave(onClose)
  return (
    <Drawer
      title='工单'
      width='min(940px, 100vw)'
      open={ticketId !== undefined}
      onClose={leave}
      destroyOnHidden
      styles={{ body: { padding: 0 } }}
    >
      {ticketId && (
        <Detail key={ticketId} ticketId={ticketId} onDirty={setIsDirty} onOpen={onOpen} onChanged={onChanged} />
      )}
    </Drawer>
  )
}

interface DetailProps {
  ticketId: string
  onDirty: (isDirty: boolean) => void
  onOpen: (ticketId: string) => void
  onChanged: () => void
}

function Detail({ ticketId, onDirty, onOpen, onChanged }: DetailProps) {
  const { value: ticket, trouble, isLoading, reload } = useAsk(getTicket, { ticketId }, ticketSentences)
  if (!ticket) {
    return (
      <div style={{ padding: 24 }}>
        {trouble ? <TroubleNote trouble={trouble} onRetry={reload} /> : <Skeleton active />}
      </div>
    )
  }
  const changed = () => {
    onChanged()
    reload()
  }
  const parts = { ticket, onDirty, onChanged: changed }
  return (
    <article className='ticket' aria-label={`工单 ${ticket.number}`}>
      <header>
        <h1>
          <code>{ticket.number}</code> {ticket.category}
        </h1>
        <StatusMark status={ticket.status} />
        <UrgentMark urgency={ticket.urgency} />
        {ticket.kind !== 'repair' && <span className='mark'>{kindNames[ticket.kind]}</span>}
        <PeopleMark priority={ticket.priority} />
        {ticket.cycle > 1 && <span className='quiet'>第 {ticket.cycle} 轮</span>}
        <Button icon={<ReloadOutlined />} size='small' aria-label='刷新工单' loading={isLoading} onClick={reload} />
      </header>
      <TroubleNote trouble={trouble} onRetry={reload} />
      <Merges {...parts} onOpen={onOpen} />
      <TicketActs {...parts} />
      <div className='ticket-columns'>
        <div>
          <TicketFacts ticket={ticket} />
          <TicketClocks ticket={ticket} />
          <TicketPhotos ticket={ticket} onChanged={changed} />
          <TicketCosts ticket={ticket} />
          <TicketRating ticket={ticket} />
        </div>
        <TicketTimeline {...parts} />
      </div>
    </article>
  )
}

interface MergesProps {
  ticket: Ticket
  onOpen: (ticketId: string) => void
  onChanged: () => void
}

/** What it was merged into, and what was merged into it. */
function Merges({ ticket, onOpen, onChanged }: MergesProps) {
  const duties = useSession((session) => session.me?.duties)
  const mayUndo = isDesk(new Set(duties))
  const { mergedIntoId, mergedIntoNumber, absorbed } = ticket
  return (
    <>
      {mergedIntoId && (
        <Alert
          type='warning'
          showIcon
          style={{ marginBottom: 16 }}
          message={
            <>
              已合并到{' '}
              <Button type='link' size='small' style={{ padding: 0 }} onClick={() => onOpen(mergedIntoId)}>
                {mergedIntoNumber}
              </Button>
              ，进展以那一件为准，这一件停止计时。
            </>
          }
          action={mayUndo && <Unmerge ticketId={ticket.ticketId} number={ticket.number} onDone={onChanged} />}
        />
      )}
      {absorbed.length > 0 && (
        <section className='absorbed' aria-label='合并进来的工单'>
          合并进来 {absorbed.length} 件：
          {absorbed.map(({ ticketId, number }) => (
            <span key={ticketId}>
              <Button type='link' size='small' onClick={() => onOpen(ticketId)}>
                {number}
              </Button>
              {mayUndo && <Unmerge ticketId={ticketId} number={number} onDone={onChanged} />}
            </span>
          ))}
        </section>
      )}
    </>
  )
}
