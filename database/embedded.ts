import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { Address } from './connect'
import { findPostgres } from './embedded-binaries'

/** A running embedded server. `stop` ends it unless it had been running before. */
export interface EmbeddedServer {
  address(database: string): Address
  dataDir: string
  processId: number
  stop(): Promise<void>
}

const superuser = 'postgres'
// PostgreSQL refuses to run as root; as root it is started as this user (nobody), as any other user simply as oneself.
const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined

/** Whether a process without our rights could reach a path: every folder above must let others through. */
function isReachable(target: string): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}

/** The wished folder, or one in /var/tmp that belongs to it when the unprivileged server could not reach it. */
function reachableDataDir(wished: string): string {
  const absolute = path.resolve(wished)
  if (!unprivileged || isReachable(path.dirname(absolute))) return absolute
  return path.join('/var/tmp', `guanjia-${createHash('sha256').update(absolute).digest('hex').slice(0, 12)}`)
}

/** Socket paths may have 107 bytes only, so the socket never lies in the data folder. */
function socketDirOf(dataDir: string): string {
  return path.join(tmpdir(), `guanjia-pg-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`)
}

function makeOwned(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (unprivileged) chownSync(folder, unprivileged.uid, unprivileged.gid)
}

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

/** The process number in `postmaster.pid` when that process lives, else undefined. */
function runningPostmaster(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const processId = Number(readFileSync(file, 'utf8').split('\n')[0])
  try {
    process.kill(processId, 0)
    return processId
  } catch {
    return undefined
  }
}

async function answers(address: Address, tries: number): Promise<boolean> {
  for (let i = 0; i < tries; i++) {
    const client = new Client(address)
    try {
      await client.connect()
      await client.end()
      return true
    } catch {
      await client.end().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return false
}

function waitForEnd(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

/**
 * Starts PostgreSQL in a data folder (made when it is new), or attaches to the one already running there.
 * It listens on a Unix socket only. `settings` are `name=value` of postgresql.conf.
 */
export async function startEmbedded(wishedDataDir: string, settings: readonly string[] = []): Promise<EmbeddedServer> {
  const binaries = findPostgres(createRequire(__filename), unprivileged, isReachable)
  const dataDir = path.join(reachableDataDir(wishedDataDir), 'postgres')
  const socketDir = socketDirOf(dataDir)
  const address = (database: string): Address => ({ host: socketDir, port: 5432, user: superuser, database })
  const attached = runningPostmaster(dataDir)
  if (attached !== undefined && (await answers(address('postgres'), 100))) {
    return { address, dataDir, processId: attached, stop: async () => {} }
  }
  makeOwned(socketDir)
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) {
    makeOwned(path.dirname(dataDir))
    rmSync(dataDir, { recursive: true, force: true })
    makeOwned(dataDir)
    await run(binaries.initdb, ['-D', dataDir, '-U', superuser, '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
  }
  const options = [`unix_socket_directories=${socketDir}`, 'listen_addresses=', 'max_connections=200', ...settings]
  const child = spawn(binaries.postgres, ['-D', dataDir, ...options.flatMap((o) => ['-c', o])], {
    ...unprivileged,
    stdio: 'ignore',
    cwd: '/',
    // a Ctrl-C in the terminal goes to us first; we stop it in order
    detached: true,
  })
  if (!(await answers(address('postgres'), 400))) {
    throw new Error(`the embedded PostgreSQL did not start in ${dataDir}`)
  }
  child.unref()
  return {
    address,
    dataDir,
    processId: child.pid ?? 0,
    async stop() {
      child.ref()
      child.kill('SIGINT')
      await waitForEnd(child)
    },
  }
}
