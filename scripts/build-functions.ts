import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { cloudbaserc, type FunctionName, functionConfigs } from './function-configs'
import { leaveOut } from './leave-out'

const root = path.join(__dirname, '..')

const entries: Record<FunctionName, string> = {
  api: 'functions/platform/api-function.ts',
  tick: 'functions/platform/tick-function.ts',
  web: 'functions/platform/self-hosted.ts',
}
/** Native, or loaded by path: they stay packages. */
const external = ['sharp', 'pg-native', '@expo-google-fonts/*']
/** What may only be in `web`: a cold start of the function that WeChat waits for must not read them. */
const heavy = ['exceljs', 'pdfkit', 'pinyin-pro', 'alipay-sdk', 'uqr', '@hono/node-server', 'croner']
/** A cold start reads all of it. A feature of ours brings some 200 KB; of packages there is no more than today's. */
const mostApiBytes = 2_500_000
const mostPackageBytes = 1_000_000

const font = 'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'

const bootstrap = `#!/bin/bash
export PORT=9000 HOST=0.0.0.0
node=/var/lang/node20/bin/node
[ -x "$node" ] || node=node
exec "$node" index.js
`

function bytesIn(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
}

function packageOf(file: string): string {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? ''
}

function versionOf(name: string): string {
  return (
    JSON.parse(readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }
  ).version
}

/** What a package of the function says of itself; `web` alone has something to install. */
function packageJson(name: FunctionName): object {
  const common = { name: `guanjia-${name}`, version: '1.0.0', private: true, main: 'index.js' }
  return name === 'web' ? { ...common, dependencies: { sharp: versionOf('sharp') } } : common
}

interface Bundled {
  packages: ReadonlySet<string>
  /** What of the bundle is not ours. */
  packageBytes: number
}

/** Bundles one function whole into a folder; gives the packages that went in. */
async function bundle(name: FunctionName, folder: string): Promise<Bundled> {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entries[name]],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
    // identifiers stay: faults are logged with the names of where they happened
    minifySyntax: name !== 'web',
    minifyWhitespace: name !== 'web',
    charset: 'utf8',
    external,
    plugins: [leaveOut],
    metafile: true,
    logLevel: 'warning',
  })
  const json = (file: string, content: object) =>
    writeFileSync(path.join(folder, file), `${JSON.stringify(content, null, 2)}\n`)
  json('package.json', packageJson(name))
  json('config.json', functionConfigs[name])
  const parts = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs))
  const foreign = parts.filter(([file]) => packageOf(file) !== '')
  return {
    packages: new Set(Object.keys(metafile.inputs).map(packageOf)),
    packageBytes: foreign.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0),
  }
}

/** What `web` needs beside its code: the schema, the font of the labels, and the clients as far as they are built. */
function furnishWeb(folder: string): void {
  cpSync(path.join(root, 'database/migrations'), path.join(folder, 'migrations'), { recursive: true })
  cpSync(path.join(root, font), path.join(folder, path.basename(font)))
  writeFileSync(path.join(folder, 'scf_bootstrap'), bootstrap)
  chmodSync(path.join(folder, 'scf_bootstrap'), 0o755)
  for (const client of ['h5', 'console']) {
    const built = path.join(root, 'dist', client)
    if (existsSync(built)) cpSync(built, path.join(folder, 'public', client), { recursive: true })
    else
      process.stdout.write(
        `  dist/${client} 还没有构建，dist/functions/web 里暂时没有它（npm run build:${client}）。\n`,
      )
  }
}

/** Throws when a function has become larger than it may be, or carries what it must not. */
function check(name: FunctionName, size: number, { packages, packageBytes }: Bundled): void {
  const found = heavy.filter((each) => packages.has(each))
  if (found.length > 0) throw new Error(`the function ${name} carries ${found.join(', ')}, which belong into web only`)
  if (packageBytes > mostPackageBytes) {
    throw new Error(`the function ${name} carries ${packageBytes} bytes of packages; ${mostPackageBytes} are allowed`)
  }
  if (size > mostApiBytes) throw new Error(`the function ${name} has ${size} bytes; ${mostApiBytes} are allowed`)
}

/** Builds functions into `<output>/<name>`; gives their sizes in bytes. Throws when one is too large or too heavy. */
export async function buildFunctions(
  output: string,
  names: readonly FunctionName[],
): Promise<Partial<Record<FunctionName, number>>> {
  const sizes: Partial<Record<FunctionName, number>> = {}
  for (const name of names) {
    const folder = path.join(output, name)
    const bundled = await bundle(name, folder)
    if (name === 'web') furnishWeb(folder)
    const size = bytesIn(folder)
    if (name !== 'web') check(name, size, bundled)
    sizes[name] = size
  }
  return sizes
}

async function main(): Promise<void> {
  const output = path.join(root, 'dist/functions')
  const sizes = await buildFunctions(output, ['api', 'tick', 'web'])
  writeFileSync(path.join(output, 'cloudbaserc.json'), `${JSON.stringify(cloudbaserc, null, 2)}\n`)
  for (const [name, size] of Object.entries(sizes))
    process.stdout.write(`dist/functions/${name} ${(size / 1e6).toFixed(2)} MB\n`)
}

if (require.main === module) {
  main().catch((cause: unknown) => {
    process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`)
    process.exitCode = 1
  })
}
