import type { Db } from '../../database/connect'
import { type Message, tellAccount, tellPerson } from '../tell'
import type { ProvenAccount } from './account-subject'
import { endSessions } from './end-sessions'
import { holdAccount, holdPersonAlone } from './hold-person'

const platformNames = { wechat: '微信', alipay: '支付宝', device: '浏览器' } as const

interface Binding extends ProvenAccount {
  orgId: number
  personId: string
  boundBy: 'phone' | 'invitation' | 'approval'
}

const replacedMessage = ({ provider }: ProvenAccount): Message => ({
  title: '登录账号已更换',
  body: `你的${platformNames[provider]}登录已换成另一个账号，原来的登录已全部退出。如果不是你本人操作，请立即联系管理员。`,
  path: '',
})
const takenOverMessage = ({ provider }: ProvenAccount): Message => ({
  title: '登录账号已解除',
  body: `原来绑定你的${platformNames[provider]}账号已改绑给另一位同事，你的登录已全部退出。如果不是你本人操作，请立即联系管理员。`,
  path: '',
})

/** Takes away the person's other account of this platform, and this account from anybody else. */
async function removeReplaced(db: Db, binding: Binding) {
  const { orgId, personId, provider, subject } = binding
  return db
    .deleteFrom('identity')
    .where('orgId', '=', orgId)
    .where('provider', '=', provider)
    .where((is) => is.or([is('personId', '=', personId), is('subject', '=', subject)]))
    .returning(['personId', 'subject'])
    .execute()
}

/**
 * Binds an account to a person, in the caller's transaction; one account per person and platform, one person per
 * account. What was bound before is told so, in the inbox and through its own platform, and is signed out everywhere:
 * sessions do not say which account opened them, and a lost phone may have opened more than one.
 * Gives the people signed out, for the cache to forget after the commit; undefined when the person is gone or left.
 */
export async function bindAccount(db: Db, now: number, binding: Binding): Promise<string[] | undefined> {
  const { orgId, personId, provider, subject } = binding
  await holdAccount(db, orgId, binding)
  if (!(await holdPersonAlone(db, binding))) return undefined
  const removed = await removeReplaced(db, binding)
  await db
    .insertInto('identity')
    .values({ orgId, provider, subject, personId, boundBy: binding.boundBy, boundAt: new Date(now) })
    .execute()
  await db
    .deleteFrom('bindingRequest')
    .where('orgId', '=', orgId)
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .where('decidedAt', 'is', null)
    .execute()
  const replaced = removed.filter((old) => old.personId !== personId || old.subject !== subject)
  for (const old of replaced) {
    const isTheirOwn = old.personId === personId
    await tellPerson(
      db,
      { orgId, now, personId: old.personId },
      isTheirOwn ? replacedMessage(binding) : takenOverMessage(binding),
    )
    if (isTheirOwn) await tellAccount(db, { orgId, now, provider, subject: old.subject }, replacedMessage(binding))
    await endSessions(db, orgId, old.personId)
  }
  return [...new Set(replaced.map((old) => old.personId))]
}
