import { unmergeTicket } from '../../contract/repair-desk'
import { keeper, refuse } from '../keeper'
import { holdTicket, record, statusOf } from './hold-ticket'
import { absorbedIds, holdTickets } from './hold-tickets'
import { broughtBy, cameBy, pointTicket } from './point-ticket'
import { recountPeople } from './recount-people'
import { tellAbout } from './tell-about'

export default keeper(unmergeTicket, async ({ ticketId }, asked) => {
  const { db, orgId } = asked
  const seen = await db
    .selectFrom('ticket')
    .select('mergedInto')
    .where('orgId', '=', orgId)
    .where('ticketId', '=', ticketId)
    .executeTakeFirst()
  if (!seen) return refuse('NO_SUCH_TICKET')
  if (!seen.mergedInto) return refuse('NOT_MERGED')
  const others = await absorbedIds(asked, seen.mergedInto)
  const held = await holdTickets(asked, [ticketId, seen.mergedInto, ...others])
  const own = held.get(ticketId)
  if (!own?.row.mergedInto) return refuse('NOT_MERGED')
  // when it was merged elsewhere meanwhile, this is held out of order; who waits crosswise tries again
  const root = held.get(own.row.mergedInto) ?? (await holdTicket(asked, own.row.mergedInto))
  if (!root) throw new Error(`ticket ${ticketId} is merged into one that is not there`)
  const { row } = root
  for (const [id, one] of await holdTickets(asked, await absorbedIds(asked, row.ticketId))) held.set(id, one)
  const merged = [...held.values()].filter((one) => one.row.mergedInto === row.ticketId)
  const brought = broughtBy(ticketId, merged)

  const from = { fromTicketId: row.ticketId, fromNumber: row.number }
  await record(asked, own, { kind: 'unmerged', data: from }, { mergedInto: null })
  for (const one of brought) await pointTicket(asked, one, own, cameBy(one))
  await recountPeople(db, orgId, ticketId)
  const priority = await recountPeople(db, orgId, row.ticketId)
  await record(asked, root, { kind: 'released', data: { ticketId, number: own.row.number, priority } })
  await tellAbout(asked, own, { kind: 'unmerged', data: {} })
  asked.note({ ticketId, ...from, brought: brought.length })
  return { ticketId, status: statusOf(own.row) }
})
