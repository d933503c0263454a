import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..')
const platform = path.join('src', 'platform')

function sources(folder: string): { file: string; code: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, code: withoutComments(readFileSync(path.join(root, file), 'utf8')) }))
}

const withoutComments = (code: string) => code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

/** Functions of a platform called in some code, and what its buttons ask for. */
function platformCalls(code: string): string[] {
  const called = [...code.matchAll(/\b(?:Taro|wx|my)(?:\.cloud)?\.[a-z]\w*/g)].map(([name]) => name)
  const asked = [...code.matchAll(/openType='(\w+)'/g)].map(([, type]) => `openType=${type}`)
  return [...called, ...asked]
}

/** Functions that only move between pages or draw; they touch no data of a person and may be called anywhere. */
const drawing =
  /^Taro\.(getCurrentPages|navigateBack|navigateTo|nextTick|reLaunch|redirectTo|show\w+|hide\w+|stopPullDownRefresh|switchTab|createSelectorQuery|pageScrollTo)$/

describe('personal data on the phone', () => {
  const table = readFileSync(path.join(root, 'docs', 'privacy.md'), 'utf8')
  const rows = [...table.matchAll(/^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)]
  const listed = rows.map(([, name]) => name)

  test('docs/privacy.md lists exactly what src/platform calls', () => {
    const called = new Set(sources(platform).flatMap(({ code }) => platformCalls(code)))
    expect([...called].sort()).toEqual([...listed].sort())
    expect(listed.length).toBeGreaterThan(10)
  })

  test('every entry says what it touches and what for', () => {
    for (const [, name, touches, purpose] of rows) {
      expect([name, touches?.trim(), purpose?.trim()]).not.toContain('')
    }
  })

  test('nothing outside src/platform calls such a function', () => {
    const strays = sources('src')
      .filter(({ file }) => !file.startsWith(platform))
      .flatMap(({ file, code }) => platformCalls(code).map((name) => ({ file, name })))
      .filter(({ name }) => !drawing.test(name))
    expect(strays).toEqual([])
  })

  test('the platforms’ own names occur in src/platform only', () => {
    const strays = sources('src')
      .filter(({ file }) => !file.startsWith(platform))
      .filter(({ code }) => /\b(?:wx|my)\.[a-z]|TARO_ENV/.test(code))
    expect(strays.map(({ file }) => file)).toEqual([])
  })
})
