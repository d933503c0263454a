import { duties } from '../contract/procedure'
import { procedures } from '../contract/procedures'
import { signedInAs } from './support/given'
import { type GivenInstitution, givenInstitution } from './support/given-institution'
import { ask, listProcedures, questionFor } from './support/questions'
import { startCloud, type TestCloud } from './support/start-cloud'
import type { JsonSchema, Listed } from './support/valid-input'

let house: TestCloud
let here: GivenInstitution
let listed: Listed[]
/** What making the institution itself has left. */
let tracesBefore: unknown
/** A token of somebody with exactly one duty (besides `staff`). */
const holderOf: Record<string, string> = {}

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 21, 1) })
  here = await givenInstitution(house, '本院')
  listed = await listProcedures(house)
  for (const duty of duties) holderOf[duty] = (await signedInAs(house, here, duty === 'staff' ? [] : [duty])).token
  tracesBefore = await traces()
})
afterAll(() => house.end())

const traces = async () =>
  (
    await house.cloud.pool.query(
      `SELECT (SELECT count(*) FROM command) AS commands,
        (SELECT count(*) FROM audit_entry WHERE procedure <> 'people.signIn') AS entries`,
    )
  ).rows

const question = (procedure: Listed) =>
  questionFor(procedure, { institution: '本院院', staffNumber: here.staffNumber, query: '本' }, () => here)

/** Who is not signed in may only prove who they are. */
const openToAnyone = [
  'people.bindByInvitation',
  'people.bindByPhone',
  'people.finishScanSignIn',
  'people.requestBinding',
  'people.signIn',
  'people.signInAsDemo',
  'people.signInByLink',
]

describe('duties', () => {
  test('every procedure names who may ask, and only those for signing in are open to anyone', () => {
    for (const { may } of listed)
      expect(may.every((duty) => duty === 'anyone' || duties.some((one) => one === duty))).toBe(true)
    expect(listed.filter(({ may }) => may.length === 0)).toEqual([])
    expect(
      listed
        .filter(({ may }) => may.includes('anyone'))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(openToAnyone)
  })

  test('whoever is not signed in is asked to sign in, before anything else is looked at', async () => {
    for (const procedure of listed.filter(({ may }) => !may.includes('anyone'))) {
      for (const token of [undefined, `1.${'x'.repeat(32)}`, 'nonsense']) {
        const { status, text } = await ask(house, procedure, { nonsense: true }, token)
        expect([procedure.name, status, text]).toEqual([procedure.name, 401, '{"fault":"SIGNED_OUT"}'])
      }
    }
  })

  test('whoever has none of the duties named is refused with 403, and each of them alone is enough', async () => {
    let refused = 0
    for (const procedure of listed.filter(({ may }) => !may.includes('anyone'))) {
      for (const duty of duties) {
        const isEntrusted = procedure.may.includes('staff') || procedure.may.includes(duty)
        // wrong input, so that nothing is done: what is wrong is said only to those who may ask
        const { status } = await ask(house, procedure, null, holderOf[duty])
        expect([procedure.name, duty, status]).toEqual([procedure.name, duty, isEntrusted ? 400 : 403])
        if (!isEntrusted) refused++
      }
    }
    expect(refused).toBeGreaterThan(100)
  })
})

/** Values that none of a type's fields may have. */
const wrongFor: Record<string, unknown[]> = {
  string: [7, true, [], {}],
  integer: ['12', 1.5, true, [], {}],
  number: ['12', true, [], {}],
  boolean: ['true', 1, [], {}],
  array: ['x', 7, { length: 1 }],
  object: ['x', 7, true],
}

/** Every place in an input with what would be wrong there. */
function mistakes(schema: JsonSchema, path: string[] = []): { path: string[]; wrong: unknown }[] {
  const shapes = schema.oneOf ?? schema.anyOf
  // where a number or nothing may stand a text is wrong; of other shapes none is a bare number
  if (shapes) return [{ path, wrong: shapes.some(({ type }) => type === 'integer' || type === 'number') ? '12' : 7 }]
  const wrong = [...(wrongFor[schema.type ?? ''] ?? []), ...(schema.enum ? ['nonsense', ''] : [])]
  if (schema.minimum !== undefined) wrong.push(schema.minimum - 1)
  if (schema.maximum !== undefined) wrong.push(schema.maximum + 1)
  const here = wrong.map((value) => ({ path, wrong: value }))
  const items = Array.isArray(schema.items) ? schema.items : schema.items ? [schema.items] : []
  return [
    ...here,
    ...Object.entries(schema.properties ?? {}).flatMap(([key, field]) => mistakes(field, [...path, key])),
    ...items.flatMap((item, i) => mistakes(item, [...path, String(i)])),
  ]
}

/** A copy of an input with another value at a path; undefined when the path leads nowhere in it. */
function withMistake(input: unknown, [step, ...rest]: string[], wrong: unknown): unknown {
  if (step === undefined) return wrong
  const copy = structuredClone(input) as Record<string, unknown>
  if (rest.length > 0 && typeof copy[step] !== 'object') return undefined
  copy[step] = withMistake(copy[step], rest, wrong)
  return copy[step] === undefined ? undefined : copy
}

interface BadInput {
  fault: string
  issues: { path: string; message: string }[]
}

describe('wrong input', () => {
  /** Asks with an input that is wrong at a path, and sees that the answer says where and, in Chinese, why. */
  async function expectRefused(procedure: Listed, input: unknown, path: string) {
    const { status, text } = await ask(house, procedure, input, here.token)
    const said = `${procedure.name} ${path} ${JSON.stringify(input)?.slice(0, 200)} ${text.slice(0, 300)}`
    expect([said, status]).toEqual([said, 400])
    const { fault, issues } = JSON.parse(text) as BadInput
    expect([said, fault]).toEqual([said, 'BAD_INPUT'])
    expect([said, issues.map((issue) => issue.path)]).toEqual([said, expect.arrayContaining([path])])
    // a Chinese sentence, without a word of the validator's own English
    for (const { message } of issues)
      expect([said, message]).toEqual([said, expect.stringMatching(/^[^A-Za-z]*[\u4e00-\u9fff]/)])
    for (const { message } of issues)
      expect([said, message]).toEqual([said, expect.not.stringMatching(/Invalid|Expected|undefined|null/)])
  }

  test('of a wrong type, outside its range or not among the choices is refused in every field of every procedure', async () => {
    let tried = 0
    for (const procedure of listed) {
      const good = question(procedure)
      for (const { path, wrong } of mistakes(procedure.input)) {
        const input = withMistake(good, path, wrong)
        if (input === undefined) continue
        await expectRefused(procedure, input, path.join('.'))
        tried++
      }
    }
    expect(tried).toBeGreaterThan(500)
  })

  test('that leaves out what must be said is refused, with the name of what is missing', async () => {
    for (const procedure of listed) {
      const good = question(procedure)
      for (const missing of procedure.input.required ?? []) {
        const { [missing]: _left, ...input } = good
        await expectRefused(procedure, input, missing)
      }
    }
  })

  test('that is no object at all is refused', async () => {
    for (const procedure of listed)
      for (const input of [null, 'x', 7, true, [], [{}]]) await expectRefused(procedure, input, '')
  })

  test('leaves no trace: no write, no entry in the log, nothing kept', async () => {
    expect(await traces()).toEqual(tracesBefore)
    expect(procedures).toHaveLength(listed.length)
  })
})

/** Text that some program somewhere has stumbled over. */
const strange: Record<string, string> = {
  'half a character': 'a\ud800b',
  'ten thousand characters': '长'.repeat(10_000),
  SQL: "'; DROP TABLE person; --",
  'an emoji of several characters': '👩‍👩‍👧‍👦'.repeat(3),
  'zero-width characters only': '\u200b\u200d\u2060',
  'text turned round': '\u202e木元',
  'the null character': 'a\u0000b',
  'wild cards': '%_\\*',
  nothing: '',
  'a space': ' ',
  'a far number': '99999999999999999999_99999999-9999-9999-9999-999999999999',
  markup: '<img src=x onerror=alert(1)>{{7*7}}',
  'a cursor of something else': Buffer.from('[9e15,"0\\u0000","1"]').toString('base64url'),
}

/** Paths of everything written as text. */
function textPaths(schema: JsonSchema, path: string[] = []): string[][] {
  const items = Array.isArray(schema.items) ? schema.items : schema.items ? [schema.items] : []
  return [
    ...(schema.type === 'string' ? [path] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, field]) => textPaths(field, [...path, key])),
    ...items.flatMap((item, i) => textPaths(item, [...path, String(i)])),
  ]
}

describe('strange text', () => {
  test.each(Object.entries(strange))(
    'such as %s is taken or refused in every field of every procedure, but breaks none',
    async (_what, text) => {
      let { token } = await signedInAs(house, here, [...duties])
      for (const procedure of listed.filter(({ name }) => name !== 'people.signInAsDemo')) {
        for (const path of textPaths(procedure.input)) {
          const input = withMistake(question(procedure), path, text)
          let answer = await ask(house, procedure, input, token)
          // what was asked before may have ended the session or taken a duty away
          if (answer.status === 401 || answer.status === 403) {
            token = (await signedInAs(house, here, [...duties])).token
            answer = await ask(house, procedure, input, token)
          }
          const said = `${procedure.name} ${path.join('.')} ${answer.text.slice(0, 300)}`
          expect([said, [200, 400].includes(answer.status)]).toEqual([said, true])
        }
      }
    },
  )
})
