// Brings node_modules in line with the lock file: plain Node, because nothing else is there before it.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const inRoot = (name) => path.join(root, name)
const stamp = inRoot('node_modules/.installed')
const hash = createHash('sha256')
for (const name of ['package-lock.json', '.npmrc'])
  if (existsSync(inRoot(name))) hash.update(readFileSync(inRoot(name)))
const wanted = `${hash.digest('hex')} ${process.platform} ${process.arch} ${process.versions.modules}`

/** Whether what npm says it installed is what the lock asks for; packages of other platforms are not there. */
function isAsLocked() {
  try {
    const locked = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages
    const installed = JSON.parse(readFileSync(inRoot('node_modules/.package-lock.json'), 'utf8')).packages
    return Object.entries(locked).every(
      ([name, { version, optional, devOptional, peer }]) =>
        name === '' || optional || devOptional || peer || installed[name]?.version === version,
    )
  } catch {
    return false
  }
}

const isStamped = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
if (!isStamped) {
  if (!isAsLocked()) await install()
  writeFileSync(stamp, wanted)
}

async function install() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) {
    console.error(`管家需要 Node 20 或更新的版本，这里是 ${process.versions.node}。`)
    process.exit(1)
  }
  const startedAt = Date.now()
  const seconds = () => Math.round((Date.now() - startedAt) / 1000)
  console.log('正在安装依赖（只在第一次或依赖变化之后，约需一两分钟）……')
  const still = setInterval(() => console.log(`  仍在安装依赖，已 ${seconds()} 秒……`), 10_000)
  const code = await new Promise((resolve) => {
    const isWindows = process.platform === 'win32'
    const npm = spawn('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
      cwd: root,
      stdio: 'inherit',
      shell: isWindows,
    })
    npm.on('exit', resolve)
    npm.on('error', () => resolve(1))
  })
  clearInterval(still)
  if (code !== 0) {
    console.error('依赖没有装成，原因见上。请确认能访问 npm 源，然后再试一次。')
    process.exit(1)
  }
  console.log(`  依赖已装好，用时 ${seconds()} 秒。`)
}
