import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.join(__dirname, '..')

/** One machine check: what it is for, and the program that does it. */
interface Check {
  name: string
  command: readonly string[]
}

const checks: readonly Check[] = [
  { name: '类型：云端', command: ['tsc', '-p', 'config/tsconfig.cloud.json'] },
  { name: '类型：小程序', command: ['tsc', '-p', 'config/tsconfig.client.json'] },
  { name: '类型：管理后台', command: ['tsc', '-p', 'config/tsconfig.console.json'] },
  { name: '类型：测试', command: ['tsc', '-p', 'config/tsconfig.test.json'] },
  {
    name: '谁可以引用谁',
    command: [
      'depcruise',
      '--config',
      'config/dependency-rules.cjs',
      'contract',
      'src',
      'console',
      'functions',
      'database',
    ],
  },
  { name: '格式与写法', command: ['biome', 'check', '.'] },
  { name: '没有多余的文件、导出和依赖', command: ['knip', '--config', 'config/knip.json', '--no-config-hints'] },
]

function run({ command }: Check): Promise<{ isGood: boolean; said: string }> {
  const [program = '', ...args] = command
  return new Promise((resolve) => {
    const child = spawn(path.join(root, 'node_modules/.bin', program), args, { cwd: root })
    let said = ''
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.on('error', (cause) => resolve({ isGood: false, said: String(cause) }))
    child.on('exit', (code) => resolve({ isGood: code === 0, said }))
  })
}

/** `npm run check`: every check, two at a time; prints what each found wrong. */
async function main(): Promise<void> {
  const waiting = [...checks]
  let failed = 0
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const { isGood, said } = await run(check)
      console.log(`${isGood ? '✓' : '✗'} ${check.name}`)
      if (!isGood) {
        failed++
        console.log(said.trim())
      }
    }
  }
  await Promise.all([worker(), worker()])
  if (failed > 0) {
    console.error(`${failed} 项检查未通过。`)
    process.exitCode = 1
  }
}

void main()
