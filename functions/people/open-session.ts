import type { Client, Me, Session } from '../../contract/people-sign-in'
import { formatInstant } from '../../contract/zone'
import type { Asked, Person } from '../keeper'
import { hashOf, newSecret } from '../secrets'
import { writeAudit } from '../write-audit'

const sessionMs = 7 * 24 * 3_600_000

/** What a client knows about the person signed in. */
export async function meOf(db: Asked['db'], person: Person): Promise<Me> {
  const { phone } = await db
    .selectFrom('person')
    .select('phone')
    .where('orgId', '=', person.orgId)
    .where('personId', '=', person.personId)
    .executeTakeFirstOrThrow()
  const { unread } = await db
    .selectFrom('notice')
    .select((is) => is.fn.countAll<number>().as('unread'))
    .where('orgId', '=', person.orgId)
    .where('personId', '=', person.personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    personId: person.personId,
    name: person.name,
    staffNumber: person.staffNumber,
    department: person.departmentPath.at(-1) ?? '',
    departmentPath: [...person.departmentPath],
    maskedPhone: maskPhone(phone),
    duties: [...person.duties],
    institution: { slug: person.orgSlug, name: person.orgName, zone: person.zone },
    unreadNotices: unread,
  }
}

/** 138****0012; a short number keeps its last two digits. */
export function maskPhone(phone: string): string {
  if (phone.length >= 11) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  return phone === '' ? '' : `****${phone.slice(-2)}`
}

/** Opens a session of 7 days (the console falls asleep earlier, when idle) and says who is signed in. */
export async function openSession(
  asked: Asked,
  whose: { orgId: number; personId: string; client: Client },
): Promise<Session> {
  const token = `${whose.orgId.toString(36)}.${newSecret()}`
  const expiresAt = asked.now + sessionMs
  await asked.db
    .insertInto('session')
    .values({
      orgId: whose.orgId,
      tokenHash: hashOf(token),
      personId: whose.personId,
      client: whose.client,
      createdAt: new Date(asked.now),
      lastSeenAt: new Date(asked.now),
      expiresAt: new Date(expiresAt),
    })
    .execute()
  await writeAudit(asked.db, { orgId: whose.orgId, now: asked.now, person: whose }, 'people.signIn', 'write', {
    client: whose.client,
  })
  const person = await asked.cloud.sessions.personOf(token, asked.now)
  if (!person) throw new Error('a session just opened is not there')
  return { token, expiresAt: formatInstant(expiresAt, person.zone), me: await meOf(asked.db, person) }
}
