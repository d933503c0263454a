import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'

/** One step of the schema, named `0001_people.sql`; steps only go forward. */
interface Migration {
  number: string
  name: string
  sql: string
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => ({
      number: name.slice(0, 4),
      name,
      sql: await readFile(path.join(folder, name), 'utf8'),
    })),
  )
}

/**
 * Brings the schema up to date, each step in a transaction of its own; several processes may call at once.
 * Gives the names of the steps taken. A step that fails leaves the schema at the step before it.
 */
export async function migrate(client: Client, folder: string): Promise<string[]> {
  await client.query(`CREATE TABLE IF NOT EXISTS migration (
    number text PRIMARY KEY, name text NOT NULL, migrated_at timestamptz NOT NULL DEFAULT now())`)
  const taken: string[] = []
  for (const step of await readMigrations(folder)) {
    await client.query('BEGIN')
    try {
      await client.query('LOCK TABLE migration')
      const done = await client.query('SELECT FROM migration WHERE number = $1', [step.number])
      if (done.rowCount === 0) {
        await client.query(step.sql)
        await client.query('INSERT INTO migration (number, name) VALUES ($1, $2)', [step.number, step.name])
        taken.push(step.name)
      }
      await client.query('COMMIT')
    } catch (cause) {
      await client.query('ROLLBACK')
      throw new Error(`migration ${step.name} failed`, { cause })
    }
  }
  return taken
}
