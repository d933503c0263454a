import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Metafile } from 'esbuild'
import { directImports } from './direct-imports'

const root = path.join(__dirname, '..')
const source = path.join(root, 'console')

/** Where the console is served; every address in `index.html` begins with it. */
const servedAt = '/console/'

interface Files {
  script: string
  styles: string[]
  /** What the script imports at once, its own imports included. */
  needed: string[]
}

function filesOf({ outputs }: Metafile, folder: string): Files {
  const shortName = (file: string) => path.relative(folder, path.resolve(root, file)).split(path.sep).join('/')
  const entry = Object.entries(outputs).find(([, output]) => output.entryPoint === 'console/main.tsx')
  if (!entry) throw new Error('esbuild made no entry for console/main.tsx')
  const needed = new Set<string>()
  const follow = (file: string) => {
    for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
      if (kind !== 'import-statement' || needed.has(imported)) continue
      needed.add(imported)
      follow(imported)
    }
  }
  follow(entry[0])
  return {
    script: shortName(entry[0]),
    styles: entry[1].cssBundle ? [shortName(entry[1].cssBundle)] : [],
    needed: [...needed].map(shortName),
  }
}

function page(template: string, { script, styles, needed }: Files): string {
  const head = [
    ...styles.map((file) => `<link rel="stylesheet" href="${servedAt}${file}" />`),
    ...needed.map((file) => `<link rel="modulepreload" href="${servedAt}${file}" />`),
  ]
  return template
    .replace('<!-- styles -->', head.join('\n    '))
    .replace('<!-- scripts -->', `<script type="module" src="${servedAt}${script}"></script>`)
}

/**
 * Builds the console into a folder and gives the gzipped bytes of its first load (page, script, what it imports at
 * once, styles). Names carry a hash of their content, so everything but `index.html` may be cached for ever.
 */
export async function buildConsole(folder: string): Promise<{ firstLoad: number }> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const { metafile, outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['console/main.tsx'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome103', 'safari16', 'firefox110'],
    jsx: 'automatic',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    assetNames: '[name].[hash]',
    plugins: [directImports],
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const files = filesOf(metafile, folder)
  const html = page(await readFile(path.join(source, 'index.html'), 'utf8'), files)
  await Promise.all(outputFiles.map((file) => writeFile(file.path, file.contents)))
  await writeFile(path.join(folder, 'index.html'), html)

  const first = new Set([files.script, ...files.styles, ...files.needed].map((file) => path.join(folder, file)))
  const loaded = outputFiles.filter((file) => first.has(file.path))
  return { firstLoad: loaded.reduce((sum, file) => sum + gzipSync(file.contents).length, gzipSync(html).length) }
}

if (require.main === module) {
  buildConsole(path.join(root, 'dist/console')).then(
    ({ firstLoad }) => console.log(`dist/console built, first load ${Math.round(firstLoad / 1024)} KB gzipped`),
    (cause) => {
      console.error(cause)
      process.exitCode = 1
    },
  )
}
