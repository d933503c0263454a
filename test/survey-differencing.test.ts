import fc from 'fast-check'
import { closeSurvey } from '../contract/survey'
import { submitAnswers } from '../contract/survey-answering'
import type { SurveyItem } from '../contract/survey-definition'
import { getCrossTab, getResults } from '../contract/survey-results'
import { settleAnswers } from '../functions/survey/settle-answers'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { definitionOf, givenSurvey } from './support/given-survey'
import { done, type Who } from './support/repair-house'
import { solvedCells } from './support/solve-table'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let surveyor: Who
beforeAll(async () => {
  house = await startCloud()
  org = await givenOrg(house)
  surveyor = await signedInAs(house, org, ['surveyor'])
})
afterAll(() => house.end())

const single = (code: string, n: number): SurveyItem => ({
  code,
  kind: 'single',
  title: code,
  hint: '',
  isRequired: false,
  isRandom: false,
  options: Array.from({ length: n }, (_, i) => ({ code: `o${i + 1}`, text: `选项${i + 1}` })),
})
const codes = ['q1', 'q2', 'q3'] as const
const definition = definitionOf([single('q1', 3), single('q2', 4), single('q3', 2)])
const widths = { q1: 3, q2: 4, q3: 2 }
const pairs = [
  ['q1', 'q2'],
  ['q1', 'q3'],
  ['q3', 'q2'],
] as const

/** What a person chose by question; −1 nothing. */
type Person = Record<(typeof codes)[number], number>
const answersOf = (person: Person) => {
  const answers: Record<string, { option: string }> = {}
  for (const code of codes) if (person[code] >= 0) answers[code] = { option: `o${person[code] + 1}` }
  return answers
}

/** All that can be asked of two questions: the table, and the filters by each option of either. */
async function viewsOf(surveyId: string, [rows, columns]: (typeof pairs)[number]) {
  const table = await done(house, getCrossTab, { surveyId, rows, columns }, surveyor)
  const filteredBy = (item: string, of: string) =>
    Promise.all(
      Array.from({ length: item === rows ? widths[rows] : widths[columns] }, async (_, i) => {
        const filter = { item, option: `o${i + 1}` }
        // an option that few chose is no filter
        const { value } = await house.call(getResults, { surveyId, filter }, surveyor)
        const found = value?.items.find(({ code }) => code === of)
        return { cells: found?.cells.map(({ count }) => count) ?? [], empty: found?.empty }
      }),
    )
  const byRow = await filteredBy(rows, columns)
  const byColumn = await filteredBy(columns, rows)
  const counts = table.counts.map((line) => line.map(({ count }) => count))
  // whoever reads lays all views on each other; nothing shows those who answered neither
  const shown = counts.map((line, i) => [
    ...line.map((count, j) => count ?? byRow[i]?.cells[j] ?? byColumn[j]?.cells[i]),
    byRow[i]?.empty,
  ])
  return { table, shown: [...shown, [...byColumn.map(({ empty }) => empty), undefined]] }
}

const trueTable = (people: readonly Person[], [rows, columns]: (typeof pairs)[number]) => {
  const lines = (n: number) => [...Array.from({ length: n }, (_, i) => i), -1]
  return lines(widths[rows]).map((i) =>
    lines(widths[columns]).map((j) => people.filter((one) => one[rows] === i && one[columns] === j).length),
  )
}

const place = (n: number) => fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: n - 1 }) }, fc.constant(-1))
const someone = fc.record({ q1: place(3), q2: place(4), q3: place(2) })
const crowd = fc
  .array(fc.tuple(someone, fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 12 }))), {
    minLength: 4,
    maxLength: 16,
  })
  .map((all) => all.flatMap(([one, n]) => Array.from({ length: n }, () => one)))
  .filter((all) => codes.every((code) => all.filter((one) => one[code] >= 0).length >= 5))

test('from the table of two questions, all filters by either and all totals no cell below five can be solved', async () => {
  const samples = fc.sample(crowd, 12)
  for (const people of samples) {
    const { surveyId } = await givenSurvey(house, org, {
      definition,
      status: 'closed',
      invited: 0,
      paper: people.map(answersOf),
    })
    for (const pair of pairs) {
      const { table, shown } = await viewsOf(surveyId, pair)
      const counts = trueTable(people, pair)
      expect({ pair, solved: solvedCells(counts, shown), people }).toEqual({ pair, solved: [], people })
      // a test statistic is made of every cell: it would tell the last one
      if (table.chiSquare) expect(table.counts.flat().every(({ count }) => count !== undefined)).toBe(true)
    }
  }
})

test('two questions are told of wholly, or not at all', async () => {
  const people = (n: number, q1: number, q3: number) => Array.from({ length: n }, () => ({ q1, q2: 0, q3 }))
  const of = async (all: Person[]) => {
    const paper = all.map(answersOf)
    const options = { definition, status: 'closed', invited: 0, paper } as const
    const { surveyId } = await givenSurvey(house, org, options)
    const { counts } = await done(house, getCrossTab, { surveyId, rows: 'q1', columns: 'q3' }, surveyor)
    return counts.flat().map(({ count }) => count)
  }
  const whole = [...people(6, 0, 0), ...people(7, 0, 1), ...people(8, 1, 0), ...people(9, 1, 1)]
  expect(await of(whole)).toEqual([6, 7, 8, 9, 0, 0])
  expect((await of([...whole, ...people(4, 2, 0), ...people(20, 2, 1)])).every((one) => one === undefined)).toBe(true)
})

test('two publications of a survey that is open, and the last, never differ by fewer than five answers', async () => {
  const people = await Promise.all(Array.from({ length: 43 }, () => signedInAs(house, org)))
  const personIds = people.map(({ personId }) => personId)
  const { surveyId, revision } = await givenSurvey(house, org, { personIds, invited: 0, resultsWhen: 'tenAnswers' })
  const published = new Set<number>()
  const read = async () => {
    const { value } = await house.call(getResults, { surveyId }, surveyor)
    if (!value) return
    published.add(value.n)
    // a count of each would tell what the few chose who answered in between
    if (value.status === 'published') expect(JSON.stringify(value.items)).not.toMatch(/"(count|n|empty|share)":/)
  }
  for (const person of people) {
    const answers = { q1: { option: 'o1' }, q2: { number: 4 } }
    await done(house, submitAnswers, { surveyId, revision, answers }, person)
    await settleAnswers(house.cloud, house.cloud.clock(), surveyId)
    await read()
  }
  expect(published.size).toBeGreaterThan(2)
  await done(house, closeSurvey, { surveyId }, surveyor)
  await settleAnswers(house.cloud, house.cloud.clock(), surveyId)
  await read()
  const steps = [...published].sort((a, b) => a - b)
  expect(steps[steps.length - 1]).toBe(43)
  for (const [i, n] of steps.entries()) expect(n - (steps[i - 1] ?? 0)).toBeGreaterThanOrEqual(5)
})
