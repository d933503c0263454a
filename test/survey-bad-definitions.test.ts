import { checkSurvey } from '../contract/survey'
import { givenOrg, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let token: string

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
  token = (await signedInAs(house, await givenOrg(house), ['surveyor'])).token
})
afterAll(() => house.end())

const question = { code: 'q1', kind: 'text', title: '您的建议' }
const made = (items: unknown, more: object = {}) => ({ version: 1, title: '问卷', pages: [{ items }], ...more })
/** Asked as bytes on the wire, which know nothing of types. */
const check = (definition: unknown) => house.call(checkSurvey, { definition } as never, { token })

const deep = (levels: number): object =>
  levels === 0 ? { op: 'answered', item: 'q1' } : { op: 'not', of: deep(levels - 1) }
const optionsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ code: `o${n + 1}`, text: `${n}` }))

test.each<[string, unknown, string]>([
  ['another version', made([question], { version: 2 }), 'definition.version'],
  ['no version', made([question], { version: undefined }), 'definition.version'],
  [
    'ten thousand options',
    made([{ ...question, kind: 'single', options: optionsOf(10_000) }]),
    'definition.pages.0.items.0.options',
  ],
  ['an unknown kind', made([{ ...question, kind: 'html' }]), 'definition.pages.0.items.0.kind'],
  ['a code of another form', made([{ ...question, code: '__proto__' }]), 'definition.pages.0.items.0.code'],
  ['a field nobody knows', made([{ ...question, onClick: 'alert(1)' }]), 'definition.pages.0.items.0.onClick'],
  ['a title too long', made([{ ...question, title: '长'.repeat(201) }]), 'definition.pages.0.items.0.title'],
  [
    'a condition of an unknown sort',
    made([{ ...question, visibleIf: { op: 'eval', of: '1' } }]),
    'definition.pages.0.items.0.visibleIf',
  ],
  ['a condition nested too deep', made([{ ...question, visibleIf: deep(6) }]), 'definition.pages.0.items.0.visibleIf'],
  [
    'a condition nested until the stack ends',
    made([{ ...question, visibleIf: deep(4000) }]),
    'definition.pages.0.items.0.visibleIf',
  ],
  ['no pages', { version: 1, title: '问卷', pages: [] }, 'definition.pages'],
])('Refused with its place and a sentence: %s', async (_, definition, path) => {
  const answer = await check(definition)
  expect(answer).toMatchObject({ fault: 'BAD_INPUT' })
  const said = JSON.stringify(answer)
  expect(said).toContain(path)
  expect(said).toMatch(/[\u4e00-\u9fff]{3}/)
})

test('Cycles and unknown ids are found with their place and a sentence', async () => {
  const seeing = (code: string, item: string) => ({ ...question, code, visibleIf: { op: 'answered', item } })
  const { value } = await check(made([seeing('q1', 'q2'), seeing('q2', 'q1'), seeing('q3', 'q9')]))
  expect(value).toMatchObject({
    findings: [
      { level: 'error', kind: 'laterReference', item: 'q1', path: 'pages.0.items.0.visibleIf' },
      { level: 'error', kind: 'unknownReference', item: 'q3', path: 'pages.0.items.2.visibleIf' },
    ],
  })
})

test('Script in a text is text like any other', async () => {
  expect((await check(made([{ ...question, title: '<img src=x onerror=alert(1)>' }]))).value).toEqual({ findings: [] })
})
