import { moveOf } from '../../contract/repair-lifecycle'
import { reopenTicket } from '../../contract/repair-requester'
import { keeper, refuse } from '../keeper'
import { beginCycle } from './begin-cycle'
import { holdTicket, statusOf } from './hold-ticket'
import { readRootNumber } from './ticket-parts'

export default keeper(reopenTicket, async ({ ticketId, reason }, asked) => {
  const held = await holdTicket(asked, ticketId)
  if (!held) return refuse('NO_SUCH_TICKET')
  const { row, roles } = held
  const move = moveOf('reopen', statusOf(row), roles)
  if (move === 'NOT_YOURS') return refuse('NOT_YOURS')
  if (row.mergedInto) return refuse('MERGED', { intoNumber: await readRootNumber(asked, held) })
  if (move === 'WRONG_STATUS') return refuse('WRONG_STATUS', { status: row.status })
  const { cycle } = row
  await beginCycle(asked, held, reason)
  asked.note({ ticketId, act: 'reopen', cycleBefore: cycle })
  return { ticketId, status: statusOf(row) }
})
