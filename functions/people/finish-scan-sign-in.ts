import { finishScanSignIn } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { hashOf } from '../secrets'
import { signInByProof } from './sign-in-by-proof'

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
  const session = await signInByProof(asked, { orgId: confirmed.orgId, kind: 'scan', hash }, client)
  return session ?? refuse('CODE_EXPIRED')
})
