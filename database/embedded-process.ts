import { execFileSync } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** A PostgreSQL that runs in a data folder, as its `postmaster.pid` tells. */
export interface Postmaster {
  processId: number
  socketDir: string
}

/** The command line of a living process; empty for none, and for one that has ended and was not collected yet. */
function commandOf(processId: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${processId}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(processId)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** Whether that process is a PostgreSQL of this data folder; its number may have passed to a stranger. */
export function isPostmaster(processId: number, dataDir: string): boolean {
  const command = commandOf(processId)
  return command.includes('postgres') && command.includes(dataDir)
}

/**
 * Who serves a data folder now. What an ended server left behind is removed when its process number belongs to
 * somebody else by now: PostgreSQL would believe itself to be running already. Its own guard against backends that
 * outlived their postmaster (shared memory found by the folder's inode) needs no file.
 */
export function findPostmaster(dataDir: string): Postmaster | undefined {
  const file = path.join(dataDir, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const processId = Number(lines[0])
  // written in two steps: without the socket's folder it is only just starting
  const socketDir = lines[4] ?? ''
  if (Number.isInteger(processId) && processId > 0 && isPostmaster(processId, dataDir)) return { processId, socketDir }
  if (Number.isInteger(processId) && processId > 0 && commandOf(processId) !== '') {
    rmSync(file, { force: true })
    if (socketDir) for (const end of ['', '.lock']) rmSync(path.join(socketDir, `.s.PGSQL.5432${end}`), { force: true })
  }
  return undefined
}

/** The last lines of a log, at most 2 KB. */
export function tailOf(file: string): string {
  if (!existsSync(file)) return ''
  const { size } = statSync(file)
  const bytes = Buffer.alloc(Math.min(size, 2048))
  const from = openSync(file, 'r')
  readSync(from, bytes, 0, bytes.length, size - bytes.length)
  closeSync(from)
  return bytes.toString('utf8').trim()
}
