import type { Accounts } from '../cloud'
import { alipayAccounts } from './alipay-accounts'
import type { PlatformSecrets } from './settings'
import { wechatPhones } from './wechat-accounts'

/** The accounts a Node host can ask about: those it has secrets for. Without them nobody is vouched for. */
export function nodeAccounts({ alipay, wechat }: PlatformSecrets): Accounts {
  const alipayHalf = alipay && alipayAccounts(alipay)
  const wechatPhone = wechat && wechatPhones(wechat)
  return {
    alipaySubject: async (authCode) => alipayHalf?.subject(authCode),
    verifiedPhone: async (provider, phoneCode) =>
      provider === 'alipay' ? alipayHalf?.phone(phoneCode) : wechatPhone?.(phoneCode),
  }
}
