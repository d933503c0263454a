import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** PostgreSQL refuses to run as root; as root it runs as this user (nobody), as any other user simply as oneself. */
export const unprivileged = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined

const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

function letsThrough(folder: string): boolean {
  if (!existsSync(folder)) return true
  const { mode, uid } = statSync(folder)
  return (mode & 0o001) !== 0 || uid === unprivileged?.uid
}

/** Whether the user PostgreSQL runs as can reach a path: every folder on the way must let it through. */
export function isReachable(target: string): boolean {
  for (let at = path.resolve(target); ; at = path.dirname(at)) {
    if (!letsThrough(at)) return false
    if (at === path.dirname(at)) return true
  }
}

/**
 * Where PostgreSQL keeps its data for a wished folder: in it, or in a folder of /var/tmp named after it when the
 * unprivileged user could not get there (a clone below /root, say).
 */
export function postgresFolder(wished: string): string {
  const absolute = path.resolve(wished)
  const isFine = !unprivileged || isReachable(path.dirname(absolute))
  return path.join(isFine ? absolute : path.join('/var/tmp', `guanjia-${shortHash(absolute)}`), 'postgres')
}

/**
 * Where the socket lies: socket paths may have 107 bytes only, so never in the data folder; and never where TMPDIR
 * says, which differs between the sessions that must find it again.
 */
export function socketFolder(dataDir: string): string {
  return path.join('/tmp', `guanjia-pg-${shortHash(dataDir)}`)
}

/** Makes a folder that others may pass through, without seeing what is in it when it was private before. */
export function makePassable(folder: string): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o755)
  }
  if (unprivileged && !letsThrough(folder)) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011)
}

/** Makes a folder that only PostgreSQL's user may look into. Fails when somebody else already owns it. */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (unprivileged) chownSync(folder, unprivileged.uid, unprivileged.gid)
  chmodSync(folder, 0o700)
}
