import { invitePerson } from '../../contract/people-sign-in'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { holdPersonAlone } from './hold-person'
import { invitationHash, newInvitationCode } from './invitation-code'

const validMs = 7 * 24 * 3_600_000

export default keeper(invitePerson, async ({ personId }, asked) => {
  const { db, now, orgId } = asked
  // held, so that of two invitations made at once only the later works
  const invited = await holdPersonAlone(db, { orgId, personId })
  if (!invited) return refuse('NO_SUCH_PERSON')
  await db
    .deleteFrom('proof')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('kind', '=', 'invitation')
    .where('usedAt', 'is', null)
    .execute()
  const invitationCode = newInvitationCode()
  const expiresAt = now + validMs
  await db
    .insertInto('proof')
    .values({
      orgId,
      kind: 'invitation',
      hash: invitationHash(invitationCode),
      personId,
      createdAt: new Date(now),
      expiresAt: new Date(expiresAt),
    })
    .execute()
  return { staffNumber: invited.staffNumber, invitationCode, expiresAt: formatInstant(expiresAt, asked.person.zone) }
})
