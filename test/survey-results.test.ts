import { closeSurvey } from '../contract/survey'
import { submitAnswers } from '../contract/survey-answering'
import { getCrossTab, getParticipation, getResults, listTexts } from '../contract/survey-results'
import { type GivenOrg, givenDepartment, givenOrg, givenPerson, signedInAs } from './support/given'
import { definitionOf, givenSurvey, smallDefinition } from './support/given-survey'
import { done } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let surveyor: Awaited<ReturnType<typeof signedInAs>>
beforeAll(async () => {
  house = await startCloud()
  org = await givenOrg(house)
  surveyor = await signedInAs(house, org, ['surveyor'])
})
afterAll(() => house.end())

const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)
/** 40 people: 20 in the east, 20 in the west, content here and less so there. */
const forty = [
  ...times(10, { q1: { option: 'o1' }, q2: { number: 5 }, q4: { text: '很好' } }),
  ...times(10, { q1: { option: 'o1' }, q2: { number: 3 } }),
  ...times(6, { q1: { option: 'o2' }, q2: { number: 3 }, q3: { options: ['o1', 'o2'] } }),
  ...times(14, { q1: { option: 'o2' }, q2: { number: 5 }, q3: { options: ['o2'] } }),
]
const closed = (options: Parameters<typeof givenSurvey>[2] = {}) =>
  givenSurvey(house, org, { status: 'closed', answers: forty, ...options })
const results = (surveyId: string, filter?: { item: string; option: string }, who = surveyor) =>
  house.call(getResults, { surveyId, ...(filter ? { filter } : {}) }, who)

test('a closed survey tells counts, shares with their intervals, means and the share of the satisfied', async () => {
  const { surveyId } = await closed({ invited: 50, paper: times(5, { q1: { option: 'o1' }, q2: { dontKnow: true } }) })
  const { value } = await results(surveyId)
  expect(value).toMatchObject({ invited: 50, answered: 45, paper: 5, n: 45, responseRate: 0.8, status: 'closed' })
  const [q1, q2, q3, q4] = value?.items ?? []
  expect(q1).toMatchObject({ n: 45, empty: 0, cells: [{ count: 25, share: 25 / 45 }, { count: 20 }] })
  expect(q2).toMatchObject({ n: 45, mean: { n: 40, value: 4.2 }, satisfied: { share: 0.6 } })
  expect(q2?.cells.map(({ count }) => count)).toEqual([0, 0, 16, 0, 24, 5])
  expect(q3).toMatchObject({
    n: 20,
    empty: 25,
    cells: [{ count: 6, share: 0.3 }, { count: 20, share: 1 }, { count: 0 }],
  })
  expect(q4).toMatchObject({ n: 10, cells: [] })
})

test('where few chose an option it is hidden with others, and figures are rough', async () => {
  const points = [...times(2, 1), ...times(3, 2), ...times(15, 3), ...times(40, 4), ...times(40, 5)]
  const { surveyId } = await closed({ answers: points.map((number) => ({ q1: { option: 'o1' }, q2: { number } })) })
  const { value } = await results(surveyId)
  expect(value?.items[1]?.cells.map(({ count }) => count)).toEqual([undefined, undefined, 15, 40, 40, undefined])
  expect(value?.items[1]?.mean).toEqual({ value: 4.1, interval: { low: 3.9, high: 4.4 } })
  expect(value?.items[1]?.satisfied).toEqual({ share: 0.8, interval: { low: 0.7, high: 0.9 } })
  expect((await results(surveyId, { item: 'q2', option: '1' })).refusal).toBe('TOO_FEW')
  expect((await results(surveyId, { item: 'q2', option: '3' })).value).toMatchObject({ n: 15 })
})

test('a filter tells of those who chose one option, and a table of two questions tells the same', async () => {
  const { surveyId } = await closed()
  const { value } = await results(surveyId, { item: 'q1', option: 'o1' })
  expect(value).toMatchObject({ n: 20, filterText: '您常去哪个食堂？：东食堂' })
  expect(value?.items[1]).toMatchObject({ n: 20, mean: { value: 4, n: 20 } })
  const table = await done(house, getCrossTab, { surveyId, rows: 'q2', columns: 'q1' }, surveyor)
  expect(table.counts[2]).toEqual([{ count: 10 }, { count: 6 }])
  expect(table.counts[4]).toEqual([{ count: 10 }, { count: 14 }])
  expect(table.chiSquare).toMatchObject({ freedom: 1 })
  expect(table.chiSquare?.value).toBeCloseTo(5 / 3, 10)
})

test('who chose 不了解, a point, or nothing is in no mean; an item nobody answered has no figure', async () => {
  const nps = { hint: '', isRequired: false, kind: 'nps', code: 'q1', title: '推荐吗？' } as const
  const definition = definitionOf([nps, { ...nps, code: 'q2' }])
  const answers = [...times(50, 9), ...times(30, 7), ...times(20, 6)].map((number) => ({ q1: { number } }))
  const { surveyId } = await closed({ definition, answers })
  const { value } = await results(surveyId)
  expect(value?.items[0]?.nps).toMatchObject({ promoters: 50, detractors: 20 })
  expect(value?.items[0]?.nps?.value).toBeCloseTo(30, 10)
  expect(value?.items[1]).toMatchObject({ n: 0, nps: { promoters: 0, detractors: 0 } })
  expect(value?.items[1]?.nps).not.toHaveProperty('value')
})

describe('nobody reads', () => {
  test('a draft, a survey that is open, or one of four answers', async () => {
    const of = async (options: Parameters<typeof givenSurvey>[2]) =>
      (await results((await givenSurvey(house, org, options)).surveyId)).refusal
    expect(await of({ status: 'draft' })).toBe('NO_SUCH_SURVEY')
    expect(await of({ answers: forty })).toBe('NOT_YET')
    expect(await of({ answers: forty.slice(0, 9), resultsWhen: 'tenAnswers' })).toBe('NOT_YET')
    expect(await of({ answers: forty.slice(0, 10), resultsWhen: 'tenAnswers' })).toBeUndefined()
    expect(await of({ status: 'closed', answers: forty.slice(0, 4) })).toBe('TOO_FEW')
    expect(await of({ status: 'closed', answers: forty.slice(0, 5) })).toBeUndefined()
  })

  test('half of the answers: what still waits when a survey has closed is settled for whoever reads first', async () => {
    const staff = await signedInAs(house, org)
    const { surveyId, revision } = await givenSurvey(house, org, { answers: forty })
    const { orgId } = org
    await house.cloud.db.insertInto('surveyInvitation').values({ orgId, surveyId, personId: staff.personId }).execute()
    const handedIn = await house.call(
      submitAnswers,
      { surveyId, revision, answers: { q1: { option: 'o1' }, q2: { number: 5 } } },
      { token: staff.token },
    )
    expect(handedIn.value).toBeDefined()
    await done(house, closeSurvey, { surveyId }, surveyor)
    expect((await results(surveyId)).value).toMatchObject({ n: 41, status: 'closed' })
  })

  test('groups while a survey is open, and groups of a question that fewer than five answered', async () => {
    const open = await givenSurvey(house, org, { answers: forty, resultsWhen: 'tenAnswers' })
    expect((await results(open.surveyId, { item: 'q1', option: 'o1' })).refusal).toBe('NOT_YET')
    const tab = { surveyId: open.surveyId, rows: 'q1', columns: 'q2' }
    expect((await house.call(getCrossTab, tab, surveyor)).refusal).toBe('NOT_YET')
    const few = forty.map((one, i) => (i < 36 && 'q3' in one ? { ...one, q3: { options: [] } } : one))
    const { surveyId } = await closed({ answers: few })
    const { value } = await results(surveyId)
    expect(value?.items[2]).toMatchObject({ isHidden: true })
    expect(JSON.stringify(value?.items[2])).not.toMatch(/"(n|count|empty|share)":/)
  })

  test('as staff what was not for them or is not open to staff; who runs surveys reads both', async () => {
    const staff = await signedInAs(house, org)
    const audience = JSON.stringify({ kind: 'sites', siteIds: [org.siteId] })
    const { surveyId } = await closed({ invited: 40 })
    const own = await closed({ personIds: [staff.personId], isOpenToStaff: false })
    expect((await results(surveyId, undefined, staff)).refusal).toBeUndefined()
    expect((await results(own.surveyId, undefined, staff)).refusal).toBe('NO_SUCH_SURVEY')
    expect((await results(own.surveyId)).refusal).toBeUndefined()
    const draft = await givenSurvey(house, org, { status: 'draft' })
    await house.cloud.pool.query(
      `UPDATE survey SET audience = $2, status = 'closed', opens_at = created_at, closes_at = created_at, is_settled = true
       WHERE survey_id = $1`,
      [draft.surveyId, audience],
    )
    expect((await results(draft.surveyId, undefined, staff)).refusal).toBe('NO_SUCH_SURVEY')
    expect((await results(draft.surveyId)).refusal).toBe('TOO_FEW')
  })
})

test('texts are told from ten answers on, page by page, each once, in an order of their own', async () => {
  const answers = Array.from({ length: 25 }, (_, i) => ({
    ...forty[0],
    q4: { text: `意见${String(i).padStart(2, '0')}` },
  }))
  const { surveyId } = await closed({ answers })
  const first = await done(house, listTexts, { surveyId, item: 'q4' }, surveyor)
  const second = await done(house, listTexts, { surveyId, item: 'q4', cursor: first.nextCursor }, surveyor)
  const all = [...first.items, ...second.items].map(({ text }) => text)
  expect(second.nextCursor).toBeUndefined()
  expect([...all].sort()).toEqual(answers.map(({ q4 }) => q4.text))
  expect(all).not.toEqual([...all].sort())
  expect((await house.call(listTexts, { surveyId, item: 'q9' }, surveyor)).refusal).toBe('NO_SUCH_FILTER')
  const nine = await closed({ answers: answers.slice(0, 9) })
  expect((await house.call(listTexts, { surveyId: nine.surveyId, item: 'q4' }, surveyor)).refusal).toBe('TOO_FEW')
})

test('participation is told by department, those of fewer than five together', async () => {
  const own = await givenOrg(house)
  const asker = await signedInAs(house, own, ['surveyor'])
  const departments = await Promise.all(
    ['动力部', '食堂部', '小组甲', '小组乙'].map((name) => givenDepartment(house, own.orgId, name)),
  )
  const sizes = [6, 5, 2, 3]
  const people = await Promise.all(
    departments.flatMap((departmentId, i) =>
      times(sizes[i] ?? 0, departmentId).map(() => givenPerson(house, { ...own, departmentId }, {})),
    ),
  )
  const { surveyId } = await givenSurvey(house, own, {
    personIds: people.map(({ personId }) => personId),
    invited: 0,
    answers: times(7, forty[0] as object) as typeof forty,
    definition: smallDefinition,
  })
  const told = await done(house, getParticipation, { surveyId }, asker)
  expect(told).toMatchObject({ invited: 16, answered: 7 })
  expect(told.departments.map(({ name, invited, answered }) => [name, invited, answered])).toEqual([
    ['动力部', 6, 6],
    ['食堂部', 5, undefined],
    ['人数较少的部门合计', 5, undefined],
  ])
})
