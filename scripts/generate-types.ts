import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { startEmbedded } from '../database/embedded'
import { migrate } from '../database/migrate'

/** Writes `database/types.ts` from a freshly migrated schema. */
async function main(): Promise<void> {
  const root = path.join(__dirname, '..')
  const folder = mkdtempSync(path.join(tmpdir(), 'guanjia-types-'))
  const server = await startEmbedded(folder)
  try {
    const client = new Client(server.address('postgres'))
    await client.connect()
    await migrate(client, path.join(root, 'database/migrations')).finally(() => client.end())
    const address = server.address('postgres')
    const url = 'host' in address ? `postgres://${address.user}@localhost/${address.database}?host=${address.host}` : ''
    execFileSync(
      path.join(root, 'node_modules/.bin/kysely-codegen'),
      [
        '--dialect',
        'postgres',
        '--camel-case',
        '--date-parser',
        'string',
        '--url',
        url,
        '--out-file',
        path.join(root, 'database/types.ts'),
      ],
      { stdio: 'inherit', cwd: root },
    )
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

main().catch((cause) => {
  console.error(cause)
  process.exitCode = 1
})
