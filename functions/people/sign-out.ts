import { signOut } from '../../contract/people-sign-in'
import { keeper } from '../keeper'
import { hashOf } from '../secrets'

export default keeper(signOut, async (_input, asked) => {
  const ended = await asked.db
    .deleteFrom('session')
    .where('orgId', '=', asked.orgId)
    .where('tokenHash', '=', hashOf(asked.token))
    .returning('personId')
    .executeTakeFirst()
  asked.afterwards(() => asked.cloud.sessions.forget(asked.token))
  return { signedOut: ended !== undefined }
})
