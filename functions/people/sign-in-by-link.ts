import { signInByLink } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { orgOfToken } from '../org-token'
import { hashOf } from '../secrets'
import { signInByProof } from './sign-in-by-proof'

export default keeper(signInByLink, async ({ link, client }, asked) => {
  const orgId = orgOfToken(link)
  if (orgId === undefined) return refuse('LINK_INVALID')
  const session = await signInByProof(asked, { orgId, kind: 'link', hash: hashOf(link) }, client)
  return session ?? refuse('LINK_INVALID')
})
