import { randomUUID } from 'node:crypto'
import type { AnyProcedure, InputOf } from '../../contract/procedure'
import { keepers } from '../../functions/api'
import type { Accounts } from '../../functions/cloud'
import { serving } from '../../functions/serve'
import type { Answered, TestCloud } from './start-cloud'

/** Calls as the mini-program of a WeChat account does: the platform names the account, the caller cannot. */
export function asWechat(test: TestCloud, openid: string) {
  const serve = serving(test.cloud, keepers)
  return async <P extends AnyProcedure>(procedure: P, input: InputOf<P>, token?: string): Promise<Answered<P>> => {
    const key = procedure.writes ? randomUUID() : undefined
    const { status, body, text } = await serve({
      name: procedure.name,
      input,
      token,
      key,
      bytes: 0,
      wechatSubject: openid,
    })
    return { status, ...((text === undefined ? body : JSON.parse(text)) as object) }
  }
}

/** An Alipay that vouches for `auth-<account>`, and verifies the phone in `phone-<digits>` for both platforms. */
export const vouchingAccounts: Accounts = {
  alipaySubject: async (authCode) => /^auth-(.+)$/.exec(authCode)?.[1],
  verifiedPhone: async (_provider, phoneCode) => /^phone-(\d+)$/.exec(phoneCode)?.[1],
}

let browsers = 0

/** The account of a browser nobody has seen before. */
export function newBrowser(): { provider: 'device'; secret: string } {
  return { provider: 'device', secret: `browser${String(++browsers).padStart(30, '0')}` }
}
