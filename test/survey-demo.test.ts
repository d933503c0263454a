import { listSurveys } from '../contract/survey'
import { listActions, listBoard } from '../contract/survey-actions'
import { listMySurveys } from '../contract/survey-answering'
import { wrongAnswers } from '../contract/survey-answers'
import type { SurveyDefinition } from '../contract/survey-definition'
import type { Answers } from '../contract/survey-logic'
import { compareRounds, getResults } from '../contract/survey-results'
import type { Address } from '../database/connect'
import { tick } from '../functions/tick'
import { seedWhenEmpty } from '../scripts/seed'
import { demoToken, startDemoHouse } from './support/demo-house'
import { done } from './support/repair-house'
import type { TestCloud } from './support/start-cloud'

let house: TestCloud
let address: Address
const whose: Record<string, { token: string }> = {}
const staff = () => whose.staff ?? { token: '' }
const surveyor = () => whose.surveyor ?? { token: '' }

beforeAll(async () => {
  ;({ house, address } = await startDemoHouse())
  for (const [persona, staffNumber] of [
    ['staff', 'D0001'],
    ['surveyor', 'D0007'],
  ] as const) {
    whose[persona] = { token: await demoToken(house, staffNumber) }
  }
})
afterAll(() => house.end())

test('staff of the demo have one survey to answer, and the results of two rounds to read', async () => {
  const { items } = await done(house, listMySurveys, {}, staff())
  expect(items.filter(({ hasAnswered, hasResults }) => !hasAnswered && !hasResults)).toHaveLength(0)
  expect(items[0]).toMatchObject({ title: expect.stringContaining('食堂小调查'), hasAnswered: false })
  const { rounds, questions } = await done(house, compareRounds, {}, staff())
  expect(rounds.map(({ n }) => n)).toEqual([58, 64])
  expect(questions.length).toBeGreaterThanOrEqual(7)
  expect(questions.flatMap(({ points }) => points.filter(({ isNewWording }) => isNewWording))).toEqual([])
  for (const { surveyId } of [...rounds, ...items.slice(0, 1)]) {
    const results = await done(house, getResults, { surveyId }, staff())
    expect(results.n).toBeGreaterThanOrEqual(10)
    expect(results.n).toBeLessThanOrEqual(results.answered)
  }
})

test('the board of the demo has actions that are closed, done and adopted, with voices, and one suggestion waits', async () => {
  const { items } = await done(house, listBoard, {}, staff())
  expect(items.map(({ status }) => status).sort()).toEqual(['adopted', 'closed', 'done', 'postponed'])
  const closed = items.find(({ status }) => status === 'closed')
  expect(closed?.meanAfter).toBeGreaterThan(closed?.meanBefore ?? 5)
  expect(closed).toMatchObject({ better: 46, same: 9, worse: 3 })
  const waiting = await done(house, listActions, { status: 'proposed' }, surveyor())
  expect(waiting.items).toMatchObject([{ isSuggestion: true }])
})

test('every answer of the demo is one that could have been handed in', async () => {
  const { rows } = await house.cloud.pool.query<{ definition: SurveyDefinition; answers: Answers }>(
    'SELECT s.definition, r.answers FROM survey_response r JOIN survey s USING (org_id, survey_id)',
  )
  expect(rows.length).toBeGreaterThan(150)
  for (const { definition, answers } of rows) expect(wrongAnswers(definition, answers)).toEqual([])
})

test('a demo that was left alone asks again, and time alone breaks nothing in it', async () => {
  await tick(house.cloud)
  const titles = async () => (await done(house, listSurveys, { status: 'published' }, surveyor())).items
  expect(await titles()).toHaveLength(1)
  await house.cloud.pool.query(
    `UPDATE survey SET opens_at = opens_at - interval '20 days', closes_at = closes_at - interval '20 days'
     WHERE status = 'published'`,
  )
  await tick(house.cloud)
  expect(await titles()).toHaveLength(0)
  await seedWhenEmpty(address, () => {})
  expect(await titles()).toHaveLength(1)
  expect((await done(house, listSurveys, {}, surveyor())).items).toHaveLength(4)
})
