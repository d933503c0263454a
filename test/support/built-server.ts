import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'
import type { Address } from '../../database/connect'
import { readSettings } from '../../functions/platform/settings'
import { seedWhenEmpty } from '../../scripts/seed'
import { startDatabaseServer, template } from './database-server'
import { freePort } from './running-server'

const root = path.join(__dirname, '../..')
const needed = [
  { file: 'dist/functions/web/index.js', script: 'build:functions' },
  { file: 'dist/console/index.html', script: 'build:console' },
  { file: 'dist/h5/index.html', script: 'build:h5' },
]
const database = 'browser'

/** The server as it is deployed, with the demo in a database of its own. */
export interface BuiltServer {
  url: string
  address: Address
  end(): Promise<void>
}

function mustBeBuilt(): void {
  const missing = needed.filter(({ file }) => !existsSync(path.join(root, file)))
  if (missing.length === 0) return
  const files = missing.map(({ file }) => file).join(', ')
  throw new Error(
    `Not built yet: ${files}. Run ${missing.map(({ script }) => `npm run ${script}`).join(' && ')} first.`,
  )
}

/** The bundle in a process of its own, so that a busy test cannot slow it; tells its port when it listens. */
async function spawnBundle(settings: object, address: Address): Promise<ChildProcess> {
  const folders = {
    h5: path.join(root, 'dist/h5'),
    console: path.join(root, 'dist/console'),
    migrations: path.join(root, 'database/migrations'),
  }
  const start = `
    const [settings, address, folders] = JSON.parse(process.argv[1])
    require('./dist/functions/web').selfHost(settings, address, folders).then(() => process.send('listening'))`
  const child = spawn(process.execPath, ['-e', start, JSON.stringify([settings, address, folders])], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.on('data', (bytes: Buffer) => {
    said = (said + bytes).slice(-20_000)
    // what goes well is logged too, and would only hide what does not
    for (const line of String(bytes).split('\n'))
      if (line.includes('"level":"error"')) process.stderr.write(`${line}\n`)
  })
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', (code) => reject(new Error(`the built server ended with ${code}: ${said}`)))
  })
  return child
}

/** Starts PostgreSQL in a temporary folder, seeds the demo, serves `dist/`. Throws a sentence when a build is missing. */
export async function startBuiltServer(): Promise<BuiltServer> {
  mustBeBuilt()
  const postgres = await startDatabaseServer()
  try {
    const client = new Client(postgres.server.address('postgres'))
    await client.connect()
    await client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`)
    await client.end()
    const address = postgres.server.address(database)
    await seedWhenEmpty(address, () => {})
    const port = await freePort()
    const settings = readSettings({ PORT: String(port), DEMO: '1' })
    const child = await spawnBundle(settings, address)
    return {
      url: settings.publicUrl,
      address,
      async end() {
        const ended = new Promise((resolve) => child.once('exit', resolve))
        child.kill('SIGTERM')
        await ended
        await postgres.end()
      },
    }
  } catch (cause) {
    await postgres.end()
    throw cause
  }
}
