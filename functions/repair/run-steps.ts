import { sql, type Transaction } from 'kysely'
import type { Duty } from '../../contract/procedure'
import type { DB } from '../../database/types'
import type { Cloud } from '../cloud'
import { dutyHolders, withDuty } from '../duty-holders'
import { tellEach } from '../tell-each'
import { type Catalog, catalogOf, categoryName } from './catalog'
import { type StepLetter, stepBody, stepSum, type TakenStep } from './step-words'

/** So many tickets in one transaction; what is left comes in the next. */
const mostAtOnce = 10_000

type Holders = Awaited<ReturnType<typeof dutyHolders>>

/** The dispatchers; where there are none, the managers. */
function deskOf(holders: Holders): string[] {
  const dispatchers = withDuty(holders, ['dispatcher'])
  return dispatchers.length > 0 ? dispatchers : withDuty(holders, ['manager'])
}

/** Who is told of a step: whoever has the ticket, the desk, or the duties an institution named. */
function toldOf({ clock, step, assigneeId }: TakenStep, { setting }: Catalog, holders: Holders): string[] {
  if (step === 'escalate' && clock !== 'promise') return withDuty(holders, setting.escalation[clock])
  const own = assigneeId === null || clock === 'visit' ? [] : [assigneeId]
  return own.length === 0 || clock === 'promise' ? [...new Set([...own, ...deskOf(holders)])] : own
}

async function tellOfSteps(cloud: Cloud, db: Transaction<DB>, now: number, taken: readonly TakenStep[]): Promise<void> {
  const [first] = taken
  if (!first) return
  const { orgId } = first
  const catalog = await catalogOf({ cloud, db, orgId })
  const { escalation } = catalog.setting
  const duties = new Set<Duty>(['dispatcher', 'manager', ...Object.values(escalation).flat()])
  const holders = await dutyHolders(db, orgId, [...duties])
  const letters: StepLetter[] = []
  for (const step of taken) {
    for (const personId of toldOf(step, catalog, holders)) letters.push({ personId, taken: step })
  }
  await tellEach(db, { orgId, now }, letters, {
    one: (letter) => ({
      title: `${categoryName(catalog, letter.taken.categoryId)}（${letter.taken.number}）`,
      body: stepBody(letter, now, catalog.calendar.zone),
      path: `/features/repair/ticket?ticketId=${letter.taken.ticketId}`,
    }),
    sum: stepSum,
  })
}

/** Does some of the steps that are due, with everything that belongs to them, or none of them. Gives how many. */
async function runSome(cloud: Cloud, now: number): Promise<number> {
  return cloud.db.transaction().execute(async (db) => {
    const { rows: locks } = await sql<{ isMine: boolean }>`
      SELECT pg_try_advisory_xact_lock(hashtext('run_steps')) AS is_mine`.execute(db)
    if (!locks[0]?.isMine) return 0
    const { rows } = await sql<TakenStep>`
      SELECT * FROM take_due_steps(${new Date(now)}, ${mostAtOnce})`.execute(db)
    const byOrg = new Map<number, TakenStep[]>()
    for (const row of rows) {
      const own = byOrg.get(row.orgId)
      if (own) own.push(row)
      else byOrg.set(row.orgId, [row])
    }
    for (const taken of byOrg.values()) await tellOfSteps(cloud, db, now, taken)
    return rows.length
  })
}

/**
 * Does every step that is due: writes it into the ticket's log once, and tells whom it concerns. Several hosts at once
 * would only share one person's messages among them: whoever comes while another is at it leaves it to them. Gives how
 * many steps were done here. `now` in epoch ms.
 */
export async function runSteps(cloud: Cloud, now: number): Promise<number> {
  let steps = 0
  for (let some = await runSome(cloud, now); some > 0; some = await runSome(cloud, now)) steps += some
  return steps
}
