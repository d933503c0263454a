import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One field of a protobuf message with a length: its tag, the length as a varint, the bytes. */
function field(number: number, bytes: Buffer): Buffer {
  const length: number[] = []
  for (let rest = bytes.length; ; rest >>= 7) {
    if (rest < 128) {
      length.push(rest)
      break
    }
    length.push((rest & 127) | 128)
  }
  return Buffer.concat([Buffer.from([(number << 3) | 2, ...length]), bytes])
}

/** What WeChat's cloud answers to an open API call: the JSON and its content type, as protobuf. */
const answered = (json: object) =>
  Buffer.concat([field(1, Buffer.from(JSON.stringify(json))), field(2, Buffer.from('application/json'))])

/** A stand-in for the open API that WeChat's server SDK asks; it knows these phone codes and counts each only once. */
export async function fakeWechatCloud(
  phones: Record<string, string>,
): Promise<{ url: string; asked: string[]; end(): void }> {
  const left = new Map(Object.entries(phones))
  const asked: string[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (bytes: Buffer) => chunks.push(bytes))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1')
      const api = /name="apiName"\r\n\r\n([^\r]*)/.exec(body)?.[1] ?? ''
      asked.push(api)
      const code = /"(code-[a-z0-9]+)"/.exec(body)?.[1] ?? ''
      const phone = left.get(code)
      left.delete(code)
      const isKnown = api === 'phonenumber.getPhoneNumber' && phone !== undefined
      response.setHeader('content-type', 'application/octet-stream')
      response.end(
        answered(
          isKnown
            ? { errcode: 0, phone_info: { phoneNumber: phone, purePhoneNumber: phone, countryCode: '86' } }
            : { errcode: 40029, errmsg: 'invalid code' },
        ),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, end: () => void server.close() }
}
