import type { Db } from '../../database/connect'
import { newOrgToken } from '../org-token'
import { hashOf } from '../secrets'
import { writeAudit } from '../write-audit'

const validMs = 15 * 60_000

/** Makes a one-time link secret of 15 minutes for somebody; it names the institution like a token does. `now` in epoch ms. */
export async function makeSignInLink(db: Db, now: number, whose: { orgId: number; personId: string }): Promise<string> {
  const link = newOrgToken(whose.orgId)
  await db
    .insertInto('proof')
    .values({
      ...whose,
      kind: 'link',
      hash: hashOf(link),
      createdAt: new Date(now),
      expiresAt: new Date(now + validMs),
    })
    .execute()
  await writeAudit(db, { orgId: whose.orgId, now }, 'people.makeSignInLink', 'write', { personId: whose.personId })
  return link
}
