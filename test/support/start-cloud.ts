import { randomUUID } from 'node:crypto'
import type { AnyProcedure, Fault, InputOf, Refused, ValueOf } from '../../contract/procedure'
import { type Address, connect } from '../../database/connect'
import { keepers } from '../../functions/api'
import type { Accounts, Cloud } from '../../functions/cloud'
import { nodeDocuments } from '../../functions/documents/node-documents'
import { sessionCache } from '../../functions/people/session-cache'
import { webApp } from '../../functions/platform/web'
import { createDatabase } from './database-server'

/** A procedure's answer as a client sees it; exactly one of the three is there. */
export type Answered<P extends AnyProcedure> = { status: number } & Partial<{ value: ValueOf<P> } & Refused & Fault>

/** What tests may set while the cloud runs. */
export interface TestCloud {
  cloud: Cloud
  /** Name of its database. */
  database: string
  /** Epoch ms; the clock stands still until it is set. */
  setNow(now: number): void
  /** Calls through the HTTP app, with a fresh idempotency key unless one is given. */
  call<P extends AnyProcedure>(
    procedure: P,
    input: InputOf<P>,
    options?: { token?: string; key?: string },
  ): Promise<Answered<P>>
  /** A raw request to the HTTP app. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Lines that were logged as errors; `end` fails the test when some are left unexpected. */
  errors: { message: string; id?: string; cause?: unknown }[]
  end(): Promise<void>
}

const nobody: Accounts = { alipaySubject: async () => undefined, verifiedPhone: async () => undefined }

/**
 * The whole cloud on a database of its own, called through its front door without a network. On the database of another
 * one it is what a second process is: it shares nothing else.
 */
export async function startCloud(
  options: { accounts?: Accounts; now?: number; isDemo?: boolean; database?: string } = {},
): Promise<TestCloud> {
  const server = JSON.parse(process.env.TEST_DATABASE ?? '{}') as Address & { database: string }
  const address = (database: string) => ({ ...server, database }) as Address
  const database = options.database ?? (await createDatabase(address))
  const { db, pool, close } = connect(address(database), 12)
  let now = options.now ?? Date.now()
  const errors: TestCloud['errors'] = []
  const cloud: Cloud = {
    db,
    pool,
    clock: () => now,
    accounts: options.accounts ?? nobody,
    documents: nodeDocuments(),
    sessions: sessionCache({ db, pool }),
    isDemo: options.isDemo ?? true,
    publicUrl: 'https://guanjia.example.cn',
    log: (line) => {
      if (line.level === 'error') errors.push(line)
    },
  }
  const app = webApp(cloud, keepers, { h5: '/nowhere/h5', console: '/nowhere/console' })
  return {
    cloud,
    database,
    setNow: (to) => {
      now = to
    },
    async call(procedure, input, { token, key } = {}) {
      const response = await app.request(`/api/${procedure.name}`, {
        method: 'POST',
        body: JSON.stringify(input),
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(procedure.writes ? { 'idempotency-key': key ?? randomUUID() } : {}),
        },
      })
      return { status: response.status, ...((await response.json()) as object) }
    },
    fetch: async (path, init) => app.request(path, init),
    errors,
    async end() {
      await close()
      if (errors.length > 0)
        throw new Error(`unexpected faults: ${JSON.stringify(errors.map((e) => String(e.cause ?? e.message)))}`)
    },
  }
}
