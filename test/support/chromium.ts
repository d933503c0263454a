import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const CACHE = resolve(__dirname, '../../.cache')

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--font-render-hinting=none'],
]

/**
 * Starts a headless Chromium: the one `CHROMIUM_PATH` names, an installed one, or else (and with `CHROMIUM_PATH=npm`) the
 * one that `@sparticuz/chromium` brings. It can show Chinese even where no Chinese font is installed. Close it yourself.
 */
export async function launchChromium(): Promise<Browser> {
  const wanted = process.env.CHROMIUM_PATH
  const installed = wanted === 'npm' ? undefined : [wanted, ...INSTALLED].find((path) => path && existsSync(path))
  const packed = installed ? undefined : unpackChromium()
  const start = () =>
    chromium.launch({
      executablePath: installed ?? packed?.path,
      headless: true,
      args: FLAGS,
      env: { ...environment(), ...packed?.env, ...fontEnvironment() },
    })
  // seldom the browser itself crashes while it starts, before it has seen any page of ours: then another one is started
  return start().catch(start)
}

/**
 * Unpacks the npm package's browser into `.cache`, once, with the libraries it needs on a bare machine (NSS). Apart, and
 * then renamed, so that two tests starting together cannot meet a half-written one. Takes some three seconds.
 */
function unpackChromium(): { path: string; env: Record<string, string> } {
  const manifest = join(dirname(require.resolve('@sparticuz/chromium')), '../../package.json') // not among its exports
  const { version }: { version: string } = JSON.parse(readFileSync(manifest, 'utf8'))
  const home = join(CACHE, `chromium-${version}`)
  if (!existsSync(join(home, 'chromium'))) {
    const draft = `${home}.${process.pid}`
    mkdirSync(draft, { recursive: true })
    // It unpacks into the system's temporary folder, and the libraries only where it believes to be in a cloud function.
    execFileSync(process.execPath, ['-e', `require('@sparticuz/chromium').executablePath()`], {
      cwd: __dirname,
      env: { ...environment(), TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    })
    try {
      renameSync(draft, home)
    } catch {
      rmSync(draft, { recursive: true, force: true }) // somebody else was faster
    }
  }
  const libraries = [join(home, 'al2023/lib'), process.env.LD_LIBRARY_PATH ?? ''].filter(Boolean)
  return { path: join(home, 'chromium'), env: { LD_LIBRARY_PATH: libraries.join(':') } }
}

/** Where no Chinese font is installed: fontconfig settings that add the one from npm to those of the system. */
function fontEnvironment(): Record<string, string> {
  if (process.platform !== 'linux' || hasChineseFont()) return {}
  const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'))
  const settings = join(CACHE, 'fonts.conf')
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(
    settings,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(fonts, '400Regular')}</dir>
  <dir>${join(fonts, '700Bold')}</dir>
  <cachedir>${join(CACHE, 'fontconfig')}</cachedir>
</fontconfig>
`,
  )
  return { FONTCONFIG_FILE: settings }
}

function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false // no fontconfig tools: then hardly a font either
  }
}

function environment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries)
}
