import type { Db } from '../database/connect'

/** What somebody is told: Chinese text, and the page of the app that shows more, or ''. */
export interface Message {
  title: string
  body: string
  path: string
}

/** Puts a message into somebody's inbox. `now` in epoch ms. */
export async function tellPerson(
  db: Db,
  whom: { orgId: number; personId: string; now: number },
  message: Message,
): Promise<void> {
  await db
    .insertInto('notice')
    .values({ orgId: whom.orgId, personId: whom.personId, createdAt: new Date(whom.now), ...message })
    .execute()
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
