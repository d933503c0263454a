import type { Client, Me, Session } from '../../contract/people-sign-in'
import { formatInstant } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { Asked } from '../keeper'
import { newOrgToken } from '../org-token'
import type { Person } from '../person'
import { maskPhone } from '../phone'
import { hashOf } from '../secrets'
import { writeAudit } from '../write-audit'
import { findSession } from './session-cache'

const sessionMs = 7 * 24 * 3_600_000

/** What a client knows about the person signed in. */
export async function meOf(db: Db, person: Person): Promise<Me> {
  const { phone } = await db
    .selectFrom('person')
    .select('phone')
    .where('orgId', '=', person.orgId)
    .where('personId', '=', person.personId)
    .executeTakeFirstOrThrow()
  return {
    personId: person.personId,
    name: person.name,
    staffNumber: person.staffNumber,
    department: person.departmentPath.at(-1) ?? '',
    departmentPath: [...person.departmentPath],
    departmentIds: [...person.departmentIds],
    maskedPhone: maskPhone(phone),
    duties: [...person.duties],
    institution: { slug: person.orgSlug, name: person.orgName, zone: person.zone },
    unreadNotices: await countUnread(db, person),
  }
}

/** How many messages in somebody's inbox they have not read. */
export async function countUnread(db: Db, whose: { orgId: number; personId: string }): Promise<number> {
  const { unread } = await db
    .selectFrom('notice')
    .select((is) => is.fn.countAll<number>().as('unread'))
    .where('orgId', '=', whose.orgId)
    .where('personId', '=', whose.personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return unread
}

/**
 * Opens a session of 7 days (the console falls asleep earlier, when idle) and says who is signed in. `db` is the
 * transaction in which the caller has held the person: whoever ends their sessions afterwards then ends this one too.
 * The token is told once; the database keeps its hash.
 */
export async function openSession(
  { db, now }: Pick<Asked, 'db' | 'now'>,
  whose: { orgId: number; personId: string; client: Client },
): Promise<Session> {
  const token = newOrgToken(whose.orgId)
  const expiresAt = now + sessionMs
  await db
    .insertInto('session')
    .values({
      orgId: whose.orgId,
      tokenHash: hashOf(token),
      personId: whose.personId,
      client: whose.client,
      createdAt: new Date(now),
      lastSeenAt: new Date(now),
      expiresAt: new Date(expiresAt),
    })
    .execute()
  await writeAudit(db, { orgId: whose.orgId, now, person: whose }, 'people.signIn', 'write', { client: whose.client })
  const opened = await findSession({ db }, whose.orgId, token, now)
  if (!opened) throw new Error('a session just opened is not there')
  return { token, expiresAt: formatInstant(expiresAt, opened.person.zone), me: await meOf(db, opened.person) }
}
