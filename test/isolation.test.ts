import * as v from 'valibot'
import { procedures } from '../contract/procedures'
import { keepers } from '../functions/api'
import { openSession } from '../functions/people/open-session'
import { type GivenInstitution, givenInstitution } from './support/given-institution'
import { ask, listProcedures, questionFor } from './support/questions'
import { startCloud, type TestCloud } from './support/start-cloud'
import type { Listed, Manner } from './support/valid-input'

// Every procedure is asked by somebody of another institution who holds every duty there and knows every id here.

let house: TestCloud
let first: GivenInstitution
let second: GivenInstitution
let listed: Listed[]
/** The first institution's rows, table by table, before anybody asked anything. */
let before: Record<string, string[]>
/** What must not be told: the first institution's ids and everything its people wrote. */
let secrets: string[]

const now = Date.UTC(2026, 10, 21, 1)

async function rowsOf(orgId: number): Promise<Record<string, string[]>> {
  const { rows: tables } = await house.cloud.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'org_id'",
  )
  const rowsByTable: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await house.cloud.pool.query<{ row: string }>(
      `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE org_id = $1 ORDER BY 1`,
      [orgId],
    )
    rowsByTable[name] = rows.map(({ row }) => row)
  }
  return rowsByTable
}

beforeAll(async () => {
  house = await startCloud({ now })
  first = await givenInstitution(house, '甲方机密')
  second = await givenInstitution(house, '乙方')
  listed = await listProcedures(house)
  before = await rowsOf(first.orgId)
  const uuids = JSON.stringify(before).match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? []
  const { rows } = await house.cloud.pool.query<{ phone: string }>('SELECT phone FROM person WHERE org_id = $1', [
    first.orgId,
  ])
  const phones = rows.map(({ phone }) => phone).filter((phone) => phone !== '')
  secrets = [...new Set(uuids), ...phones, first.mark, first.doorToken]
})
afterAll(() => house.end())

/** A question in which the ids at the chosen paths lead into the first institution, the others into `otherwise`. */
function askedAbout(
  procedure: Listed,
  isFirst: (path: string) => boolean,
  otherwise: GivenInstitution,
  manner?: Manner,
) {
  const theme = { institution: `${second.mark}院`, staffNumber: first.staffNumber, query: first.mark.slice(0, 2) }
  return questionFor(procedure, theme, (path) => (isFirst(path) ? first : otherwise), manner)
}

/** Paths of a procedure's ids. */
function pointersOf(procedure: Listed): string[] {
  const paths: string[] = []
  askedAbout(procedure, (path) => paths.push(path) > 0, first)
  return paths
}

async function tokenOf({ orgId, personId }: GivenInstitution): Promise<string> {
  return (await openSession({ db: house.cloud.db, now }, { orgId, personId, client: 'console' })).token
}

/** Where the first institution's own next page begins, for lists. */
async function foreignCursor(procedure: Listed): Promise<string | undefined> {
  const input = { ...askedAbout(procedure, () => true, first), limit: 1 }
  const { text } = await ask(house, procedure, input, await tokenOf(first))
  return (JSON.parse(text) as { value?: { nextCursor?: string } }).value?.nextCursor
}

/** Signing in as somebody of the demo is open to anyone; that it is there in the demo only is tested elsewhere. */
const isOpenToAnyone = (procedure: Listed) => procedure.name === 'people.signInAsDemo'

function leaks(text: string, input: unknown): string[] {
  const said = JSON.stringify(input)
  return secrets.filter((secret) => text.includes(secret) && !said.includes(secret))
}

test('every promise of the contract has its keeper and is asked below', () => {
  expect([...keepers.keys()].sort()).toEqual(procedures.map(({ name }) => name).sort())
  expect(listed.map(({ name }) => name).sort()).toEqual([...keepers.keys()].sort())
})

test('every question below is a valid one, and every id in it is known to this test', () => {
  for (const procedure of listed) {
    for (const institution of [first, second]) {
      const parsed = v.safeParse(
        keepers.get(procedure.name)?.procedure.input ?? v.never(),
        askedAbout(procedure, () => false, institution),
      )
      expect([procedure.name, parsed.issues]).toEqual([procedure.name, undefined])
    }
  }
})

test('an outsider with every duty and every id of this institution is told nothing of it and changes nothing in it', async () => {
  const told: Record<string, string[]> = {}
  let questions = 0
  for (const procedure of listed.filter((one) => !isOpenToAnyone(one))) {
    const paths = pointersOf(procedure)
    const choices = [() => false, () => true, ...paths.map((chosen) => (path: string) => path === chosen)]
    const inputs = choices.map((isFirst) => askedAbout(procedure, isFirst, second))
    for (const manner of ['no', 'brief'] as const) inputs.push(askedAbout(procedure, () => true, second, manner))
    if (procedure.input.properties?.cursor) inputs.push({ ...inputs[0], cursor: await foreignCursor(procedure) })
    for (const input of inputs) {
      const { status, text } = await ask(house, procedure, input, await tokenOf(second))
      expect([procedure.name, status, text.slice(0, 300)]).toEqual([procedure.name, 200, expect.any(String)])
      const leaked = leaks(text, input)
      if (leaked.length > 0) told[procedure.name] = leaked
      questions++
    }
  }
  expect(told).toEqual({})
  expect(questions).toBeGreaterThan(listed.length * 2)
  const after = await rowsOf(first.orgId)
  // the first institution's own pages were turned by its own administrator, above
  const ownDeeds = ['session', 'audit_entry']
  for (const table of ownDeeds) delete after[table]
  expect(after).toEqual(Object.fromEntries(Object.entries(before).filter(([table]) => !ownDeeds.includes(table))))
})

test('nothing of this institution has got into the rows of the other', async () => {
  const rows = await rowsOf(second.orgId)
  // whoever looks for a foreign department leaves an entry that says so
  rows.audit_entry = rows.audit_entry?.filter((entry) => !entry.includes('"kind": "read"')) ?? []
  const found = Object.entries(rows).flatMap(([table, texts]) =>
    texts.flatMap((text) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${table}: ${secret}`)),
  )
  expect(found).toEqual([])
})

test('the same questions asked by the institution itself are answered: the ids are real', async () => {
  const unknown: string[] = []
  // the roster's import says of a colleague that they have left, a renewed code leads nowhere any more: nobody may be
  // asked about them afterwards
  const isLast = ({ name }: Listed) => /^(people\.importRoster|booking\.renewDoorCode)$/.test(name)
  const asked = [...listed.filter((one) => !isLast(one)), ...listed.filter(isLast)]
  for (const procedure of asked.filter((one) => pointersOf(one).length > 0)) {
    const { status, text } = await ask(
      house,
      procedure,
      askedAbout(procedure, () => true, first),
      await tokenOf(first),
    )
    expect([procedure.name, status]).toEqual([procedure.name, 200])
    if (/"refusal":"NO_SUCH/.test(text)) unknown.push(`${procedure.name}: ${text}`)
  }
  expect(unknown).toEqual([])
})
