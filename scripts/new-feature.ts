import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '..')
const words = [
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

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The places of a new feature and what stands in them at first: file → content. */
function placesOf(word: string, migration: string): Record<string, string> {
  const list = `list${capital(word)}`
  const file = `list-${word}`
  return {
    [`contract/${word}.ts`]: `import * as v from 'valibot'
import { pageOf, paging } from './fields'
import { procedure } from './procedure'

/** What ${word} is about; replace it with the first real thing. */
export const ${word}Entry = v.object({ name: v.string() })

export const ${list} = procedure('${word}.${list}', {
  summary: 'The first promise of ${word}: what somebody sees on opening it.',
  input: v.object(paging),
  output: pageOf(${word}Entry),
  refusals: [],
  may: 'staff',
})
`,
    [`functions/${word}/${file}.ts`]: `import { ${list} } from '../../contract/${word}'
import { keeper } from '../keeper'

export default keeper(${list}, async () => {
  throw new Error('${word}.${list} has no keeper yet')
})
`,
    [`database/migrations/${migration}_${word}.sql`]: `-- What ${word} remembers. org_id leads every key.
`,
    [`test/${word}.test.ts`]: `import { ${list} } from '../contract/${word}'
import { givenOrg, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud()
})
afterAll(() => cloud.end())

test('somebody who opens ${word} sees what there is', async () => {
  const { token } = await signedInAs(cloud, await givenOrg(cloud))
  const answer = await cloud.call(${list}, {}, { token })
  expect(answer.value?.items).toHaveLength(1)
})
`,
  }
}

/** Puts a line into a file before the first line that matches. */
function insertBefore(file: string, mark: RegExp, line: string): void {
  const text = readFileSync(path.join(root, file), 'utf8')
  const at = text.search(mark)
  if (at < 0) throw new Error(`${file} no longer looks as expected`)
  writeFileSync(path.join(root, file), text.slice(0, at) + line + text.slice(at))
}

/** `npm run new:feature <word>`: makes the places of a feature, enters it in the registers, and leaves a failing test. */
function main(): void {
  const word = process.argv[2] ?? ''
  if (!words.includes(word)) {
    console.error(`用法：npm run new:feature <词>;可用的词：${words.join('、')}`)
    process.exitCode = 2
    return
  }
  if (existsSync(path.join(root, `contract/${word}.ts`))) {
    console.error(`contract/${word}.ts 已经存在。`)
    process.exitCode = 2
    return
  }
  const last = readdirSync(path.join(root, 'database/migrations')).sort().at(-1) ?? '0000'
  const migration = String(Number(last.slice(0, 4)) + 1).padStart(4, '0')
  const places = placesOf(word, migration)
  for (const [file, content] of Object.entries(places)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), content)
    console.log(`  ${file}`)
  }
  const list = `list${capital(word)}`
  insertBefore('contract/procedures.ts', /import type \{ AnyProcedure/, `import * as ${word} from './${word}'\n`)
  insertBefore('contract/procedures.ts', / \}\ntype Modules/, `, ...${word}`)
  insertBefore('functions/api.ts', /import type \{ Keeper/, `import ${list} from './${word}/list-${word}'\n`)
  insertBefore('functions/api.ts', /\} satisfies/, `  '${word}.${list}': ${list},\n`)
  console.log(
    `\n下一步：npx jest -c config/jest.node.cjs test/${word}.test.ts(它现在会失败),先写 contract/${word}.ts,再写云端与页面。`,
  )
}

main()
