import { Alert, Empty, Form, Radio } from 'antd'
import { useState } from 'react'
import { getTicket, type Ticket } from '../../contract/repair'
import { listTickets, mergeTicket } from '../../contract/repair-desk'
import { openStatuses } from '../../contract/repair-lifecycle'
import { lookAtPlace } from '../../contract/repair-places'
import { useZone } from '../session'
import { showInstant } from '../ui/moment'
import { SearchBox } from '../ui/search-box'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { useTask } from '../ui/use-task'
import { ActForm, type ActProps } from './act-form'
import { mergeSentences, noRefusals, placeSentences, ticketSentences } from './sentences'
import { kindNames, statusNames } from './words'

interface Choice {
  ticketId: string
  text: string
}

/** Open tickets it could be the same as: those of its place, or what was searched for, its own place first. */
function useChoices(ticket: Ticket, query: string): { choices?: Choice[]; isSearched: boolean } {
  const { placeId, ticketId } = ticket
  const zone = useZone()
  const here = useAsk(lookAtPlace, placeId ? { placeId } : undefined, placeSentences)
  const filter = { query, statuses: [...openStatuses] }
  const found = useAsk(listTickets, query ? { filter, limit: 30 } : undefined, noRefusals)
  const when = (createdAt: string) => `${showInstant(createdAt, zone).slice(5)} 报修`
  if (!query) {
    const choices = here.value?.openTickets.map((open) => ({
      ticketId: open.ticketId,
      text: [open.category, open.asset, statusNames[open.status], when(open.createdAt)].filter(Boolean).join('，'),
    }))
    return { choices: (placeId ? choices : [])?.filter((each) => each.ticketId !== ticketId), isSearched: false }
  }
  const isElsewhere = (each: { placeId?: string }) => Number(each.placeId !== placeId)
  const choices = found.value?.items
    .filter((each) => each.ticketId !== ticketId && !each.mergedIntoId)
    .sort((a, b) => isElsewhere(a) - isElsewhere(b))
    .map((each) => ({
      ticketId: each.ticketId,
      text: [each.number, each.category, each.place, statusNames[each.status], when(each.createdAt)].join('，'),
    }))
  return { choices, isSearched: true }
}

/** The ticket it would follow, to be compared with, and what speaks against it. */
function Compared({ ticket, into }: { ticket: Ticket; into: Ticket }) {
  const zone = useZone()
  const against = [
    ...(into.placeId === ticket.placeId ? [] : ['地点不同']),
    ...(into.kind === ticket.kind ? [] : [`一件是${kindNames[ticket.kind]}，一件是${kindNames[into.kind]}`]),
    ...(into.requester === ticket.requester ? ['报修人相同，可能是两件事'] : []),
  ]
  return (
    <Alert
      type={against.length ? 'warning' : 'info'}
      showIcon
      style={{ marginBottom: 16 }}
      message={
        <>
          <strong>
            {into.number}　{into.category}
          </strong>
          <div>
            {into.place}，{into.requester} {showInstant(into.createdAt, zone)} 报修，{statusNames[into.status]}
          </div>
          {into.words && <div>「{into.words}」</div>}
          {against.length > 0 && <div>请再确认是同一件事：{against.join('；')}。</div>}
          <div>
            合并后 {ticket.number} 停止计时，报修人会收到通知，进展以 {into.number} 为准。合并可以撤销。
          </div>
        </>
      }
    />
  )
}

/** Lets a ticket follow another open one that reports the same fault. */
export function MergeForm({ ticket, onDone, ...frame }: ActProps) {
  const [query, setQuery] = useState('')
  const [intoId, setIntoId] = useState<string>()
  const { choices, isSearched } = useChoices(ticket, query)
  const into = useAsk(getTicket, intoId ? { ticketId: intoId } : undefined, ticketSentences)
  const chosen = into.value?.ticketId === intoId ? into.value : undefined
  const task = useTask(mergeTicket, mergeSentences)

  async function merge() {
    if (!chosen) return
    const merged = await task.run({ ticketId: ticket.ticketId, intoTicketId: chosen.ticketId })
    if (merged) onDone(`已合并到 ${chosen.number}，现在影响 ${merged.priority} 人`)
  }

  return (
    <ActForm
      {...frame}
      task={task}
      title='合并到…'
      about='同一件事报了两次时使用：这件工单并入另一件还没结束的工单。'
      submit={chosen ? `合并到 ${chosen.number}` : '请选择合并到哪一件'}
      canSubmit={chosen !== undefined}
      onSubmit={merge}
    >
      <Form.Item>
        <SearchBox label='查找工单' placeholder='编号、地点、描述或报修人' value={query} onSearch={setQuery} />
      </Form.Item>
      <Form.Item label={isSearched ? '找到的工单（同一地点在前）' : '同一地点还没结束的工单'}>
        <Radio.Group
          className='people-choice'
          aria-label='合并到哪一件'
          value={intoId}
          onChange={(event) => setIntoId(event.target.value)}
        >
          {choices?.map(({ ticketId, text }) => (
            <Radio key={ticketId} value={ticketId}>
              {text}
            </Radio>
          ))}
        </Radio.Group>
        {choices?.length === 0 && (
          <Empty
            image={null}
            styles={{ image: { display: 'none' } }}
            description={isSearched ? '没有找到还没结束的工单' : '这个地点没有别的工单，可以在上面查找'}
          />
        )}
      </Form.Item>
      <TroubleNote trouble={into.trouble} onRetry={into.reload} />
      {chosen && <Compared ticket={ticket} into={chosen} />}
    </ActForm>
  )
}
