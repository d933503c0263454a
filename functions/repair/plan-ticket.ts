import { planTicket } from '../../contract/repair-work'
import { parseInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { record, statusOf } from './hold-ticket'
import { holdToAmend } from './hold-to-amend'
import { tellAbout } from './tell-about'

export default keeper(planTicket, async ({ ticketId, plannedFor, note }, asked) => {
  const held = await holdToAmend(asked, ticketId, ['accepted', 'working', 'hung'])
  if ('refusal' in held) return held
  const plannedForMs = parseInstant(plannedFor) ?? 0
  if (plannedForMs < asked.now) return refuse('IN_THE_PAST')
  const data = { plannedFor, plannedForMs, note }
  await record(asked, held, { kind: 'planned', data }, { plannedFor: new Date(plannedForMs) })
  await tellAbout(asked, held, { kind: 'planned', data })
  asked.note({ ticketId, plannedFor })
  return { ticketId, status: statusOf(held.row) }
})
