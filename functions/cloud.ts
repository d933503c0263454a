import type { Pool } from 'pg'
import type { Db } from '../database/connect'
import type { Documents } from './documents/documents'
import type { SessionCache } from './people/session-cache'
import type { Message } from './tell'

/** What differs between hosts: the platforms that vouch for accounts and phones, and where messages go. */
export interface Accounts {
  /** The Alipay account behind a one-time auth code, or undefined when Alipay does not vouch for it. */
  alipaySubject(authCode: string): Promise<string | undefined>
  /** The phone number that WeChat or Alipay has verified, digits only, or undefined. */
  verifiedPhone(provider: 'wechat' | 'alipay', phoneCode: string): Promise<string | undefined>
}

/** Carries messages out of the house to the account of a platform. */
export interface Messenger {
  /**
   * `sent`; `refused` when it can never arrive (no subscription left, a platform without messages); `later` when it is
   * worth trying again. Throwing counts as `later`.
   */
  send(provider: string, subject: string, message: Message): Promise<'sent' | 'refused' | 'later'>
}

/** Writes one line to the log; `cause` is whatever was thrown. */
export type Log = (line: { level: 'info' | 'error'; message: string; id?: string; cause?: unknown }) => void

/** Everything a running cloud has; made once at start. */
export interface Cloud {
  db: Db
  pool: Pool
  /** The present in epoch milliseconds; tests choose it. */
  clock: () => number
  accounts: Accounts
  /** Excel, PDF and pictures; absent where the bundle must stay small (the event function). */
  documents?: Documents
  sessions: SessionCache
  /** Absent where no platform takes messages: they stay in the outbox until they are too old. */
  messenger?: Messenger
  /** What answers of surveys are sealed with until they are settled; without one, the key in the database. */
  surveyKey?: Buffer
  isDemo: boolean
  /** What printed codes begin with, e.g. `https://guanjia.example.cn`; no slash at the end. */
  publicUrl: string
  log: Log
}
