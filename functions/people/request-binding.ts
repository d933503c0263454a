import { requestBinding } from '../../contract/people-sign-in'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { writeAudit } from '../write-audit'
import { proveAccount } from './account-subject'
import { countTry, mayTry, type Try } from './failed-tries'
import { plainStaffNumber } from './staff-number'

export default keeper(requestBinding, async ({ account, institution, staffNumber, name }, asked) => {
  const { cloud, now } = asked
  const proven = await proveAccount(account, asked)
  if (!proven) return refuse('ACCOUNT_UNKNOWN')
  const attempt: Try = {
    kind: 'request',
    subjects: [`staffNumber ${plainStaffNumber(staffNumber)}`, `${proven.provider} ${proven.subject}`],
  }
  const outcome = await cloud.db.transaction().execute(async (db) => {
    if (!(await mayTry(db, now, attempt))) return 'TOO_MANY_TRIES'
    // every request counts: an administrator's list must not be filled by one account, nor one person's name used up
    await countTry(db, now, attempt)
    const org = await db
      .selectFrom('org')
      .select(['orgId', 'zone'])
      .where((is) => is.or([is('name', '=', institution), is('slug', '=', institution.toLowerCase())]))
      .limit(1)
      .executeTakeFirst()
    if (!org) return 'NO_SUCH_INSTITUTION'
    const wish = { staffNumber: plainStaffNumber(staffNumber), name, requestedAt: new Date(now) }
    await db
      .insertInto('bindingRequest')
      .values({ orgId: org.orgId, ...proven, ...wish })
      .onConflict((open) =>
        open.columns(['orgId', 'provider', 'subject']).where('decidedAt', 'is', null).doUpdateSet(wish),
      )
      .execute()
    const detail = { provider: proven.provider, staffNumber: wish.staffNumber }
    await writeAudit(db, { orgId: org.orgId, now }, 'people.requestBinding', 'write', detail)
    return org
  })
  if (typeof outcome === 'string') return refuse(outcome)
  return { requestedAt: formatInstant(now, outcome.zone) }
})
