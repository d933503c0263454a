import type { PlatformSecrets } from './settings'

type Secrets = NonNullable<PlatformSecrets['wechat']>

/** What WeChat says of a phone code, by HTTP and (in camel case) through its server SDK. */
export interface WechatPhone {
  purePhoneNumber?: string
  phoneNumber?: string
  countryCode?: string | number
}

/** Codes that are used up, too old or made up, as against trouble between us and WeChat. */
const badCodes = new Set([40029, 40163, 47001, 61009])

/** Whether WeChat's error means that the code is no good. */
export function isBadCode(errcode: number): boolean {
  return badCodes.has(errcode)
}

/** Digits only: a Chinese number as it is, a foreign one with its country's code. */
export function digitsOf({ purePhoneNumber, phoneNumber, countryCode }: WechatPhone): string | undefined {
  const number = String(countryCode ?? '86') === '86' ? purePhoneNumber : phoneNumber
  return number?.replace(/\D/g, '') || undefined
}

async function ask(url: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(5000),
  })
  return (await response.json()) as Record<string, unknown>
}

/**
 * Exchanges phone codes over HTTP, for hosts that are no function of WeChat's cloud. The access token is asked for as
 * `stable_token`, which does not end the tokens of other hosts, and kept until five minutes before it expires.
 */
export function wechatPhones(secrets: Secrets, clock: () => number = Date.now) {
  let kept: { token: string; until: number } | undefined

  async function accessToken(): Promise<string> {
    if (kept && clock() < kept.until) return kept.token
    const answer = await ask(`${secrets.gateway}/cgi-bin/stable_token`, {
      grant_type: 'client_credential',
      appid: secrets.appId,
      secret: secrets.secret,
    })
    if (typeof answer.access_token !== 'string')
      throw new Error(`WeChat gave no token: ${answer.errcode} ${answer.errmsg}`)
    kept = { token: answer.access_token, until: clock() + (Number(answer.expires_in) - 300) * 1000 }
    return kept.token
  }

  return async (code: string): Promise<string | undefined> => {
    for (let tries = 1; ; tries++) {
      const token = encodeURIComponent(await accessToken())
      const answer = await ask(`${secrets.gateway}/wxa/business/getuserphonenumber?access_token=${token}`, { code })
      const errcode = Number(answer.errcode ?? 0)
      if (errcode === 0) return digitsOf((answer.phone_info ?? {}) as WechatPhone)
      if (isBadCode(errcode)) return undefined
      // 40001 and 42001: the token was ended from elsewhere
      if ((errcode !== 40001 && errcode !== 42001) || tries >= 2) {
        throw new Error(`WeChat refused a phone code: ${errcode} ${answer.errmsg}`)
      }
      kept = undefined
    }
  }
}
