import type { SurveyItem } from '../contract/survey-definition'
import { compareRounds } from '../contract/survey-results'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { definitionOf, givenSurvey } from './support/given-survey'
import { at, done, type Who, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let surveyor: Who
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  house.setNow(at('2026-11-20 09:00'))
  org = await givenOrg(house)
  surveyor = await signedInAs(house, org, ['surveyor'])
})
afterAll(() => house.end())

const overall = '总体来说，您对后勤服务满意吗？'
const csat = (code: string, title: string): SurveyItem => ({
  code,
  kind: 'csat',
  title,
  hint: '',
  isRequired: true,
  hasDontKnow: true,
})

interface Round {
  title: string
  closed: string
  wording?: string
  points: number[]
  more?: Parameters<typeof givenSurvey>[2]
}

/** A round that asks how content one is, in these words, and one question of its own. */
async function round({ title, closed, wording = overall, points, more = {} }: Round): Promise<string> {
  const items = [csat('q1', wording), csat('q20', '本季度另问')]
  const { surveyId } = await givenSurvey(house, org, {
    title,
    definition: definitionOf(items, { title, coreVersion: '2026-1' }),
    template: 'core',
    status: 'closed',
    opensAt: at(closed) - 7 * 24 * 3_600_000,
    closesAt: at(closed),
    answers: points.map((number) => ({ q1: { number }, q20: { number: 1 } })),
    ...more,
  })
  return surveyId
}

test('rounds of the core stand oldest first, with their means, intervals and shares of answers', async () => {
  const many = (...points: number[]) => Array.from({ length: 25 }, (_, i) => points[i % 5] ?? 0)
  const later = await round({ title: '三季度', closed: '2026-09-30 18:00', points: many(4, 4, 5, 5, 5) })
  const earlier = await round({
    title: '二季度',
    closed: '2026-06-30 18:00',
    points: many(1, 2, 3, 4, 5),
    more: { invited: 50 },
  })
  await round({ title: '四人', closed: '2026-03-31 18:00', points: [1, 1, 1, 1] })
  await givenSurvey(house, org, { status: 'closed' })
  const told = await done(house, compareRounds, {}, surveyor)
  expect(told.rounds).toMatchObject([
    { surveyId: earlier, title: '二季度', closedAt: wire('2026-06-30 18:00'), n: 25, responseRate: 0.5 },
    { surveyId: later, title: '三季度', n: 25, responseRate: 1 },
  ])
  expect(told.questions).toHaveLength(1)
  const [first, second] = told.questions[0]?.points ?? []
  expect(told.questions[0]).toMatchObject({ code: 'q1', title: overall })
  expect(first).toMatchObject({ surveyId: earlier, mean: 3, n: 25, isNewWording: false })
  expect(first?.interval?.low).toBeCloseTo(3 - 0.596, 3)
  expect(second).toMatchObject({ surveyId: later, mean: 4.6, isNewWording: false })
})

test('a changed wording breaks the line once, where it changed', async () => {
  const points = [3, 3, 4, 4, 5]
  await round({ title: '一', closed: '2026-03-31 18:00', wording: '您对后勤满意吗？', points })
  await round({ title: '二', closed: '2026-06-30 18:00', points })
  await round({ title: '三', closed: '2026-09-30 18:00', points })
  const { questions } = await done(house, compareRounds, {}, surveyor)
  expect(questions[0]?.title).toBe(overall)
  expect(questions[0]?.points.map(({ isNewWording }) => isNewWording)).toEqual([false, true, false])
})

test('staff compare rounds that they may read; too few answers are in no line, and what waits is settled first', async () => {
  const staff = await signedInAs(house, org)
  const points = [3, 3, 4, 4, 5]
  const open = await round({ title: '一', closed: '2026-03-31 18:00', points })
  const shut = await round({ title: '二', closed: '2026-06-30 18:00', points, more: { isOpenToStaff: false } })
  const waiting = await round({ title: '三', closed: '2026-09-30 18:00', points, more: { isSettled: false } })
  const few = await round({
    title: '四',
    closed: '2026-10-30 18:00',
    points,
    more: { answers: points.map((number, i) => ({ [i < 4 ? 'q1' : 'q20']: { number } })) },
  })
  const ids = async (who: Who) => (await done(house, compareRounds, {}, who)).rounds.map(({ surveyId }) => surveyId)
  expect(await ids(staff)).toEqual([open, waiting, few])
  expect(await ids(surveyor)).toEqual([open, shut, waiting, few])
  const { questions } = await done(house, compareRounds, {}, surveyor)
  expect(questions[0]?.points[3]).toEqual({ surveyId: few, isNewWording: false })
})
