import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import { Pool, types } from 'pg'
import type { DB } from './types'

// Counts and sizes fit into a double; days stay the text they are, so that no zone can move them.
types.setTypeParser(types.builtins.INT8, Number)
types.setTypeParser(types.builtins.DATE, (day) => day)

export type Db = Kysely<DB>

/** The database as the cloud uses it: Kysely for most statements, the pool for named prepared ones. */
export interface Database {
  db: Db
  pool: Pool
  close(): Promise<void>
}

/** Where PostgreSQL answers: a connection string, or the folder of a Unix socket. */
export type Address = { connectionString: string } | { host: string; port: number; user: string; database: string }

/** Opens a pool of at most `max` connections. Statements that take longer than 20 s are cut off. */
export function connect(address: Address, max = 10): Database {
  const pool = new Pool({
    ...address,
    max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 20_000,
    application_name: 'guanjia',
  })
  // A broken connection fails the statements on it and is replaced by the pool. Without listeners it would end the
  // process: the pool listens to idle connections only, so each one gets a listener of its own for when it is in use.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db: Db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool, close: () => db.destroy() }
}
