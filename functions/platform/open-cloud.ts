import { setTimeout as wait } from 'node:timers/promises'
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
  settings: Pick<Settings, 'isDemo' | 'publicUrl'>,
  parts: HostParts,
): { cloud: Cloud; close(): Promise<void> } {
  const { db, pool, close } = connect(parts.address, parts.connections)
  const cloud: Cloud = {
    db,
    pool,
    clock: Date.now,
    accounts: parts.accounts,
    documents: parts.documents,
    sessions: sessionCache(db),
    isDemo: settings.isDemo,
    publicUrl: settings.publicUrl,
    log: logLines(),
  }
  return { cloud, close }
}

/** Waits until the database answers, at most so long; `tell` hears once that it does not yet. */
export async function waitForDatabase(
  cloud: Cloud,
  patienceMs: number,
  tell: (sentence: string) => void,
): Promise<void> {
  let isTold = false
  for (const until = Date.now() + patienceMs; ; await wait(500)) {
    try {
      await cloud.pool.query('SELECT 1')
      return
    } catch (cause) {
      if (Date.now() > until) throw cause
      if (!isTold) tell('数据库还没有应答,正在等它……')
      isTold = true
    }
  }
}
