import type { InferOutput } from 'valibot'
import { eventOfAct, isOpen, moveOf, type TicketAct } from '../../contract/repair-lifecycle'
import type { moved, moveRefusals } from '../../contract/repair-requester'
import { type AskedByPerson, type Refusal, refuse } from '../keeper'
import { type Held, holdTicket, record, statusOf } from './hold-ticket'
import { tellAbout } from './tell-about'
import type { EventData } from './ticket-log'

type Patch = NonNullable<Parameters<typeof record>[3]>
type Moved = InferOutput<typeof moved>
type MoveRefusal = (typeof moveRefusals)[number]

/** What an act brings besides its status: what belongs to the event, and what else changes in the row. */
interface Brought {
  data?: EventData
  patch?: Patch
}

/** An event's data without what somebody wrote: the audit log is read by more people than the ticket. */
function unwritten(act: TicketAct, { note: _note, reason, ...plain }: EventData = {}): object {
  // why something is hung is chosen from a list
  return act === 'hang' ? { ...plain, reason } : plain
}

/**
 * Does one act of the lifecycle to a ticket: held still, judged by the table of transitions, logged, its times computed
 * anew, and everybody concerned told. `bring` is asked when the table allows it, and may still refuse.
 */
export async function moveTicket<R extends string = never>(
  asked: AskedByPerson,
  ticketId: string,
  act: TicketAct,
  bring: (held: Held) => Brought | Refusal<R> | Promise<Brought | Refusal<R>> = () => ({}),
): Promise<Moved | Refusal<MoveRefusal | R>> {
  const held = await holdTicket(asked, ticketId)
  if (!held) return refuse('NO_SUCH_TICKET')
  const { row, roles } = held
  const move = moveOf(act, statusOf(row), roles)
  // whoever has nothing to do with it is not told how it stands
  if (typeof move !== 'object') return refuse(move, roles.length > 0 ? { status: row.status } : undefined)
  if (row.mergedInto) return refuse('WRONG_STATUS', { status: row.status, isMerged: true })
  const brought = await bring(held)
  if ('refusal' in brought) return brought
  const wasOpen = isOpen(statusOf(row))
  const isOver = wasOpen && !isOpen(move.to)
  const kind = eventOfAct[act]
  const formerlyId = row.assigneeId
  await record(
    asked,
    held,
    { kind, data: brought.data },
    {
      status: move.to,
      ...(isOver || move.to === 'confirmed' ? { closedAt: new Date(asked.now) } : {}),
      ...brought.patch,
    },
  )
  await tellAbout(asked, held, { kind, data: brought.data ?? {}, formerlyId })
  asked.note({ ticketId, act, ...unwritten(act, brought.data) })
  return { ticketId, status: move.to }
}
