import { signIn } from '../../contract/people-sign-in'
import type { Db } from '../../database/connect'
import { keeper, refuse } from '../keeper'
import { lastTold } from '../tell'
import { type ProvenAccount, proveAccount } from './account-subject'
import { holdPerson } from './hold-person'
import { openSession } from './open-session'

/** Who an account is bound to; bound in several institutions, the one where its person still is and was bound last. */
async function findBound(db: Db, { provider, subject }: ProvenAccount) {
  return db
    .selectFrom('identity as i')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'i.orgId').onRef('p.personId', '=', 'i.personId'))
    .select(['i.orgId', 'i.personId'])
    .where('i.provider', '=', provider)
    .where('i.subject', '=', subject)
    .orderBy((is) => is('p.status', '=', 'left'))
    .orderBy('i.boundAt', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Whether the account is bound to that person still; it stays so until the caller's transaction ends. */
async function isStillBound(
  db: Db,
  account: ProvenAccount,
  whose: { orgId: number; personId: string },
): Promise<boolean> {
  const identity = await db
    .selectFrom('identity')
    .select('personId')
    .where('orgId', '=', whose.orgId)
    .where('provider', '=', account.provider)
    .where('subject', '=', account.subject)
    .where('personId', '=', whose.personId)
    .forKeyShare()
    .executeTakeFirst()
  return identity !== undefined
}

export default keeper(signIn, async ({ account, client }, asked) => {
  const { cloud, now } = asked
  const proven = await proveAccount(account, asked)
  if (!proven) return refuse('ACCOUNT_UNKNOWN')
  const bound = await findBound(cloud.db, proven)
  if (!bound) {
    const told = await lastTold(cloud.db, proven, now)
    return told === undefined ? refuse('NOT_BOUND') : refuse('NOT_BOUND', { told })
  }
  return cloud.db.transaction().execute(async (db) => {
    if (!(await holdPerson(db, bound))) return refuse('LEFT')
    if (!(await isStillBound(db, proven, bound))) return refuse('NOT_BOUND')
    return openSession({ db, now }, { ...bound, client })
  })
})
