import { isDesk } from '../../contract/repair-lifecycle'
import { commentTicket } from '../../contract/repair-requester'
import { keeper, refuse } from '../keeper'
import { holdTicket, record } from './hold-ticket'
import { eyesOn } from './see-ticket'
import { tellAbout } from './tell-about'

export default keeper(commentTicket, async ({ ticketId, words }, asked) => {
  const held = await holdTicket(asked, ticketId)
  if (!held || !(await eyesOn(asked, held))) return refuse('NO_SUCH_TICKET')
  const { personId, duties } = asked.person
  const isTheirs = held.roles.includes('requester') || held.roles.includes('assignee') || isDesk(duties)
  // until the next one accepts, whoever is accountable has it too
  if (!isTheirs && held.row.accountableId !== personId) return refuse('NOT_YOURS')
  await record(asked, held, { kind: 'commented', data: { words } })
  await tellAbout(asked, held, { kind: 'commented', data: { words } })
  asked.note({ ticketId })
  return { ticketId }
})
