import { finishScanSignIn } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { hashOf } from '../secrets'
import { openSession } from './open-session'
import { redeemProof } from './redeem-proof'

/** The code that was shown, by the contract's rule. */
const codeOf = (secret: string) => hashOf(secret).toString('base64url').slice(0, 22)

export default keeper(finishScanSignIn, async ({ secret, client }, asked) => {
  const hash = hashOf(codeOf(secret))
  // the first confirmation tells the institution
  const confirmed = await asked.db
    .selectFrom('proof')
    .select('orgId')
    .where('kind', '=', 'scan')
    .where('hash', '=', hash)
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  if (!confirmed) return refuse('NOT_CONFIRMED')
  const holder = await redeemProof(asked.db, asked.now, { orgId: confirmed.orgId, kind: 'scan', hash })
  if (!holder) return refuse('CODE_EXPIRED')
  return openSession(asked, { ...holder, client })
})
