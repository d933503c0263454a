import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { type Address, connect } from '../../database/connect'
import type { Accounts, Cloud } from '../cloud'
import type { Documents } from '../documents/documents'
import { sessionCache } from '../people/session-cache'
import { logLines } from './log-lines'
import type { Settings } from './settings'

/** What a host brings besides the settings. */
export interface HostParts {
  address: Address
  accounts: Accounts
  documents?: Documents
  /** Most connections to the database at once. */
  connections?: number
}

/** A cloud of this host, and how to close its connections. Nothing is asked of the database yet. */
export function openCloud(
  settings: Pick<Settings, 'isDemo' | 'publicUrl' | 'surveyKey'>,
  parts: HostParts,
): { cloud: Cloud; close(): Promise<void> } {
  const { db, pool, close } = connect(parts.address, parts.connections)
  const cloud: Cloud = {
    db,
    pool,
    clock: Date.now,
    accounts: parts.accounts,
    documents: parts.documents,
    sessions: sessionCache({ db, pool }),
    isDemo: settings.isDemo,
    publicUrl: settings.publicUrl,
    surveyKey: settings.surveyKey,
    log: logLines(),
  }
  return { cloud, close }
}

/** Wrong name, password or database: waiting would not help. */
const lasting = new Set(['28P01', '28000', '3D000', 'ENOTFOUND'])

/** Waits until the database answers, at most a minute; `tell` hears once that it does not yet. */
export async function waitForDatabase(address: Address, tell: (sentence: string) => void): Promise<void> {
  let isTold = false
  for (const until = Date.now() + 60_000; ; await wait(500)) {
    const client = new Client({ ...address, connectionTimeoutMillis: 5000 })
    try {
      await client.connect()
      return await client.end()
    } catch (cause) {
      await client.end().catch(() => {})
      if (Date.now() > until || lasting.has((cause as { code?: string }).code ?? '')) throw cause
      if (!isTold) tell('数据库还没有应答，正在等它……')
      isTold = true
    }
  }
}
