import { execFile } from 'node:child_process'
import path from 'node:path'
import type { TestCloud } from './start-cloud'

const root = path.join(__dirname, '../..')

/** Runs a script of `scripts/` on a test's database, as npm would. Gives what it printed and its exit code. */
export async function runScript(
  house: TestCloud,
  name: string,
  ...words: string[]
): Promise<{ code: number; printed: string; complained: string }> {
  const { host, user } = JSON.parse(process.env.TEST_DATABASE ?? '{}') as { host: string; user: string }
  const { rows } = await house.cloud.pool.query<{ name: string }>('SELECT current_database() AS name')
  const url = `postgres://${user}@localhost/${rows[0]?.name}?host=${encodeURIComponent(host)}`
  const env = { ...process.env, DATABASE_URL: url, PUBLIC_URL: 'https://guanjia.example.cn' }
  const tsx = path.join(root, 'node_modules/.bin/tsx')
  return new Promise((resolve) => {
    execFile(
      tsx,
      [path.join(root, 'scripts', `${name}.ts`), ...words],
      { env, cwd: root },
      (cause, printed, complained) => {
        resolve({ code: cause ? Number(cause.code ?? 1) : 0, printed, complained })
      },
    )
  })
}
