import { bindByPhone } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { plainPhone } from '../phone'
import { writeAudit } from '../write-audit'
import { proveAccount } from './account-subject'
import { bindAccount } from './bind-account'
import { openSession } from './open-session'

export default keeper(bindByPhone, async ({ account, client, phoneCode }, asked) => {
  const { cloud, now } = asked
  // nobody verifies the phone of a browser
  if (account.provider === 'device') return refuse('PHONE_NOT_VERIFIED')
  const proven = await proveAccount(account, asked)
  if (!proven) return refuse('ACCOUNT_UNKNOWN')
  const phone = await cloud.accounts.verifiedPhone(account.provider, phoneCode)
  if (!phone) return refuse('PHONE_NOT_VERIFIED')
  // the phone tells the institution; two people with one number, wherever, bind nobody
  const [holder, another] = await asked.db
    .selectFrom('person')
    .select(['orgId', 'personId'])
    .where('phone', '=', plainPhone(phone))
    .where('phone', '<>', '')
    .where('status', '<>', 'left')
    .limit(2)
    .execute()
  if (!holder || another) return refuse('PHONE_NOT_ON_ROSTER')
  const outcome = await cloud.db.transaction().execute(async (db) => {
    const signedOut = await bindAccount(db, now, { ...proven, ...holder, boundBy: 'phone' })
    if (!signedOut) return undefined
    const by = { orgId: holder.orgId, now, person: holder }
    await writeAudit(db, by, 'people.bindByPhone', 'write', { provider: proven.provider })
    return { signedOut, session: await openSession({ db, now }, { ...holder, client }) }
  })
  if (!outcome) return refuse('PHONE_NOT_ON_ROSTER')
  for (const personId of outcome.signedOut) cloud.sessions.forgetPerson(personId)
  return outcome.session
})
