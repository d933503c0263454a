import { tick } from '../tick'
import { openCloud } from './open-cloud'
import { readSettings, WrongSetting } from './settings'
import { wechatCaller } from './wechat-sdk'

let cloud: ReturnType<typeof openCloud>['cloud'] | undefined

function open() {
  const settings = readSettings(process.env)
  if (!settings.databaseUrl) throw new WrongSetting('环境变量 DATABASE_URL 须设为 PostgreSQL 的连接串。')
  const nobody = { alipaySubject: async () => undefined, verifiedPhone: async () => undefined }
  return openCloud(settings, { address: { connectionString: settings.databaseUrl }, accounts: nobody, connections: 2 })
    .cloud
}

/** Whether the platform's timer called: it alone sets these, while an event's fields are made by whoever calls. */
function isTimer(): boolean {
  const { source, subject } = wechatCaller()
  if (subject !== undefined) return false
  return source === 'wx_trigger' || (source === '' && process.env.TRIGGER_SRC === 'timer')
}

/** The timer's function `tick`: does what is due, once a minute. Anybody else is refused. */
export async function main(): Promise<{ ticked: boolean }> {
  if (!isTimer()) return { ticked: false }
  cloud ??= open()
  await tick(cloud)
  return { ticked: true }
}
