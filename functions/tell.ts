import type { Db } from '../database/connect'

/** What somebody is told: Chinese text, and the page of the app that shows more, or ''. */
export interface Message {
  title: string
  body: string
  path: string
}

/** Puts a message into the inbox of each. `now` in epoch ms. */
export async function tellPeople(
  db: Db,
  whom: { orgId: number; personIds: readonly string[]; now: number },
  message: Message,
): Promise<void> {
  const { orgId, personIds } = whom
  if (personIds.length === 0) return
  await db
    .insertInto('notice')
    .values(personIds.map((personId) => ({ orgId, personId, createdAt: new Date(whom.now), ...message })))
    .execute()
}

/** Puts a message into somebody's inbox. `now` in epoch ms. */
export function tellPerson(
  db: Db,
  { personId, ...whom }: { orgId: number; personId: string; now: number },
  message: Message,
): Promise<void> {
  return tellPeople(db, { ...whom, personIds: [personId] }, message)
}

/**
 * What an account that is bound no longer was last told within 30 days, e.g. that it was replaced: shown when it comes
 * back, because a platform may not have delivered it. `now` in epoch ms.
 */
export async function lastTold(
  db: Db,
  account: { provider: string; subject: string },
  now: number,
): Promise<string | undefined> {
  const last = await db
    .selectFrom('outbox')
    .select('message')
    .where('provider', '=', account.provider)
    .where('subject', '=', account.subject)
    .where('createdAt', '>', new Date(now - 30 * 24 * 3_600_000))
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last && (last.message as unknown as Message).body
}

/** Leaves a message for an account of a platform in the outbox; tick delivers it. `now` in epoch ms. */
export async function tellAccount(
  db: Db,
  whom: { orgId: number; provider: string; subject: string; now: number },
  message: Message,
): Promise<void> {
  const at = new Date(whom.now)
  await db
    .insertInto('outbox')
    .values({
      orgId: whom.orgId,
      provider: whom.provider,
      subject: whom.subject,
      message: JSON.stringify(message),
      createdAt: at,
      nextDueAt: at,
    })
    .execute()
}
