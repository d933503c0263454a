import { sql } from 'kysely'
import type { Cloud } from './cloud'
import type { Message } from './tell'

const atOnce = 20
/** Whoever takes a message has this long to send it; then another may, so that a host that dies loses none. */
const leaseMs = 120_000
const firstDelayMs = 60_000
const longestDelayMs = 6 * 3_600_000
/** Old news is no news: what could not be delivered for a week is given up. It stands in the inbox all the same. */
const oldestMs = 7 * 24 * 3_600_000

interface Waiting {
  orgId: number
  outboxId: string
  provider: string
  subject: string
  message: Message
  createdAt: Date
  attempts: number
}

/** Takes some due messages of one institution, so that nobody else does while they are being sent. */
async function take({ db }: Cloud, orgId: number, now: number): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    UPDATE outbox o SET next_due_at = ${new Date(now + leaseMs)}, attempts = attempts + 1
    FROM (SELECT outbox_id FROM outbox WHERE org_id = ${orgId} AND next_due_at <= ${new Date(now)}
      ORDER BY next_due_at, outbox_id LIMIT ${atOnce} FOR UPDATE SKIP LOCKED) due
    WHERE o.org_id = ${orgId} AND o.outbox_id = due.outbox_id
    RETURNING o.org_id, o.outbox_id, o.provider, o.subject, o.message, o.created_at, o.attempts`.execute(db)
  return rows
}

type Outcome = { sentAt: Date; nextDueAt: null; failure: null } | { nextDueAt: Date | null; failure: string }

async function deliver({ messenger }: Cloud, waiting: Waiting, now: number): Promise<Outcome> {
  let failure = 'later'
  try {
    const answer = (await messenger?.send(waiting.provider, waiting.subject, waiting.message)) ?? 'later'
    if (answer === 'sent') return { sentAt: new Date(now), nextDueAt: null, failure: null }
    if (answer === 'refused') return { nextDueAt: null, failure: 'refused' }
  } catch (cause) {
    failure = cause instanceof Error ? cause.message.slice(0, 500) : 'later'
  }
  const nextDueAt = now + Math.min(firstDelayMs * 2 ** (waiting.attempts - 1), longestDelayMs)
  if (nextDueAt > waiting.createdAt.getTime() + oldestMs) return { nextDueAt: null, failure: `given up: ${failure}` }
  return { nextDueAt: new Date(nextDueAt), failure }
}

/**
 * Sends what is due in the outbox, at least once each: a message is taken under a lease, sent outside any transaction,
 * then marked. What fails is tried again after 1, 2, 4 … minutes, at most 6 hours apart. Gives how many were sent.
 */
export async function deliverOutbox(cloud: Cloud, now: number): Promise<number> {
  const orgs = await cloud.db
    .selectFrom('outbox')
    .select('orgId')
    .distinct()
    .where('nextDueAt', '<=', new Date(now))
    .execute()
  let sent = 0
  for (const { orgId } of orgs) {
    for (let taken = await take(cloud, orgId, now); taken.length > 0; taken = await take(cloud, orgId, now)) {
      for (const waiting of taken) {
        const outcome = await deliver(cloud, waiting, now)
        if ('sentAt' in outcome) sent++
        await cloud.db
          .updateTable('outbox')
          .set(outcome)
          .where('orgId', '=', orgId)
          .where('outboxId', '=', waiting.outboxId)
          .execute()
      }
    }
  }
  return sent
}
