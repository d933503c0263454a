import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { procedures } from '../contract/procedures'
import { keepers } from '../functions/api'

const root = path.join(__dirname, '..')
const features = [
  'people',
  'booking',
  'repair',
  'canteen',
  'shuttle',
  'survey',
  'supplies',
  'inspection',
  'complaint',
  'vehicle',
  'energy',
  'emergency',
]
/** What is ours: tracked and new files, whatever git would not ignore. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))
const code = files.filter((file) => /\.(ts|tsx|cjs|mjs|sql|scss|css)$/.test(file) && file !== 'database/types.ts')
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')

test('the root holds the house and what tools insist on, nothing else', () => {
  const allowed = [
    'README.md',
    'README.zh-CN.md',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
    'project.config.json',
    'project.alipay.json',
    'babel.config.js',
    'biome.json',
    '.gitignore',
    '.npmrc',
  ]
  const folders = [
    'config',
    'contract',
    'src',
    'functions',
    'database',
    'console',
    'test',
    'bench',
    'scripts',
    'docs',
    '.ci',
  ]
  const tops = new Set(files.map((file) => file.split('/')[0] ?? ''))
  expect([...tops].filter((top) => !allowed.includes(top) && !folders.includes(top))).toEqual([])
})

test('no file is longer than 250 lines', () => {
  expect(code.filter((file) => read(file).split('\n').length > 251)).toEqual([])
})

test('file names are kebab-case and say what is in them', () => {
  const names = code.filter((file) => !file.startsWith('database/migrations/'))
  expect(names.filter((file) => !/^_?[a-z0-9.-]+$/.test(path.basename(file)))).toEqual([])
  expect(
    files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|managers?|services?)(\.[a-z]+)*(\/|$)/.test(file)),
  ).toEqual([])
})

test('features have the same word in every layer', () => {
  const word = (file: string) => /^[a-z]+/.exec(path.basename(file))?.[0] ?? ''
  const folders = (folder: string) =>
    existsSync(path.join(root, folder))
      ? readdirSync(path.join(root, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory())
          .map((entry) => entry.name)
      : []
  expect(folders('src/features').filter((name) => !features.includes(name))).toEqual([])
  expect(
    folders('functions').filter((name) => !features.includes(name) && !['platform', 'documents'].includes(name)),
  ).toEqual([])
  expect(folders('console').filter((name) => !features.includes(name) && !['ui', 'frame'].includes(name))).toEqual([])
  const migrations = files.filter((file) => file.startsWith('database/migrations/'))
  expect(
    migrations
      .map((file) => path.basename(file))
      .filter(
        (name) =>
          !/^\d{4}_(people|booking|repair|canteen|shuttle|survey|supplies|inspection|complaint|vehicle|energy|emergency)(_[a-z_]+)?\.sql$/.test(
            name,
          ),
      ),
  ).toEqual([])
  // what is no feature's in the contract is a word of its own
  const general = [
    'fields',
    'holidays',
    'opening',
    'photos',
    'procedure',
    'procedures',
    'service',
    'spans',
    'working',
    'zone',
  ]
  const promises = files.filter((file) => file.startsWith('contract/'))
  expect(promises.filter((file) => ![...features, ...general].includes(word(file)))).toEqual([])
})

test('migrations are numbered without a gap', () => {
  const numbers = readdirSync(path.join(root, 'database/migrations'))
    .sort()
    .map((name) => Number(name.slice(0, 4)))
  expect(numbers).toEqual(numbers.map((_, i) => i + 1))
})

test('a keeper’s file is named after its procedure', () => {
  const wrong = procedures.filter(({ name }) => {
    const [feature, verb = ''] = name.split('.')
    return !existsSync(
      path.join(root, `functions/${feature}/${verb.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`),
    )
  })
  expect(wrong.map(({ name }) => name)).toEqual([])
  expect([...keepers.keys()].sort()).toEqual(procedures.map(({ name }) => name).sort())
})

test('every procedure says in a sentence what it does, and what it refuses has names', () => {
  expect(procedures.filter(({ summary }) => !/^[A-Z].{10,}\.$/.test(summary)).map(({ name }) => name)).toEqual([])
  expect(procedures.flatMap(({ refusals }) => refusals).filter((refusal) => !/^[A-Z][A-Z_]+$/.test(refusal))).toEqual(
    [],
  )
})

test('WeChat, Alipay and the build’s platform are named in src/platform only', () => {
  const elsewhere = code.filter(
    (file) => file.startsWith('src/') && !file.startsWith('src/platform/') && /\.tsx?$/.test(file),
  )
  expect(elsewhere.filter((file) => /\b(wx|my)\.[a-z]|TARO_ENV/.test(read(file)))).toEqual([])
  expect(elsewhere.filter((file) => /\.(weapp|alipay|h5)\.tsx?$/.test(file))).toEqual([])
})

test('pages use hover-class, give every field a maximum length, and never a controlled value', () => {
  const pages = code.filter((file) => file.startsWith('src/') && file.endsWith('.tsx'))
  expect(code.filter((file) => file.startsWith('src/') && /\.s?css$/.test(file) && /:active/.test(read(file)))).toEqual(
    [],
  )
  for (const file of pages) {
    for (const [field] of read(file).matchAll(/<(Input|Textarea)\b[\s\S]*?\/>/g)) {
      expect({ file, hasMaximum: /maxlength/i.test(field), isControlled: /\svalue=/.test(field) }).toEqual({
        file,
        hasMaximum: true,
        isControlled: false,
      })
    }
  }
})

test('nothing is switched off, given up or left for later', () => {
  const ours = code.filter((file) => /\.(ts|tsx|cjs|mjs)$/.test(file) && file !== 'test/house.test.ts')
  const suspicious =
    /\b(TODO|FIXME|XXX)\b|\b(it|test|describe)\.only\b|\bx(it|describe)\(|expect\(true\)|:\s*any\s*[;,)=\]>|]|\bas any\b(?=\s*[;,)\].\n])|@ts-(ignore|nocheck)/
  expect(ours.filter((file) => suspicious.test(read(file)))).toEqual([])
})

/** Of the contract what console and cloud alone ask: far too large for a phone, and read by new browsers only. */
const notOnPhones = /^contract\/canteen-(labels|lexicon)/

test('the app and the contract use nothing younger than the oldest phones (Chrome 67, iOS 12)', () => {
  const shipped = code.filter(
    (file) => /^(src|contract)\//.test(file) && /\.tsx?$/.test(file) && !notOnPhones.test(file),
  )
  expect(shipped.filter((file) => /from '[./]+(contract\/)?canteen-(labels|lexicon)/.test(read(file)))).toEqual([])
  const young = /\.(flat|flatMap|at|replaceAll|matchAll|allSettled)\(|Object\.fromEntries|structuredClone\(/
  expect(shipped.filter((file) => young.test(read(file)))).toEqual([])
})

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"')
})
