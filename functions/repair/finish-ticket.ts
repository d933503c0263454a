import type { InferOutput } from 'valibot'
import { type CostLine, fenOf } from '../../contract/repair'
import { visitDueAt } from '../../contract/repair-clocks'
import { finishTicket } from '../../contract/repair-work'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { takesUnowned } from './accountable'
import type { Held } from './hold-ticket'
import { moveTicket } from './move-ticket'

async function writeCosts({ db, orgId, now, person }: AskedByPerson, { row }: Held, costs: CostLine[]): Promise<void> {
  if (costs.length === 0) return
  const of = { orgId, ticketId: row.ticketId, cycle: row.cycle, byId: person.personId, at: new Date(now) }
  await db
    .insertInto('ticketCost')
    // ids are ordered by their millisecond: the lines stay in the order in which they were written
    .values(costs.map((line, i) => ({ ...of, costId: newId(now + i), ...line })))
    .execute()
}

/** A return visit follows within 48 h of completion; nobody is called back about praise. */
function visitOf({ row, events }: Held, now: number) {
  if (row.kind === 'praise') return {}
  const finishedAt = Math.max(now, events.at(-1)?.at ?? 0)
  return { visitState: 'due', visitDueAt: new Date(visitDueAt(finishedAt)) }
}

type Input = InferOutput<typeof finishTicket.input>

const totalFen = (costs: Input['costs']) => costs.reduce((sum, line) => sum + fenOf(line), 0)

export default keeper(finishTicket, ({ ticketId, closedKind, note, costs }, asked) =>
  moveTicket(asked, ticketId, 'finish', async (held) => {
    if (closedKind !== 'fixed' && note === '') return refuse('NEEDS_REASON')
    await writeCosts(asked, held, costs)
    return {
      data: { closedKind, note, ...(costs.length > 0 ? { costFen: totalFen(costs) } : {}) },
      patch: {
        closedKind,
        doerId: held.row.assigneeId ?? asked.person.personId,
        hangReason: '',
        promisedOn: null,
        ...visitOf(held, asked.now),
        ...takesUnowned(held.row, asked),
      },
    }
  }),
)
