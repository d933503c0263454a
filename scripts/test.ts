import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '..')

/** One step of `npm test`. Steps of one group run side by side, groups one after the other. */
interface Step {
  name: string
  command: readonly string[]
  env?: Record<string, string>
}

const bin = (program: string) => path.join(root, 'node_modules/.bin', program)
const npm = (script: string, env?: Step['env']): Step => ({
  name: script,
  command: ['npm', 'run', '--silent', script],
  env,
})
const jest = (name: string, config: string): Step => ({
  name,
  command: [bin('jest'), '--config', `config/${config}`, '--maxWorkers=2'],
  env: { NODE_ENV: 'test' },
})

// two cores: two builds at a time, and the browsers alone
const groups: readonly (readonly Step[])[] = [
  // with a message template, so that asking for it is tested too
  [npm('check'), npm('build:weapp', { TARO_APP_TEMPLATES: 'template' })],
  [npm('build:alipay'), npm('build:h5')],
  [npm('build:functions'), npm('build:console')],
  [jest('规则与云端（真实 PostgreSQL）', 'jest.node.cjs')],
  [jest('编译后的小程序', 'jest.simulator.cjs')],
  [jest('浏览器里的 H5 与管理后台', 'jest.browser.cjs')],
]

/** Counted from what jest prints, so that the last line tells the whole. */
const counts = { passed: 0, failed: 0, skipped: 0 }

function count(said: string): void {
  const line = /^Tests:.*$/m.exec(said)?.[0] ?? ''
  for (const kind of ['passed', 'failed', 'skipped'] as const) {
    counts[kind] += Number(new RegExp(`(\\d+) ${kind}`).exec(line)?.[1] ?? 0)
  }
}

function run({ name, command, env }: Step): Promise<boolean> {
  const startedAt = Date.now()
  const [program = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', ...env },
    })
    let said = ''
    const take = (bytes: Buffer) => {
      said += bytes.toString()
    }
    child.stdout.on('data', take)
    child.stderr.on('data', take)
    child.on('error', (cause) => take(Buffer.from(String(cause))))
    child.on('close', (code) => {
      count(said)
      const seconds = Math.round((Date.now() - startedAt) / 1000)
      console.log(`${code === 0 ? '✓' : '✗'} ${name}(${seconds} 秒)`)
      if (code !== 0 || program.endsWith('jest')) console.log(said.trim())
      resolve(code === 0)
    })
  })
}

/** `npm test`: every check, every build with its limits, every test. Stops after the first group that fails. */
async function main(): Promise<void> {
  if (!existsSync(path.join(root, 'node_modules'))) throw new Error('node_modules is missing: run npm install')
  for (const group of groups) {
    const results = await Promise.all(group.map(run))
    if (results.includes(false)) {
      process.exitCode = 1
      break
    }
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
}

main().catch((cause) => {
  console.error(cause)
  process.exitCode = 1
})
