import { keepers } from '../api'
import { type Reply, serving } from '../serve'
import { openCloud } from './open-cloud'
import { readSettings, WrongSetting } from './settings'
import { wechatCaller, wechatCloudPhone } from './wechat-sdk'

/** What `wx.cloud.callFunction({ name: 'api', data })` sends. All of it is made by the caller and proves nothing. */
interface Event {
  procedure?: unknown
  input?: unknown
  key?: unknown
  token?: unknown
}

const text = (given: unknown) => (typeof given === 'string' && given !== '' ? given : undefined)

let serve: ReturnType<typeof serving> | undefined

/** Opened by the first call and kept for those that follow in the same instance; one call at a time needs few connections. */
function open(): ReturnType<typeof serving> {
  const settings = readSettings(process.env)
  if (!settings.databaseUrl) throw new WrongSetting('环境变量 DATABASE_URL 须设为 PostgreSQL 的连接串。')
  const accounts = {
    alipaySubject: async () => undefined,
    verifiedPhone: async (provider: string, code: string) =>
      provider === 'wechat' ? wechatCloudPhone(code) : undefined,
  }
  const { cloud } = openCloud(settings, {
    address: { connectionString: settings.databaseUrl },
    accounts,
    connections: 4,
  })
  return serving(cloud, keepers)
}

function bodyOf({ body, text: json }: Reply): unknown {
  return json === undefined ? body : JSON.parse(json)
}

/** The event function `api`: the same procedures with the same bodies as over HTTP. Who calls, WeChat alone says. */
export async function main(event: Event): Promise<unknown> {
  const { subject } = wechatCaller()
  serve ??= open()
  const { procedure, input, key, token } = event ?? {}
  const reply = await serve({
    name: text(procedure) ?? '',
    input: input ?? {},
    token: text(token),
    key: text(key),
    bytes: Buffer.byteLength(JSON.stringify(input ?? {})),
    wechatSubject: subject,
  })
  return bodyOf(reply)
}
