import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { BenchServer } from './server'

/** Whether this machine has pgbench. */
export function hasPgbench(): boolean {
  try {
    execFileSync('pgbench', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Runs a script by pgbench with prepared statements for so many seconds; `:n` begins at 0 for each client. */
export function runPgbench(
  { socket }: Pick<BenchServer, 'socket'>,
  { clients, seconds }: { clients: number; seconds: number },
  text: string,
): void {
  const script = path.join(mkdtempSync(path.join(tmpdir(), 'guanjia-pgbench-')), 'insert.sql')
  writeFileSync(script, text)
  const load = `-n -M prepared -c ${clients} -j 2 -T ${seconds} -D n=0`.split(' ')
  const server = ['-h', socket.host, '-p', String(socket.port), '-U', socket.user, socket.database]
  execFileSync('pgbench', [...load, '-f', script, ...server], { stdio: ['ignore', 'ignore', 'inherit'] })
}
