import { signIn } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { proveAccount } from './account-subject'
import { openSession } from './open-session'

export default keeper(signIn, async ({ account, client }, asked) => {
  const proven = await proveAccount(account, asked)
  if (!proven) return refuse('ACCOUNT_UNKNOWN')
  // the account tells the institution; bound in several, the one where its person still is and was bound last
  const bound = await asked.db
    .selectFrom('identity as i')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'i.orgId').onRef('p.personId', '=', 'i.personId'))
    .select(['i.orgId', 'i.personId', 'p.status'])
    .where('i.provider', '=', proven.provider)
    .where('i.subject', '=', proven.subject)
    .orderBy((is) => is('p.status', '=', 'left'))
    .orderBy('i.boundAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!bound) return refuse('NOT_BOUND')
  if (bound.status === 'left') return refuse('LEFT')
  return openSession(asked, { orgId: bound.orgId, personId: bound.personId, client })
})
