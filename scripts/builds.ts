import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '..')

/** Something that is built into `dist/` by the npm script `build:<name>`. */
interface Build {
  name: 'h5' | 'console' | 'functions'
  what: string
  /** Files and folders it is made of. */
  sources: readonly string[]
  /** What must lie there when it is built. */
  result: string
}

const everyBuild = ['contract', 'package.json', 'package-lock.json']
const builds: readonly Build[] = [
  {
    name: 'functions',
    what: '云端程序',
    sources: [
      ...everyBuild,
      'functions',
      'database',
      'scripts/build-functions.ts',
      'scripts/function-configs.ts',
      'scripts/leave-out.ts',
    ],
    result: 'dist/functions/web/index.js',
  },
  {
    name: 'console',
    what: '管理后台',
    sources: [...everyBuild, 'console', 'scripts/build-console.ts', 'scripts/direct-imports.ts'],
    result: 'dist/console/index.html',
  },
  {
    name: 'h5',
    what: '手机页面',
    sources: [...everyBuild, 'src', 'config', 'babel.config.js'],
    result: 'dist/h5/index.html',
  },
]

function filesIn(target: string): string[] {
  if (!existsSync(target)) return []
  if (statSync(target).isFile()) return [target]
  return readdirSync(target)
    .sort()
    .flatMap((name) => filesIn(path.join(target, name)))
}

/** Changes with every change of a source: names, sizes and times are enough and take some milliseconds. */
function stateOf({ sources }: Build): string {
  const hash = createHash('sha256')
  for (const file of sources.flatMap((source) => filesIn(path.join(root, source)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`)
  }
  for (const [name, text] of Object.entries(process.env))
    if (name.startsWith('TARO_APP_')) hash.update(`${name}=${text}\n`)
  return hash.digest('hex')
}

const stampOf = ({ name }: Build) => path.join(root, 'dist/.stamps', name)

/** Whether `npm run build:…` has been called by hand (or by the tests) after the last change of a source. */
function isNewerThanSources(build: Build, result: string): boolean {
  const builtAt = statSync(result).mtimeMs
  const stamp = stampOf(build)
  if (existsSync(stamp) && statSync(stamp).mtimeMs > builtAt) return false
  const sources = build.sources.flatMap((source) => filesIn(path.join(root, source)))
  return sources.every((file) => statSync(file).mtimeMs < builtAt)
}

function isFresh(build: Build): boolean {
  const result = path.join(root, build.result)
  const stamp = stampOf(build)
  if (!existsSync(result)) return false
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === stateOf(build)) return true
  return isNewerThanSources(build, result)
}

function run(build: Build, stop: AbortSignal): Promise<{ isBuilt: boolean; said: string }> {
  return new Promise((resolve) => {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    const child = spawn(npm, ['run', '--silent', `build:${build.name}`], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // a group of its own, so that all of it can be ended
      detached: true,
    })
    stop.addEventListener('abort', () => {
      if (child.pid && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    })
    const said: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => said.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => said.push(bytes))
    child.on('error', (cause) => resolve({ isBuilt: false, said: String(cause) }))
    child.on('exit', (code) => resolve({ isBuilt: code === 0, said: Buffer.concat(said).toString() }))
  })
}

/**
 * Builds what is missing or older than its sources, one after the other. `tell` hears of each beginning and end, and
 * every ten seconds in between; `stop` ends it. Gives the names of those that
 * could not be built; their output is told as well.
 */
export async function buildWhatIsMissing(tell: (sentence: string) => void, stop: AbortSignal): Promise<string[]> {
  const failed: string[] = []
  for (const build of builds.filter((each) => !isFresh(each))) {
    if (stop.aborted) break
    const state = stateOf(build)
    const startedAt = Date.now()
    const seconds = () => Math.round((Date.now() - startedAt) / 1000)
    tell(`正在构建${build.what}(只在第一次或改动之后)……`)
    const still = setInterval(() => tell(`  仍在构建${build.what},已 ${seconds()} 秒……`), 10_000)
    const { isBuilt, said } = await run(build, stop)
    clearInterval(still)
    if (stop.aborted) break
    if (isBuilt) {
      mkdirSync(path.dirname(stampOf(build)), { recursive: true })
      writeFileSync(stampOf(build), state)
      tell(`  ${build.what}已建好，用时 ${seconds()} 秒。`)
    } else {
      failed.push(build.what)
      tell(`  ${build.what}没有建成，它最后说:\n${said.trim().split('\n').slice(-30).join('\n')}`)
    }
  }
  return failed
}
