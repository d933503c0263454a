import { signInByLink } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { hashOf } from '../secrets'
import { openSession } from './open-session'
import { redeemProof } from './redeem-proof'
import { orgOfToken } from './session-cache'

export default keeper(signInByLink, async ({ link, client }, asked) => {
  const orgId = orgOfToken(link)
  if (orgId === undefined) return refuse('LINK_INVALID')
  const holder = await redeemProof(asked.db, asked.now, { orgId, kind: 'link', hash: hashOf(link) })
  if (!holder) return refuse('LINK_INVALID')
  return openSession(asked, { ...holder, client })
})
