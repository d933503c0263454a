import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import type { Address } from '../database/connect'
import { startEmbedded } from '../database/embedded'

const root = path.join(__dirname, '..')

/** What a benchmark runs against: PostgreSQL with its usual durability, and the built server as a process of its own. */
export interface BenchServer {
  client: Client
  socket: { host: string; port: number; user: string; database: string }
  httpPort: number
  /** Of the built server. */
  processId: number
  end(): Promise<void>
}

function urlOf(socket: BenchServer['socket']): string {
  return `postgres://${socket.user}@localhost:${socket.port}/${socket.database}?host=${encodeURIComponent(socket.host)}`
}

async function waitFor(port: () => number | undefined): Promise<number> {
  for (let i = 0; i < 600; i++) {
    const found = port()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the server did not start')
}

/** Starts both; the server is the bundle that is deployed, built first when it is missing. */
export async function startBenchServer(): Promise<BenchServer> {
  const bundle = path.join(root, 'dist/functions/web/index.js')
  if (!existsSync(bundle)) execFileSync('npm', ['run', 'build:functions'], { cwd: root, stdio: 'inherit' })
  const folder = mkdtempSync(path.join(tmpdir(), 'guanjia-bench-'))
  const postgres = await startEmbedded(folder, ['shared_buffers=512MB', 'max_wal_size=4GB'])
  const admin = new Client(postgres.address('postgres'))
  await admin.connect()
  await admin.query('CREATE DATABASE bench')
  await admin.end()
  const socket = postgres.address('bench') as Exclude<Address, { connectionString: string }>

  let httpPort: number | undefined
  const server: ChildProcess = spawn(
    process.execPath,
    [...(process.env.BENCH_NODE_OPTIONS?.split(' ') ?? []), bundle],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: urlOf(socket),
        PORT: '0',
        DEMO: '0',
        HOST: '127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  server.stdout?.on('data', (bytes: Buffer) => {
    const match = /127\.0\.0\.1:(\d+)/.exec(bytes.toString())
    if (match) httpPort = Number(match[1])
  })
  const port = await waitFor(() => httpPort)
  const client = new Client(socket)
  await client.connect()
  return {
    client,
    socket,
    httpPort: port,
    processId: server.pid ?? 0,
    async end() {
      await client.end()
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      await postgres.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The machine and the versions that figures belong to. */
export async function describeMachine(client: Client): Promise<string> {
  const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version') AS version")
  const memory = Math.round(totalmem() / 2 ** 30)
  const [first] = cpus()
  return `${cpus().length} × ${first?.model ?? 'cpu'}, ${memory} GB · Node ${process.version} · PostgreSQL ${rows[0]?.version ?? '?'}`
}

/** What else the machine has to do: figures taken under load say little. */
export function loadNow(): string {
  return `load ${loadavg()[0]?.toFixed(1)}`
}
