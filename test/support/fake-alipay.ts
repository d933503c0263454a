import {
  createCipheriv,
  createPublicKey,
  createSign,
  createVerify,
  generateKeyPairSync,
  randomBytes,
} from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

const pair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })

const privatePem = (der: Buffer) => `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----`

/** RSA2 as Alipay checks it: the parameters in order of their names, joined as a query, without `sign` and empty ones. */
function isSigned(parameters: URLSearchParams, publicKey: Buffer): boolean {
  const text = [...parameters.entries()]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const key = createPublicKey({ key: publicKey, format: 'der', type: 'spki' })
  return createVerify('RSA-SHA256')
    .update(text)
    .verify(key, parameters.get('sign') ?? '', 'base64')
}

/**
 * A stand-in for Alipay's gateway: checks every call's RSA2 signature, exchanges these one-time codes, and signs what it
 * answers. `phoneOf` makes what `my.getPhoneNumber` gives a page. `secrets` are what the app was given.
 */
export async function fakeAlipay(codes: Record<string, string>) {
  const app = pair()
  const alipay = pair()
  const encryptKey = randomBytes(16)
  const left = new Map(Object.entries(codes))
  const signed = (text: string, key = alipay.privateKey) =>
    createSign('RSA-SHA256').update(text).sign(privatePem(key), 'base64')

  function answer(parameters: URLSearchParams): string {
    const wrap = (name: string, body: object) => {
      const text = JSON.stringify(body)
      return `{"${name}":${text},"sign":"${signed(text)}"}`
    }
    const refused = (sub_code: string) =>
      wrap('error_response', { code: '40002', msg: 'Invalid Arguments', sub_code, sub_msg: sub_code })
    if (!isSigned(parameters, app.publicKey)) return refused('isv.invalid-signature')
    const code = parameters.get('code') ?? ''
    const openId = left.get(code)
    left.delete(code)
    if (parameters.get('method') !== 'alipay.system.oauth.token' || openId === undefined)
      return refused('isv.code-invalid')
    return wrap('alipay_system_oauth_token_response', { access_token: 'token', open_id: openId, expires_in: 300 })
  }

  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => {
      body += bytes.toString()
    })
    request.on('end', () => {
      const parameters = new URLSearchParams(new URL(request.url ?? '', 'http://localhost').search)
      for (const [name, value] of new URLSearchParams(body)) parameters.append(name, value)
      response.end(answer(parameters))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  return {
    secrets: {
      appId: '2026112100000001',
      privateKey: app.privateKey.toString('base64'),
      publicKey: alipay.publicKey.toString('base64'),
      encryptKey: encryptKey.toString('base64'),
      gateway: `http://127.0.0.1:${(server.address() as AddressInfo).port}/gateway.do`,
    },
    phoneOf(mobile: string, signWith = alipay.privateKey): string {
      const cipher = createCipheriv('aes-128-cbc', encryptKey, Buffer.alloc(16))
      const text = JSON.stringify({ code: '10000', msg: 'Success', mobile })
      const response = cipher.update(text, 'utf8', 'base64') + cipher.final('base64')
      return JSON.stringify({
        response,
        sign: signed(`"${response}"`, signWith),
        sign_type: 'RSA2',
        encrypt_type: 'AES',
        charset: 'UTF-8',
      })
    },
    strangersKey: pair().privateKey,
    end: () => void server.close(),
  }
}
