import { bindByInvitation } from '../../contract/people-sign-in'
import type { Db } from '../../database/connect'
import { keeper, refuse } from '../keeper'
import { writeAudit } from '../write-audit'
import { type ProvenAccount, proveAccount } from './account-subject'
import { bindAccount } from './bind-account'
import { countTry, mayTry, type Try } from './failed-tries'
import { holdAccount, holdPersonAlone } from './hold-person'
import { invitationHash } from './invitation-code'
import { openSession } from './open-session'
import { plainStaffNumber } from './staff-number'

/** Uses up the invitation with this code if it is this staff number's, unused and not expired; holds its person. */
async function redeemInvitation(db: Db, now: number, account: ProvenAccount, code: string, staffNumber: string) {
  const hash = invitationHash(code)
  // the code tells the institution
  const invited = await db
    .selectFrom('proof as i')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 'i.orgId').onRef('p.personId', '=', 'i.personId'))
    .select(['i.orgId', 'i.personId'])
    .where('i.kind', '=', 'invitation')
    .where('i.hash', '=', hash)
    .where((is) => is(is.fn('upper', ['p.staffNumber']), '=', plainStaffNumber(staffNumber)))
    .executeTakeFirst()
  if (!invited) return undefined
  await holdAccount(db, invited.orgId, account)
  if (!(await holdPersonAlone(db, invited))) return undefined
  return db
    .updateTable('proof')
    .set({ usedAt: new Date(now) })
    .where('orgId', '=', invited.orgId)
    .where('kind', '=', 'invitation')
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .returning(['orgId', 'personId'])
    .executeTakeFirst()
}

export default keeper(bindByInvitation, async ({ account, client, staffNumber, invitationCode }, asked) => {
  const { cloud, now } = asked
  const proven = await proveAccount(account, asked)
  if (!proven) return refuse('ACCOUNT_UNKNOWN')
  const attempt: Try = {
    kind: 'invitation',
    subjects: [`staffNumber ${plainStaffNumber(staffNumber)}`, `${proven.provider} ${proven.subject}`],
  }
  const outcome = await cloud.db.transaction().execute(async (db) => {
    if (!(await mayTry(db, now, attempt))) return 'TOO_MANY_TRIES'
    const invited = await redeemInvitation(db, now, proven, invitationCode, staffNumber)
    const signedOut = invited && (await bindAccount(db, now, { ...proven, ...invited, boundBy: 'invitation' }))
    if (!invited || !signedOut) {
      await countTry(db, now, attempt)
      return 'INVITATION_INVALID'
    }
    const by = { orgId: invited.orgId, now, person: invited }
    await writeAudit(db, by, 'people.bindByInvitation', 'write', { provider: proven.provider })
    return { signedOut, session: await openSession({ db, now }, { ...invited, client }) }
  })
  if (typeof outcome === 'string') return refuse(outcome)
  for (const personId of outcome.signedOut) cloud.sessions.forgetPerson(personId)
  return outcome.session
})
