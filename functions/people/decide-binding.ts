import { type Account, decideBinding } from '../../contract/people-sign-in'
import { keeper, refuse } from '../keeper'
import { type Message, tellAccount } from '../tell'
import { bindAccount } from './bind-account'
import { holdAccount } from './hold-person'
import { findByStaffNumber } from './staff-number'

const approved: Message = { title: '账号绑定已通过', body: '管理员已通过你的绑定申请，现在可以登录了。', path: '' }
const rejected: Message = {
  title: '账号绑定未通过',
  body: '管理员没有通过你的绑定申请，请核对工号和姓名，或联系管理员。',
  path: '',
}

export default keeper(decideBinding, async ({ requestId, isApproved }, asked) => {
  const { db, now, orgId } = asked
  const asking = await db
    .selectFrom('bindingRequest')
    .select(['provider', 'subject'])
    .where('orgId', '=', orgId)
    .where('requestId', '=', requestId)
    .executeTakeFirst()
  if (!asking) return refuse('NO_SUCH_REQUEST')
  // only the contract's providers are ever written
  const account = { provider: asking.provider as Account['provider'], subject: asking.subject }
  await holdAccount(db, orgId, account)
  const request = await db
    .updateTable('bindingRequest')
    .set({ decidedAt: new Date(now), decidedBy: asked.person.personId, isApproved })
    .where('orgId', '=', orgId)
    .where('requestId', '=', requestId)
    .where('decidedAt', 'is', null)
    .returning('staffNumber')
    .executeTakeFirst()
  if (!request) return refuse('NO_SUCH_REQUEST')
  asked.note({ requestId, isApproved, provider: account.provider, staffNumber: request.staffNumber })
  if (isApproved) {
    const person = await findByStaffNumber(db, orgId, request.staffNumber)
    const signedOut =
      person && (await bindAccount(db, now, { ...account, orgId, personId: person.personId, boundBy: 'approval' }))
    if (!signedOut) return refuse('NO_SUCH_PERSON')
    asked.afterwards(() => {
      for (const personId of signedOut) asked.cloud.sessions.forgetPerson(personId)
    })
  }
  await tellAccount(db, { orgId, now, ...account }, isApproved ? approved : rejected)
  return { requestId, isApproved }
})
