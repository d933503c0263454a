import type { Account } from '../../contract/people-sign-in'
import type { Asked } from '../keeper'
import { hashOf } from '../secrets'

/** An account as it stands in the identity table. */
export interface ProvenAccount {
  provider: Account['provider']
  subject: string
}

/**
 * The account that is really asking, or undefined when its platform does not vouch for it. WeChat's comes from the
 * call's own context and nothing sent counts; Alipay is asked; a browser is known by the hash of its secret.
 */
export async function proveAccount(account: Account, asked: Asked): Promise<ProvenAccount | undefined> {
  const subject = await subjectOf(account, asked)
  return subject === undefined ? undefined : { provider: account.provider, subject }
}

async function subjectOf(account: Account, asked: Asked): Promise<string | undefined> {
  switch (account.provider) {
    case 'wechat':
      return asked.wechatSubject
    case 'alipay':
      return asked.cloud.accounts.alipaySubject(account.authCode)
    case 'device':
      return hashOf(account.secret).toString('base64url')
  }
}
