import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = path.join(__dirname, '../..')

/** A port nobody listens on now. */
export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** `npm start` without its builds, as a process that a test may end in any way. */
export interface RunningServer {
  url: string
  process: ChildProcess
  /** What it has printed so far, errors included. */
  said(): string
  ended: Promise<number | null>
}

/** Starts the server in a process of its own; resolves when it answers, or when it has ended before. */
export async function startServer(port: number, env: Record<string, string>): Promise<RunningServer> {
  const given = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '/', PORT: String(port), ...env }
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--no-build'], {
    cwd: root,
    env: given,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      said += bytes.toString()
    })
  }
  const url = `http://127.0.0.1:${port}`
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const running = { url, process: child, said: () => said, ended }
  while (child.exitCode === null && child.signalCode === null && !(await isHealthy(url))) await wait(50)
  return running
}

/** Whether the server answers and its database too. */
export async function isHealthy(url: string): Promise<boolean> {
  return fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  )
}

/** Asks a procedure; throws when the network or the server is broken. */
export async function ask(url: string, name: string, input: object, options: { token?: string; key?: string } = {}) {
  const response = await fetch(`${url}/api/${name}`, {
    method: 'POST',
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(8000),
    headers: {
      'content-type': 'application/json',
      ...(options.token ? { authorization: `Bearer ${options.token}` } : {}),
      ...(options.key ? { 'idempotency-key': options.key } : {}),
    },
  })
  if (response.status === 500) throw new Error('BROKEN')
  return (await response.json()) as { value?: Record<string, unknown>; refusal?: string; fault?: string }
}

/** The postmaster's process number and its socket's folder, as PostgreSQL writes them down. */
export function postmasterOf(dataDir: string): { processId: number; socketDir: string } {
  const lines = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')
  return { processId: Number(lines[0]), socketDir: lines[4] ?? '' }
}
