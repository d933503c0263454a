import type { AskedOf } from '../../contract/procedure'
import { isDesk, type Urgency } from '../../contract/repair-lifecycle'
import { editTicket } from '../../contract/repair-requester'
import { parseInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { catalogOf } from './catalog'
import { type Held, holdTicket, record, statusOf, type TicketRow } from './hold-ticket'
import { eyesOn } from './see-ticket'

type Wanted = Omit<AskedOf<typeof editTicket>, 'ticketId'>
type Edit = Partial<Pick<TicketRow, 'words' | 'placeNote' | 'phone' | 'urgency' | 'wantedFrom' | 'wantedUntil'>>

const dateOf = (at: string | null | undefined) => (at ? new Date(parseInstant(at) ?? 0) : null)

/** What would really change: what is asked for and is not so already. */
function changesOf({ row }: Held, wanted: Wanted): Edit {
  const asked: Edit = {}
  for (const field of ['words', 'placeNote', 'phone', 'urgency'] as const) {
    const value = wanted[field]
    if (value !== undefined) asked[field] = value
  }
  for (const field of ['wantedFrom', 'wantedUntil'] as const) {
    if (wanted[field] !== undefined) asked[field] = dateOf(wanted[field])
  }
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : value)
  const isNew = ([field, value]: [string, unknown]) => plain(row[field as keyof Edit]) !== plain(value)
  return Object.fromEntries(Object.entries(asked).filter(isNew))
}

export default keeper(editTicket, async ({ ticketId, ...wanted }, asked) => {
  const held = await holdTicket(asked, ticketId)
  if (!held || !(await eyesOn(asked, held))) return refuse('NO_SUCH_TICKET')
  const { row, roles } = held
  if (!roles.includes('requester') && !isDesk(asked.person.duties)) return refuse('NOT_YOURS')
  if (row.status !== 'new' || row.mergedInto) return refuse('WRONG_STATUS', { status: row.status })
  const changes = changesOf(held, wanted)
  const { wantedFrom, wantedUntil, placeNote, words } = { ...row, ...changes }
  if (wantedFrom && wantedUntil && wantedUntil <= wantedFrom) return refuse('ENDS_BEFORE_START')
  if (!row.placeId && placeNote === '') return refuse('NEEDS_PLACE')
  if (row.kind === 'praise' && words === '') return refuse('NEEDS_WORDS')
  const answer = { ticketId, status: statusOf(row) }
  const fields = Object.keys(changes)
  asked.note({ ticketId, fields })
  if (fields.length === 0) return answer
  const { urgency } = changes
  const category = urgency && (await catalogOf(asked)).categoryOf.get(row.categoryId)
  // another urgency has limits of its own, counted from the ticket's beginning
  const limits = category && { urgency, limits: category.limits[urgency as Urgency] }
  // what was written is not repeated in the log, which nobody can change
  await record(asked, held, { kind: 'edited', data: { fields: fields.join(' '), ...limits } }, changes)
  return answer
})
