import type { Urgency } from '../../contract/repair-lifecycle'
import type { AskedByPerson } from '../keeper'
import { catalogOf } from './catalog'
import { type Held, record } from './hold-ticket'
import { tellAbout } from './tell-about'

/** The limits that were last in force; a ticket that never had any (a history that was imported) gets its category's. */
async function limitsInForce(asked: AskedByPerson, { events, row }: Held) {
  const known = events.filter(({ limits }) => limits).at(-1)?.limits
  if (known) return known
  const { categoryOf } = await catalogOf(asked)
  return categoryOf.get(row.categoryId)?.limits[row.urgency as Urgency] ?? {}
}

/** Keeps what the present cycle has come to, as it is now, among the cycles that are over. */
async function keepCycle({ db, orgId }: AskedByPerson, { row }: Held): Promise<void> {
  await db
    .insertInto('pastCycle')
    .values({
      orgId,
      ticketId: row.ticketId,
      cycle: row.cycle,
      startedAt: row.startedAt,
      respondedAt: row.respondedAt,
      plannedAt: row.plannedAt,
      resolvedAt: row.resolvedAt,
      responseDueAt: row.responseDueAt,
      planDueAt: row.planDueAt,
      resolveDueAt: row.resolveDueAt,
      isProvisional: row.isProvisional,
      doerId: row.doerId,
      closedKind: row.closedKind,
      visitDueAt: row.visitDueAt,
      visitState: row.visitState,
    })
    .execute()
}

/**
 * Reopens a held ticket: its cycle goes to those that are over, with its times as they are, and a new one begins with
 * clocks, bounces and a return visit of its own. Whoever was accountable stays so; nobody is assigned. Everybody
 * concerned is told. Whether the asker may, and whether the status allows it, the caller has decided.
 */
export async function beginCycle(asked: AskedByPerson, held: Held, reason: string): Promise<void> {
  const { row, events } = held
  const limits = await limitsInForce(asked, held)
  await keepCycle(asked, held)
  const doer = row.doerId ?? row.assigneeId
  const startedAt = new Date(Math.max(asked.now, events.at(-1)?.at ?? 0))
  await record(
    asked,
    held,
    { kind: 'reopened', data: { reason, limits } },
    {
      status: 'new',
      cycle: row.cycle + 1,
      startedAt,
      assigneeId: null,
      bounces: 0,
      plannedFor: null,
      hangReason: '',
      promisedOn: null,
      closedAt: null,
      closedKind: null,
      doerId: null,
      visitDueAt: null,
      visitState: null,
      visitAttempts: 0,
    },
  )
  // whoever did it hears of it, though nobody has it now
  const told = { ...held, row: { ...row, doerId: doer } }
  await tellAbout(asked, told, { kind: 'reopened', data: { reason } })
}
