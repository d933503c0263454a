import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Address } from '../../database/connect'
import { migrate } from '../../database/migrate'
import { nodeDocuments } from '../documents/node-documents'
import { nodeAccounts } from './accounts'
import { openCloud, waitForDatabase } from './open-cloud'
import { readSettings, type Settings, WrongSetting } from './settings'
import { startTrouble } from './start-trouble'
import type { WebFolders } from './web'
import { hostWeb, type WebHost } from './web-host'

/** Where the parts of the product lie that are no code. */
export interface HostFolders extends WebFolders {
  migrations: string
}

// the build puts these beside the bundle
const beside: HostFolders = {
  h5: path.join(__dirname, 'public/h5'),
  console: path.join(__dirname, 'public/console'),
  migrations: path.join(__dirname, 'migrations'),
}

/** Brings the schema up to date, then serves everything over HTTP; waits up to a minute for the database. */
export async function selfHost(settings: Settings, address: Address, folders: HostFolders = beside): Promise<WebHost> {
  const { cloud, close } = openCloud(settings, {
    address,
    accounts: nodeAccounts(settings.secrets),
    documents: nodeDocuments(),
    connections: 20,
  })
  try {
    await waitForDatabase(address, (sentence) => cloud.log({ level: 'info', message: sentence }))
    const client = new Client(address)
    await client.connect()
    await migrate(client, folders.migrations).finally(() => client.end())
    const host = await hostWeb(cloud, settings, folders)
    return {
      port: host.port,
      async close() {
        await host.close()
        // a statement that still runs is cut off with its connection; nothing waits for its answer any more
        await Promise.race([close(), wait(500)])
      },
    }
  } catch (cause) {
    await close()
    throw cause
  }
}

async function main(): Promise<void> {
  const settings = readSettings(process.env)
  if (!settings.databaseUrl)
    throw new WrongSetting('环境变量 DATABASE_URL 须设为 PostgreSQL 的连接串；没有数据库时请用 npm start。')
  const host = await selfHost(settings, { connectionString: settings.databaseUrl })
  process.stdout.write(`管家已在 http://${settings.host}:${host.port} 提供服务。\n`)
  let isStopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) return
      isStopping = true
      host.close().finally(() => process.exit(0))
    })
  }
}

// the bundle is started by node or loaded by the launcher
if (require.main === module) {
  main().catch((cause: unknown) => {
    process.stderr.write(`${startTrouble(cause)}\n`)
    process.exit(1)
  })
}
