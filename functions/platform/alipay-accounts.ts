import { createDecipheriv, createPublicKey, createVerify } from 'node:crypto'
import { AlipaySdk } from 'alipay-sdk'
import type { PlatformSecrets } from './settings'

type Secrets = NonNullable<PlatformSecrets['alipay']>

const publicPem = (key: string) => `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----`

/** Keys are handed out in PKCS#8 or, for Java's sake, in PKCS#1; the second begins with a modulus, not a version. */
const isPkcs8 = (key: string) =>
  Buffer.from(key, 'base64').subarray(0, 32).includes(Buffer.from('2a864886f70d010101', 'hex'))

/** What the gateway answers; `sub_code` tells what went wrong. */
interface TokenAnswer {
  openId?: string
  userId?: string
  code?: string
  subCode?: string
  subMsg?: string
}

/** The SDK looks for the signature of an `error_response` in the wrong place and throws, with the answer in the error. */
function errorIn(cause: unknown): TokenAnswer | undefined {
  try {
    const raw = (cause as { responseDataRaw?: unknown }).responseDataRaw
    const { error_response: error } = JSON.parse(String(raw)) as { error_response?: Record<string, string> }
    return error && { code: error.code, subCode: error.sub_code, subMsg: error.sub_msg }
  } catch {
    return undefined
  }
}

/** The account behind a one-time auth code; undefined when Alipay says the code is no good. Other trouble throws. */
async function subjectOf(sdk: AlipaySdk, authCode: string): Promise<string | undefined> {
  const asked = sdk.exec(
    'alipay.system.oauth.token',
    { grantType: 'authorization_code', code: authCode },
    { validateSign: true },
  )
  const answer: TokenAnswer = await asked.catch((cause: unknown) => {
    const error = errorIn(cause)
    if (!error) throw cause
    return error
  })
  // an error proves nothing and needs no signature; newer apps are told an openId, older ones a userId
  const subject = answer.subCode === undefined ? (answer.openId ?? answer.userId) : undefined
  if (subject) return subject
  if (answer.subCode === 'isv.code-invalid') return undefined
  throw new Error(`Alipay refused alipay.system.oauth.token: ${answer.code} ${answer.subCode} ${answer.subMsg}`)
}

/** What `my.getPhoneNumber` gave the page. */
interface SignedPhone {
  response: string
  sign: string
}

function parseSigned(phoneCode: string): SignedPhone | undefined {
  try {
    const { response, sign } = JSON.parse(phoneCode) as Partial<SignedPhone>
    return typeof response === 'string' && typeof sign === 'string' ? { response, sign } : undefined
  } catch {
    return undefined
  }
}

/**
 * The phone in what `my.getPhoneNumber` gave, which came through the phone and proves nothing until Alipay's signature
 * (RSA2, over the ciphertext in double quotes) has been checked. Undefined when it is not Alipay's or holds no phone.
 */
export function openPhone(phoneCode: string, { publicKey, encryptKey }: Secrets): string | undefined {
  const signed = parseSigned(phoneCode)
  if (!signed || !encryptKey) return undefined
  const verifier = createVerify('RSA-SHA256').update(`"${signed.response}"`)
  if (!verifier.verify(createPublicKey(publicPem(publicKey)), signed.sign, 'base64')) return undefined
  try {
    const decipher = createDecipheriv('aes-128-cbc', Buffer.from(encryptKey, 'base64'), Buffer.alloc(16))
    const text = Buffer.concat([decipher.update(signed.response, 'base64'), decipher.final()]).toString('utf8')
    const { code, mobile } = JSON.parse(text) as { code?: string; mobile?: string }
    return code === '10000' && mobile ? mobile.replace(/\D/g, '') : undefined
  } catch {
    return undefined
  }
}

/** Alipay's half of the accounts of a Node host. */
export function alipayAccounts(secrets: Secrets) {
  const sdk = new AlipaySdk({
    appId: secrets.appId,
    privateKey: secrets.privateKey,
    alipayPublicKey: secrets.publicKey,
    gateway: secrets.gateway,
    keyType: isPkcs8(secrets.privateKey) ? 'PKCS8' : 'PKCS1',
    timeout: 5000,
  })
  return {
    subject: (authCode: string) => subjectOf(sdk, authCode),
    phone: async (phoneCode: string) => openPhone(phoneCode, secrets),
  }
}
