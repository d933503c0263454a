import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Address } from '../database/connect'
import { type EmbeddedServer, startEmbedded } from '../database/embedded'
import { migrate } from '../database/migrate'
import { waitForDatabase } from '../functions/platform/open-cloud'
import type { HostFolders, selfHost as SelfHost } from '../functions/platform/self-hosted'
import { readSettings, type Settings, WrongSetting } from '../functions/platform/settings'
import { startTrouble } from '../functions/platform/start-trouble'
import type { WebHost } from '../functions/platform/web-host'
import { buildWhatIsMissing } from './builds'
import { seedWhenEmpty } from './seed'

const root = path.join(__dirname, '..')
const folders: HostFolders = {
  h5: path.join(root, 'dist/h5'),
  console: path.join(root, 'dist/console'),
  migrations: path.join(root, 'database/migrations'),
}
const database = 'guanjia'

function tell(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

/** Fails with EADDRINUSE before anything else is begun. */
function mustBeFree({ port, host }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** The embedded PostgreSQL as its owner, with the database made. */
async function openEmbedded({ dataDir }: Settings): Promise<EmbeddedServer> {
  tell('正在启动内嵌的 PostgreSQL……')
  let server = await startEmbedded(path.resolve(root, dataDir))
  // who was killed just now, or is a short command, lets go within a moment
  for (let tries = 0; !server.isOwner() && tries < 10; tries++) {
    await server.stop()
    await wait(300)
    server = await startEmbedded(path.resolve(root, dataDir))
  }
  if (!server.isOwner()) {
    await server.stop()
    throw new WrongSetting(`数据目录 ${server.dataDir} 正被另一个管家使用。请先停下它，或用 DATA_DIR 换一个目录。`)
  }
  try {
    const client = new Client(server.address('postgres'))
    await client.connect()
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`)
    await client.end()
  } catch (cause) {
    await server.stop()
    throw cause
  }
  server.keepAlive(tell)
  return server
}

/** Schema and, for the demo, its contents. */
async function prepare(address: Address, isDemo: boolean): Promise<void> {
  await waitForDatabase(address, tell)
  const client = new Client(address)
  await client.connect()
  try {
    const steps = await migrate(client, folders.migrations)
    if (steps.length > 0) tell(`数据库结构已更新：${steps.join('、')}`)
  } finally {
    await client.end()
  }
  if (isDemo) await seedWhenEmpty(address, tell)
}

function tellWhere(settings: Settings, port: number, dataDir: string | undefined): void {
  const at = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`
  tell('')
  tell('管家已就绪')
  tell(`  手机页面（H5）  ${at}/`)
  tell(`  管理后台       ${at}/console/`)
  tell(`  接口清单       ${at}/api    健康 ${at}/health    指标 ${at}/metrics`)
  if (settings.isDemo)
    tell('  演示身份       在登录页选择“演示身份”:职工、调度、维修工、食堂、车队、管理员等，无需密码')
  tell(`  数据           ${dataDir ?? '由 DATABASE_URL 指定的数据库'}`)
  tell('  按 Ctrl-C 停止全部。')
}

/** The server as it is deployed, or, when nothing is to be built, straight from its sources. */
async function loadHost(isBuilt: boolean): Promise<typeof SelfHost> {
  const loaded = isBuilt
    ? require(path.join(root, 'dist/functions/web'))
    : await import('../functions/platform/self-hosted')
  return (loaded as { selfHost: typeof SelfHost }).selfHost
}

async function main(): Promise<void> {
  const startedAt = Date.now()
  const settings = readSettings(process.env)
  await mustBeFree(settings)
  let opening: Promise<EmbeddedServer> | undefined
  let host: WebHost | undefined
  let isStopping = false
  const stopBuilding = new AbortController()

  async function stop(code: number): Promise<void> {
    if (isStopping) return
    isStopping = true
    stopBuilding.abort()
    await host?.close().catch((cause) => tell(startTrouble(cause)))
    // one that is only just starting is waited for, else it would be left behind
    await opening?.then((embedded) => embedded.stop()).catch((cause) => code === 0 && tell(startTrouble(cause)))
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      tell('\n正在停止……')
      void stop(0)
    })
  }

  // npm passes signals on, but cannot when it is killed outright; the server then ends with it
  const parent = process.ppid
  setInterval(
    () => process.env.npm_lifecycle_event === 'start' && process.ppid !== parent && void stop(0),
    1000,
  ).unref()

  try {
    const isBuilding = !process.argv.includes('--no-build')
    const building = isBuilding ? buildWhatIsMissing(tell, stopBuilding.signal) : Promise.resolve([])
    if (!settings.databaseUrl) opening = openEmbedded(settings)
    const embedded = await opening
    const address = embedded ? embedded.address(database) : { connectionString: settings.databaseUrl ?? '' }
    await prepare(address, settings.isDemo)
    const failed = await building
    if (isStopping) return
    const selfHost = await loadHost(isBuilding && !failed.includes('云端程序'))
    host = await selfHost(settings, address, folders)
    tellWhere(settings, host.port, embedded?.dataDir)
    if (failed.length > 0) tell(`  注意：${failed.join('、')}没有建成，其余照常。`)
    tell(`  用时 ${((Date.now() - startedAt) / 1000).toFixed(1)} 秒。`)
  } catch (cause) {
    process.stderr.write(`${startTrouble(cause)}\n`)
    await stop(1)
  }
}

main().catch((cause: unknown) => {
  process.stderr.write(`${startTrouble(cause)}\n`)
  process.exit(1)
})
