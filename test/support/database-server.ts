import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { Address } from '../../database/connect'
import { type EmbeddedServer, startEmbedded } from '../../database/embedded'
import { migrate } from '../../database/migrate'

export const template = 'guanjia_template'
const migrations = path.join(__dirname, '../../database/migrations')

/** A fresh PostgreSQL with a migrated template; durability is off because nothing outlives the tests. */
export async function startDatabaseServer(): Promise<{ server: EmbeddedServer; end(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'guanjia-test-'))
  const server = await startEmbedded(folder, ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'])
  const client = new Client(server.address('postgres'))
  await client.connect()
  await client.query(`CREATE DATABASE ${template}`)
  await client.end()
  const inTemplate = new Client(server.address(template))
  await inTemplate.connect()
  await migrate(inTemplate, migrations).finally(() => inTemplate.end())
  return {
    server,
    async end() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of one's own, copied from the migrated template in some 35 ms. */
export async function createDatabase(address: (database: string) => Address): Promise<string> {
  const name = `test_${process.pid}_${Math.random().toString(36).slice(2)}`
  const client = new Client(address('postgres'))
  await client.connect()
  try {
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`)
  } finally {
    await client.end()
  }
  return name
}
