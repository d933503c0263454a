import { sql, type Transaction } from 'kysely'
import { formatMoment } from '../../contract/zone'
import type { DB } from '../../database/types'
import type { Cloud } from '../cloud'
import { dutyHolders } from '../duty-holders'
import { tellEach } from '../tell-each'
import { kitchenPath } from './tell-of-rating'

/** So many comments in one transaction; what is left comes in the next. */
const mostAtOnce = 5_000

interface TakenStep {
  orgId: number
  ratingId: string
  dish: string
  canteen: string
  ownerId: string | null
  step: 'warn' | 'escalate'
  dueAt: Date
}
type Letter = TakenStep & { personId: string }

/** Whoever is to answer is warned; when nobody is, and when it has run out, the managers hear of it. */
function toldOf({ step, ownerId }: TakenStep, managers: readonly string[]): string[] {
  if (step === 'warn') return ownerId ? [ownerId] : [...managers]
  return [...new Set([...(ownerId ? [ownerId] : []), ...managers])]
}

function bodyOf({ canteen, dish, step, dueAt, ownerId }: Letter, now: number, zone: string): string {
  const due = formatMoment(dueAt.getTime(), now, zone)
  const what = `${canteen}的“${dish}”有一条评价`
  const nobody = ownerId ? '' : '还没有人负责，'
  if (step === 'warn') return `${what}，${nobody}请在${due}前回复，时限已用去四分之三。`
  return `${what}${due}前应回复，现在还没有回复，${nobody}请尽快处理。`
}

/** One message instead of many. */
function sumOf(letters: readonly Letter[]) {
  const late = letters.filter(({ step }) => step === 'escalate').length
  const parts = [
    late > 0 ? `${late} 条已过时限` : '',
    letters.length > late ? `${letters.length - late} 条将到时限` : '',
  ]
  const said = parts.filter((part) => part !== '').join('，')
  return { title: `食堂评价待回复（${letters.length} 条）`, body: `${said}，请尽快回复。`, path: kitchenPath }
}

async function tellOfSteps(db: Transaction<DB>, now: number, taken: readonly TakenStep[]): Promise<void> {
  const [first] = taken
  if (!first) return
  const { orgId } = first
  const { zone } = await db.selectFrom('org').select('zone').where('orgId', '=', orgId).executeTakeFirstOrThrow()
  const managers = (await dutyHolders(db, orgId, ['manager'])).map(({ personId }) => personId)
  const letters = taken.flatMap((step) => toldOf(step, managers).map((personId) => ({ ...step, personId })))
  await tellEach(db, { orgId, now }, letters, {
    one: (letter) => ({
      title: letter.step === 'warn' ? '评价快到回复时限' : '评价超时未回复',
      body: bodyOf(letter, now, zone),
      path: kitchenPath,
    }),
    sum: sumOf,
  })
}

/** Does some of the steps that are due, with everything that belongs to them, or none of them. Gives how many. */
async function runSome(cloud: Cloud, now: number): Promise<number> {
  return cloud.db.transaction().execute(async (db) => {
    const { rows } = await sql<TakenStep>`
      SELECT * FROM take_due_feedback(${new Date(now)}, ${mostAtOnce})`.execute(db)
    const byOrg = new Map<number, TakenStep[]>()
    for (const row of rows) {
      const own = byOrg.get(row.orgId)
      if (own) own.push(row)
      else byOrg.set(row.orgId, [row])
    }
    for (const taken of byOrg.values()) await tellOfSteps(db, now, taken)
    return rows.length
  })
}

/**
 * Warns of comments whose time for an answer is three quarters gone, and tells of those it has run out for: each once,
 * whatever number of hosts is at it. Gives how many steps were done here. `now` in epoch ms.
 */
export async function runFeedbackSteps(cloud: Cloud, now: number): Promise<number> {
  let steps = 0
  for (let some = await runSome(cloud, now); some > 0; some = await runSome(cloud, now)) steps += some
  return steps
}
