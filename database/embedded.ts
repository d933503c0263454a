import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Address } from './connect'
import { type Binaries, findPostgres } from './embedded-binaries'
import { isReachable, makePassable, makePrivate, postgresFolder, socketFolder, unprivileged } from './embedded-folders'
import { findPostmaster, isPostmaster, tailOf } from './embedded-process'

/** A running embedded PostgreSQL. */
export interface EmbeddedServer {
  /** How to reach a database of it; stays right when the server is started again. */
  address(database: string): Address
  dataDir: string
  processId(): number
  /** Whether it is ours to stop. Of several processes on one data folder the first one owns it, the others are guests. */
  isOwner(): boolean
  /** From now on it is started again whenever it ends by itself; `tell` hears about it. */
  keepAlive(tell: (sentence: string) => void): void
  /** Ends it when it is ours; a guest only leaves. */
  stop(): Promise<void>
}

const superuser = 'postgres'
// Whoever holds this advisory lock owns the server. The lock dies with its holder, however that one ends.
const ownerLock = 7_201_122
const patienceMs = 120_000

function run(file: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...unprivileged, stdio: ['ignore', 'ignore', 'pipe'], cwd: '/' })
    let said = ''
    child.stderr.on('data', (bytes: Buffer) => {
      said += bytes.toString()
    })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(file)}: ${said.trim()}`))))
  })
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

/**
 * Makes the data folder when there is none. It is filled aside and then renamed, so that an interrupted start leaves
 * no half one and of two starts at once one wins.
 */
async function initialize(binaries: Binaries, dataDir: string, isDurable: boolean): Promise<void> {
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return
  const folder = path.dirname(dataDir)
  makePassable(folder)
  for (const name of readdirSync(folder)) {
    const maker = /^postgres\.new-(\d+)-/.exec(name)?.[1]
    if (maker && !isAlive(Number(maker))) rmSync(path.join(folder, name), { recursive: true, force: true })
  }
  const aside = path.join(folder, `postgres.new-${process.pid}-${randomUUID().slice(0, 8)}`)
  makePrivate(aside)
  const sync = isDurable ? [] : ['--no-sync']
  await run(binaries.initdb, ['-D', aside, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--locale=C', ...sync])
  try {
    renameSync(aside, dataDir)
  } catch (cause) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) throw new Error(`${dataDir} holds something else`, { cause })
  }
}

interface Lease {
  client: Client
  isOwner: boolean
  processId: number
  socketDir: string
}

/** Connects to a running server and asks to own it; undefined while it cannot be talked to. */
async function takeLease(dataDir: string): Promise<Lease | undefined> {
  const found = findPostmaster(dataDir)
  if (!found?.socketDir) return undefined
  const client = new Client({
    host: found.socketDir,
    port: 5432,
    user: superuser,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ owner: boolean }>(`SELECT pg_try_advisory_lock(${ownerLock}) AS owner`)
    return { client, isOwner: rows[0]?.owner ?? false, ...found }
  } catch {
    await client.end().catch(() => {})
    return undefined
  }
}

function launch(binaries: Binaries, dataDir: string, logFile: string, settings: readonly string[]): ChildProcess {
  const socketDir = socketFolder(dataDir)
  makePrivate(socketDir)
  const options = [`unix_socket_directories=${socketDir}`, 'listen_addresses=', 'max_connections=200', ...settings]
  const isLong = existsSync(logFile) && statSync(logFile).size > 5_000_000
  const log = openSync(logFile, isLong ? 'w' : 'a')
  const child = spawn(binaries.postgres, ['-D', dataDir, ...options.flatMap((option) => ['-c', option])], {
    ...unprivileged,
    stdio: ['ignore', log, log],
    cwd: '/',
    // a Ctrl-C in the terminal goes to us first; we stop it in order
    detached: true,
  })
  closeSync(log)
  child.unref()
  return child
}

/** Attaches to the server of a data folder, or starts it; one that is just starting, recovering or ending is awaited. */
async function raise(binaries: Binaries, dataDir: string, settings: readonly string[]): Promise<Lease> {
  const logFile = path.join(path.dirname(dataDir), 'postgres.log')
  let child: ChildProcess | undefined
  for (const until = Date.now() + patienceMs; Date.now() < until; await wait(50)) {
    const lease = await takeLease(dataDir)
    if (lease) return lease
    if (findPostmaster(dataDir)) continue
    if (child && child.exitCode === null && child.signalCode === null) continue
    // backends of a killed server, or another start, may hold the folder for a moment; anything else will not pass
    const isPassing = /still in use|lock file/.test(tailOf(logFile).split('\n').slice(-4).join('\n'))
    if (child && !isPassing) break
    if (child) await wait(200)
    child = launch(binaries, dataDir, logFile, settings)
  }
  throw new Error(`内嵌的 PostgreSQL 没能在 ${dataDir} 启动。它的日志 ${logFile} 最后写着:\n${tailOf(logFile)}`)
}

async function end(dataDir: string, processId: number): Promise<void> {
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGQUIT']
  for (const signal of signals) {
    if (isPostmaster(processId, dataDir)) process.kill(processId, signal)
    for (let i = 0; i < 200 && isPostmaster(processId, dataDir); i++) await wait(20)
  }
}

/**
 * Starts PostgreSQL in a data folder (made when it is new), or attaches to the one already running there.
 * It listens on a Unix socket only. `settings` are `name=value` of postgresql.conf.
 */
export async function startEmbedded(wishedDataDir: string, settings: readonly string[] = []): Promise<EmbeddedServer> {
  const binaries = findPostgres(createRequire(__filename), unprivileged, isReachable)
  const dataDir = postgresFolder(wishedDataDir)
  await initialize(binaries, dataDir, !settings.includes('fsync=off'))
  let lease = await raise(binaries, dataDir, settings)
  let isStopping = false

  function watch(tell: (sentence: string) => void): void {
    lease.client.once('end', async () => {
      if (isStopping) return
      tell('数据库连接中断了,正在重新启动内嵌的 PostgreSQL……')
      try {
        lease = await raise(binaries, dataDir, settings)
        if (isStopping) return void lease.client.end().catch(() => {})
        tell('内嵌的 PostgreSQL 已恢复。')
        watch(tell)
      } catch (cause) {
        tell((cause as Error).message)
      }
    })
  }

  return {
    address: (database) => ({ host: lease.socketDir, port: 5432, user: superuser, database }),
    dataDir,
    processId: () => lease.processId,
    isOwner: () => lease.isOwner,
    keepAlive: watch,
    async stop() {
      isStopping = true
      await lease.client.end().catch(() => {})
      if (!lease.isOwner) return
      await end(dataDir, lease.processId)
      rmSync(lease.socketDir, { recursive: true, force: true })
    },
  }
}
