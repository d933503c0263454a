import { confirmScanSignIn } from '../../contract/people-sign-in'
import { formatInstant } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { hashOf } from '../secrets'

const validMs = 120_000

export default keeper(confirmScanSignIn, async ({ code }, asked) => {
  const { db, now } = asked
  const hash = hashOf(code)
  asked.note({})
  // somebody of another institution may have confirmed it; within one the key below decides
  const earlier = await db
    .selectFrom('proof')
    .select('kind')
    .where('kind', '=', 'scan')
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  if (earlier) return refuse('CODE_USED')
  const confirmed = await db
    .insertInto('proof')
    .values({
      orgId: asked.orgId,
      kind: 'scan',
      hash,
      personId: asked.person.personId,
      createdAt: new Date(now),
      expiresAt: new Date(now + validMs),
    })
    .onConflict((key) => key.columns(['orgId', 'kind', 'hash']).doNothing())
    .returning('kind')
    .executeTakeFirst()
  if (!confirmed) return refuse('CODE_USED')
  return { confirmedAt: formatInstant(now, asked.person.zone) }
})
