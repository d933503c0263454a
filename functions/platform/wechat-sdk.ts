import cloud from 'wx-server-sdk'
import { digitsOf, isBadCode, type WechatPhone } from './wechat-accounts'

let isReady = false

function sdk(): typeof cloud {
  if (!isReady) cloud.init({ env: process.env.TCB_ENV ?? process.env.SCF_NAMESPACE })
  isReady = true
  return cloud
}

/** Who called this function, as WeChat says; to be asked at the very beginning of a call. */
export function wechatCaller(): { subject?: string; source: string } {
  const { OPENID, SOURCE } = sdk().getWXContext()
  return { subject: OPENID ? String(OPENID) : undefined, source: SOURCE ?? '' }
}

interface PhoneApi {
  getPhoneNumber(input: { code: string }): Promise<{ phoneInfo?: WechatPhone }>
}

/** Exchanges a phone code through WeChat's cloud, which needs no secret. Undefined for a code that is no good. */
export async function wechatCloudPhone(code: string): Promise<string | undefined> {
  // the typings of the SDK leave its open API open
  const { phonenumber } = (sdk() as unknown as { openapi: { phonenumber: PhoneApi } }).openapi
  try {
    const { phoneInfo } = await phonenumber.getPhoneNumber({ code })
    return phoneInfo && digitsOf(phoneInfo)
  } catch (cause) {
    if (isBadCode(Number((cause as { errCode?: number }).errCode))) return undefined
    throw cause
  }
}
