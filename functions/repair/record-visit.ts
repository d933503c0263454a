import type { AskedOf } from '../../contract/procedure'
import { visitAttempts } from '../../contract/repair-clocks'
import { recordVisit } from '../../contract/repair-desk'
import { moveOf } from '../../contract/repair-lifecycle'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { beginCycle } from './begin-cycle'
import { type Held, holdTicket, record, statusOf } from './hold-ticket'
import { tellAbout } from './tell-about'

type Said = AskedOf<typeof recordVisit>

/** Keeps one attempt. The key has its number: of two at once only one can have it, and the ticket is held besides. */
async function keepAttempt(asked: AskedByPerson, { row }: Held, { outcome, words }: Said): Promise<number> {
  const attempt = row.visitAttempts + 1
  await asked.db
    .insertInto('ticketVisit')
    .values({
      orgId: asked.orgId,
      ticketId: row.ticketId,
      cycle: row.cycle,
      attempt,
      byId: asked.person.personId,
      at: new Date(asked.now),
      outcome,
      words,
    })
    .execute()
  return attempt
}

/** The visit is over; a ticket that nobody had confirmed is confirmed by it. */
async function closeBy(asked: AskedByPerson, held: Held, { outcome }: Said): Promise<void> {
  if (held.row.status !== 'done') return
  const data = { byVisit: true, outcome }
  await record(asked, held, { kind: 'confirmed', data }, { status: 'confirmed', closedAt: new Date(asked.now) })
  await tellAbout(asked, held, { kind: 'confirmed', data })
}

export default keeper(recordVisit, async (said, asked) => {
  const { ticketId, outcome, words } = said
  const held = await holdTicket(asked, ticketId)
  if (!held) return refuse('NO_SUCH_TICKET')
  const { row, roles } = held
  if (row.visitState !== 'due' || row.mergedInto) return refuse('NO_VISIT_DUE', { status: row.status })
  if (row.doerId === asked.person.personId) return refuse('DID_IT_YOURSELF')
  const isUnsatisfied = outcome === 'unsatisfied'
  if (isUnsatisfied && words === '') return refuse('NEEDS_REASON')
  const reopening = moveOf('reopen', statusOf(row), roles)
  if (isUnsatisfied && typeof reopening !== 'object') return refuse(reopening, { status: row.status })

  const attempts = await keepAttempt(asked, held, said)
  const isOver = outcome !== 'unreachable' || attempts >= visitAttempts
  await record(
    asked,
    held,
    { kind: 'visited', data: { outcome, attempt: attempts, words } },
    { visitAttempts: attempts, ...(isOver ? { visitState: outcome } : {}) },
  )
  if (isUnsatisfied) await beginCycle(asked, held, words)
  else if (isOver) await closeBy(asked, held, said)
  asked.note({ ticketId, outcome, attempts })
  return { ticketId, status: statusOf(row), attempts }
})
