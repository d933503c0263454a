import type * as promised from './account'
import { randomToken } from './secret'
import { keep, recall } from './storage'

export const client: typeof promised.client = 'h5'
export const accountName: typeof promised.accountName = '本机浏览器'

/** A browser has no account: it makes itself a secret and keeps it. */
export const askAccount: typeof promised.askAccount = async () => {
  const known = recall<string>('device')
  const secret = known ?? randomToken()
  if (!known) keep('device', secret)
  return { provider: 'device', secret }
}
