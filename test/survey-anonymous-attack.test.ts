import { randomInt } from 'node:crypto'
import { submitAnswers } from '../contract/survey-answering'
import { tick } from '../functions/tick'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { definitionOf, givenSurvey } from './support/given-survey'
import { type Dump, dumpOf, linksOf } from './support/link-answers'
import { startCloud, type TestCloud } from './support/start-cloud'

const people = 40
/** Whoever guesses at random links one of them on average, and more than nine in one of ten million tries. */
const byChance = 9

/** Everybody's answer is known by its number: the attacker needs no luck to recognise it. */
const definition = definitionOf([
  { kind: 'number', code: 'q1', title: '您的幸运数字？', hint: '', isRequired: true, unit: '' },
])

let house: TestCloud
let org: GivenOrg
beforeEach(async () => {
  house = await startCloud()
  org = await givenOrg(house)
})
afterEach(() => house.end())

interface Truth {
  surveyId: string
  /** Whose answer is which number. */
  answerOf: Map<string, number>
}

/** So many people who are signed in, each with a number of their own. */
async function givenPeople(count: number) {
  const numbers = Array.from({ length: count }, (_, n) => 1000 + n)
  const all = []
  while (numbers.length > 0) {
    const [number = 0] = numbers.splice(randomInt(numbers.length), 1)
    all.push({ ...(await signedInAs(house, org)), number })
  }
  return all
}

/** They hand in one after the other, seconds apart, through the front door. */
async function everybodyAnswers(
  resultsWhen: 'closed' | 'tenAnswers' = 'closed',
  ticks = true,
  count = people,
): Promise<Truth> {
  const all = await givenPeople(count)
  const { surveyId, revision } = await givenSurvey(house, org, {
    definition,
    resultsWhen,
    invited: 0,
    personIds: all.map(({ personId }) => personId),
  })
  for (const { token, number } of all) {
    house.setNow(house.cloud.clock() + 7_000)
    const answers = { q1: { number } }
    expect((await house.call(submitAnswers, { surveyId, revision, answers }, { token })).value).toBeDefined()
    if (ticks) await tick(house.cloud)
  }
  return { surveyId, answerOf: new Map(all.map(({ personId, number }) => [personId, number])) }
}

/** What a naive design keeps: who took part and what was answered, written together. */
async function everybodyAnswersNaively(): Promise<Truth> {
  const all = await givenPeople(people)
  const { surveyId } = await givenSurvey(house, org, {
    definition,
    invited: 0,
    personIds: all.map((one) => one.personId),
  })
  for (const { personId, number } of all) {
    await house.cloud.pool.query(
      `WITH who AS (INSERT INTO survey_participation VALUES ($1, $2, $3))
       INSERT INTO survey_response (org_id, survey_id, response_id, answers) VALUES ($1, $2, gen_random_uuid(), $4)`,
      [org.orgId, surveyId, personId, { q1: { number } }],
    )
  }
  return { surveyId, answerOf: new Map(all.map(({ personId, number }) => [personId, number])) }
}

/** How many people the best of all strategies links to their own answer. */
function linked(dump: Dump, { surveyId, answerOf }: Truth): { best: number; by: Record<string, number> } {
  const by: Record<string, number> = {}
  for (const [strategy, links] of Object.entries(linksOf(dump, surveyId)))
    by[strategy] = links.filter(({ personId, number }) => answerOf.get(personId) === number).length
  return { best: Math.max(...Object.values(by)), by }
}

describe('whoever holds the whole database', () => {
  test('links nearly everybody to their answers where both are written together', async () => {
    const truth = await everybodyAnswersNaively()
    expect(linked(await dumpOf(house), truth).best).toBe(people)
    // VACUUM does not take the transaction away
    await house.cloud.pool.query('VACUUM FREEZE survey_participation, survey_response')
    expect(linked(await dumpOf(house), truth).best).toBeGreaterThanOrEqual(people - 2)
  })

  test.each(['closed', 'tenAnswers'] as const)(
    'links no more than chance does, while it is open (results: %s) and after it has closed',
    async (resultsWhen) => {
      const truth = await everybodyAnswers(resultsWhen)
      const before = await dumpOf(house)
      expect(before.tables.survey_response?.length).toBeGreaterThanOrEqual(10)
      expect(linked(before, truth).best).toBeLessThanOrEqual(byChance)
      house.setNow(house.cloud.clock() + 7 * 86_400_000)
      await tick(house.cloud)
      const after = await dumpOf(house)
      expect(after.tables.survey_response).toHaveLength(people)
      expect(after.tables.survey_staged).toHaveLength(0)
      expect(new Set(after.tables.survey_response?.map((row) => row.xmin)).size).toBe(1)
      expect(new Set(after.tables.survey_participation?.map((row) => row.xmin)).size).toBe(1)
      expect(linked(after, truth).best).toBeLessThanOrEqual(byChance)
    },
    60_000,
  )

  test.each([
    ['in the database', undefined],
    ['kept apart', Buffer.alloc(32, 7)],
  ])(
    'links no more than chance while everything waits and nothing was settled yet, the key %s',
    async (_, surveyKey) => {
      house.cloud.surveyKey = surveyKey
      const truth = await everybodyAnswers('closed', false)
      const dump = await dumpOf(house)
      expect(dump.tables.survey_staged).toHaveLength(people)
      expect(linked(dump, truth).best).toBeLessThanOrEqual(byChance)
    },
    30_000,
  )

  test('links no more than chance of a survey too large to be mixed whole, while all of it waits', async () => {
    const truth = await everybodyAnswers('closed', false, 160)
    const dump = await dumpOf(house)
    expect(new Set(dump.tables.survey_staged?.map((row) => row.xmin)).size).toBeGreaterThan(5)
    expect(linked(dump, truth).best).toBeLessThanOrEqual(byChance)
  })

  test('reads nothing of what waits: no number, no person, and all of one length', async () => {
    const { answerOf } = await everybodyAnswers('closed', false)
    const staged = (await dumpOf(house)).tables.survey_staged ?? []
    expect(staged).toHaveLength(people)
    expect(new Set(staged.map(({ sealed }) => (sealed as Buffer).length)).size).toBe(1)
    const all = JSON.stringify(staged)
    for (const personId of answerOf.keys()) expect(all).not.toContain(personId)
    expect(all).not.toContain('number')
  })

  test('finds no command, no entry in the audit log and no line in the log that tells of a submission', async () => {
    const { surveyId } = await everybodyAnswers('closed', false)
    const { tables } = await dumpOf(house)
    for (const name of ['command', 'audit_entry', 'notice', 'outbox'])
      expect(JSON.stringify(tables[name] ?? [])).not.toContain(surveyId)
    expect(house.errors).toEqual([])
  })
})
