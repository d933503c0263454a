import { mergeTicket } from '../../contract/repair-desk'
import { isOpen } from '../../contract/repair-lifecycle'
import { keeper, refuse } from '../keeper'
import { record, statusOf } from './hold-ticket'
import { absorbedIds, holdTickets } from './hold-tickets'
import { cameBy, pointTicket } from './point-ticket'
import { recountPeople } from './recount-people'
import { tellAbout } from './tell-about'

export default keeper(mergeTicket, async ({ ticketId, intoTicketId }, asked) => {
  if (ticketId === intoTicketId) return refuse('SAME_TICKET')
  const known = await absorbedIds(asked, ticketId)
  const held = await holdTickets(asked, [ticketId, intoTicketId, ...known])
  const [own, into] = [held.get(ticketId), held.get(intoTicketId)]
  if (!own || !into) return refuse('NO_SUCH_TICKET')
  for (const { row } of [own, into]) {
    // only roots: then no chain of merges can close to a circle
    if (row.mergedInto) return refuse('MERGED', { ticketId: row.ticketId, number: row.number })
    if (!isOpen(statusOf(row))) return refuse('TICKET_CLOSED', { ticketId: row.ticketId, number: row.number })
  }
  const more = (await absorbedIds(asked, ticketId)).filter((id) => !known.includes(id))
  // held out of order; who waits crosswise is told so by the database and tries again
  const late = await holdTickets(asked, more)
  const carried = [...held.values(), ...late.values()].filter(({ row }) => row.mergedInto === ticketId)

  await pointTicket(asked, own, into)
  for (const one of carried) await pointTicket(asked, one, into, cameBy(one))
  const { db, orgId } = asked
  await recountPeople(db, orgId, ticketId)
  const priority = await recountPeople(db, orgId, intoTicketId)
  await record(asked, into, { kind: 'absorbed', data: { ticketId, number: own.row.number, priority } })
  const said = { kind: 'merged' as const, data: { intoNumber: into.row.number } }
  for (const one of [own, ...carried]) await tellAbout(asked, one, said)
  asked.note({ ticketId, intoTicketId, carried: carried.length })
  return { ticketId, intoTicketId, priority }
})
