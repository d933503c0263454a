import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '..')
/** Features the house has room for, with their names in the product. */
const titles: Record<string, string> = {
  repair: '报修',
  canteen: '食堂',
  shuttle: '班车',
  survey: '问卷',
  supplies: '物资',
  inspection: '巡检',
  complaint: '投诉',
  vehicle: '公务车',
  energy: '能耗',
  emergency: '应急',
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** The places of a new feature and what stands in them at first: file → content. */
function placesOf(word: string, title: string, migration: string): Record<string, string> {
  const list = `list${capital(word)}`
  const file = `list-${word}`
  return {
    [`src/features/${word}/${word}.tsx`]: `import { Text } from '@tarojs/components'
import { ${list} } from '../../../contract/${word}'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { useAsked } from '../../use-asked'

/** ${title}: what there is. */
export default function ${capital(word)}() {
  const asked = useAsked(${list}, {})
  return (
    <Page>
      <AskedView asked={asked} lines={6}>
        {({ items }) => (items.length === 0 ? <Empty text='这里还没有内容。' /> : <Text>{items.length}</Text>)}
      </AskedView>
    </Page>
  )
}
`,
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
    [`functions/${word}/keepers.ts`]: `import ${list} from './${file}'

/** Who answers what is asked of ${word}, by the name on the wire. */
export const ${word}Keepers = {
  '${word}.${list}': ${list},
}
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
  const title = titles[word]
  if (!title) {
    console.error(`用法：npm run new:feature <词>;可用的词：${Object.keys(titles).join('、')}`)
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
  const places = placesOf(word, title, migration)
  for (const [file, content] of Object.entries(places)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), content)
    console.log(`  ${file}`)
  }
  insertBefore('contract/procedures.ts', /import type \{ AnyProcedure/, `import * as ${word} from './${word}'\n`)
  insertBefore('contract/procedures.ts', /\}\ntype Modules/, `  ...${word},\n`)
  insertBefore(
    'src/routes.ts',
    /^\} as const satisfies Record<string, Route>/m,
    `  ${word}: { path: 'features/${word}/${word}', title: '${title}', package: '${word}', refreshes: true },\n`,
  )
  insertBefore('src/routes.ts', /(?<=package: 'main'[^\n]*)\n/, ` | '${word}'`)
  insertBefore('functions/api.ts', /import type \{ Keeper/, `import { ${word}Keepers } from './${word}/keepers'\n`)
  insertBefore('functions/api.ts', /\} satisfies/, `  ...${word}Keepers,\n`)
  // the new lines take their place in the order the checks want
  const touched = [...Object.keys(places), 'contract/procedures.ts', 'functions/api.ts', 'src/routes.ts']
  const written = touched.filter((file) => !file.endsWith('.sql'))
  execFileSync(path.join(root, 'node_modules/.bin/biome'), ['check', '--write', ...written], {
    cwd: root,
    stdio: 'ignore',
  })
  console.log(
    `\n下一步：npx jest -c config/jest.node.cjs test/${word}.test.ts(它现在会失败),先写 contract/${word}.ts,再写云端与页面。`,
  )
}

main()
