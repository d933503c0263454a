import { getQuestionnaire, listMySurveys, submitAnswers, submitPaper } from '../contract/survey-answering'
import { settleAnswers } from '../functions/survey/settle-answers'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { secondHost } from './support/given-riders'
import { givenSurvey } from './support/given-survey'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
beforeAll(async () => {
  house = await startCloud()
  org = await givenOrg(house)
})
afterAll(() => house.end())

const right = { q1: { option: 'o1' }, q2: { number: 4 } }

async function invitedTo(options: Parameters<typeof givenSurvey>[2] = {}) {
  const { token, personId } = await signedInAs(house, org)
  const survey = await givenSurvey(house, org, { personIds: [personId], ...options })
  const submit = (answers: object, revision = survey.revision) =>
    house.call(submitAnswers, { surveyId: survey.surveyId, revision, answers } as never, { token })
  return { ...survey, token, personId, submit }
}
const rows = async (table: string, surveyId: string) =>
  (await house.cloud.pool.query(`SELECT * FROM ${table} WHERE survey_id = $1`, [surveyId])).rows

test('whoever is invited finds the survey, answers it once, and hears on the second try that it has arrived', async () => {
  const { surveyId, token, submit } = await invitedTo()
  const mine = await house.call(listMySurveys, {}, { token })
  expect(mine.value?.items).toMatchObject([
    { surveyId, hasAnswered: false, questions: 4, minutes: 1, hasResults: false },
  ])
  const asked = await house.call(getQuestionnaire, { surveyId }, { token })
  expect(asked.value).toMatchObject({ revision: 1, isAnonymous: true, hasAnswered: false })
  expect((await submit(right)).value).toEqual({ thanks: '谢谢您的意见。' })
  expect((await submit(right)).refusal).toBe('ALREADY_ANSWERED')
  expect((await house.call(listMySurveys, {}, { token })).value?.items).toMatchObject([{ hasAnswered: true }])
})

test('fifty answers of one person at the same moment through two hosts are one', async () => {
  const { surveyId, token } = await invitedTo()
  const other = await secondHost(house)
  const body = JSON.stringify({ surveyId, revision: 1, answers: right })
  const answers = await Promise.all(
    Array.from({ length: 50 }, async (_, n) => {
      const host = n % 2 ? house : other
      const init = { method: 'POST', headers: { authorization: `Bearer ${token}` }, body }
      return (await (await host.fetch(`/api/${submitAnswers.name}`, init)).json()) as {
        value?: object
        refusal?: string
      }
    }),
  )
  await other.end()
  expect(answers.filter(({ value }) => value)).toHaveLength(1)
  expect(answers.filter(({ refusal }) => refusal === 'ALREADY_ANSWERED')).toHaveLength(49)
  expect(await rows('survey_staged', surveyId)).toHaveLength(1)
})

test.each([
  ['rates 99 of 5', { ...right, q2: { number: 99 } }, 'answers.q2.number'],
  ['leaves out what is required', { q2: { number: 4 } }, 'answers.q1'],
  ['answers what is hidden', { ...right, q3: { options: ['o1'] } }, 'answers.q3'],
  ['answers what was not asked', { ...right, q9: { text: '?' } }, 'answers.q9'],
  ['chooses what is no option', { ...right, q1: { option: 'o9' } }, 'answers.q1.option'],
])('whoever %s is told where and what to do, and may still answer', async (_, wrong, path) => {
  const { surveyId, submit } = await invitedTo()
  const refused = await submit(wrong)
  expect(refused).toMatchObject({ fault: 'BAD_INPUT', issues: [{ path }] })
  expect(refused.issues?.[0]?.message).toMatch(/\p{Script=Han}/u)
  expect(await rows('survey_participation', surveyId)).toEqual([])
  expect((await submit(right)).value).toBeDefined()
})

test('words with tags in them are kept as words', async () => {
  const { surveyId, submit } = await invitedTo({ isAnonymous: false })
  await submit({ ...right, q4: { text: '<script>alert(1)</script>' } })
  expect(await rows('survey_response', surveyId)).toMatchObject([
    { answers: { q4: { text: '<script>alert(1)</script>' } } },
  ])
})

test('another version, another person, too early and too late are refused', async () => {
  const { surveyId, submit } = await invitedTo()
  expect((await submit(right, 2)).refusal).toBe('OTHER_VERSION')
  const stranger = await signedInAs(house, org)
  const asked = { surveyId, revision: 1, answers: right } as never
  expect((await house.call(submitAnswers, asked, { token: stranger.token })).refusal).toBe('NOT_FOR_YOU')
  expect((await house.call(getQuestionnaire, { surveyId }, { token: stranger.token })).refusal).toBe('NOT_FOR_YOU')
  const now = house.cloud.clock()
  expect((await (await invitedTo({ opensAt: now + 60_000 })).submit(right)).refusal).toBe('NOT_OPEN')
  expect((await (await invitedTo({ opensAt: now - 9000, closesAt: now })).submit(right)).refusal).toBe('NOT_OPEN')
  expect((await (await invitedTo({ status: 'closed' })).submit(right)).refusal).toBe('NOT_OPEN')
  expect((await (await invitedTo({ status: 'draft' })).submit(right)).refusal).toBe('NO_SUCH_SURVEY')
})

test('a survey that is not anonymous keeps who and which day, and the database refuses that of an anonymous one', async () => {
  const named = await invitedTo({ isAnonymous: false })
  await named.submit(right)
  expect(await rows('survey_response', named.surveyId)).toMatchObject([{ person_id: named.personId, answers: right }])
  const anonymous = await invitedTo()
  const careless = `INSERT INTO survey_response (org_id, survey_id, response_id, answers, person_id)
    VALUES ($1, $2, gen_random_uuid(), '{}', $3)`
  await expect(
    house.cloud.pool.query(careless, [org.orgId, anonymous.surveyId, anonymous.personId]),
  ).rejects.toMatchObject({ constraint: 'anonymous_response' })
})

test('paper is entered by whoever enters for others, marked; of a named survey by staff number', async () => {
  const proxy = await signedInAs(house, org, ['proxy'])
  const staff = await signedInAs(house, org)
  const anonymous = await invitedTo()
  const enter = (surveyId: string, more: object = {}, token = proxy.token) =>
    house.call(submitPaper, { surveyId, revision: 1, answers: right, ...more } as never, { token })
  expect((await enter(anonymous.surveyId)).value).toBeDefined()
  expect((await enter(anonymous.surveyId, {}, staff.token)).fault).toBe('FORBIDDEN')
  const named = await invitedTo({ isAnonymous: false })
  expect((await enter(named.surveyId)).refusal).toBe('NEEDS_PERSON')
  expect((await enter(named.surveyId, { staffNumber: '没有' })).refusal).toBe('NO_SUCH_PERSON')
  expect((await enter(named.surveyId, { staffNumber: staff.staffNumber })).value).toEqual({ entered: 1 })
  expect((await enter(named.surveyId, { staffNumber: staff.staffNumber })).refusal).toBe('ALREADY_ANSWERED')
  expect(await rows('survey_response', named.surveyId)).toMatchObject([{ is_paper: true, person_id: staff.personId }])
})

test('while it is open five always wait and ten are settled at once; closing settles what is left', async () => {
  const now = house.cloud.clock()
  const people = await Promise.all(Array.from({ length: 26 }, () => signedInAs(house, org)))
  const { surveyId } = await givenSurvey(house, org, { personIds: people.map((one) => one.personId), invited: 0 })
  const counts = async () => [
    (await rows('survey_staged', surveyId)).length,
    (await rows('survey_response', surveyId)).length,
  ]
  const answer = async (from: number, to: number) => {
    for (const { token } of people.slice(from, to))
      await house.call(submitAnswers, { surveyId, revision: 1, answers: right } as never, { token })
    await settleAnswers(house.cloud, now)
    return counts()
  }
  expect(await answer(0, 14)).toEqual([14, 0])
  expect(await answer(14, 15)).toEqual([5, 10])
  expect(await answer(15, 24)).toEqual([14, 10])
  expect(await answer(24, 26)).toEqual([5, 21])
  await Promise.all([
    settleAnswers(house.cloud, now + 7 * 86_400_000),
    settleAnswers(house.cloud, now + 7 * 86_400_000),
  ])
  expect(await counts()).toEqual([0, 26])
  expect(await rows('survey_participation', surveyId)).toHaveLength(26)
})

test('what was sealed before the host was given a key is opened after, and a byte that was changed stops only this survey', async () => {
  const one = await invitedTo()
  const other = await invitedTo()
  for (const { surveyId, token } of [one, other])
    expect(
      (await house.call(submitAnswers, { surveyId, revision: 1, answers: right } as never, { token })).value,
    ).toBeDefined()
  await house.cloud.pool.query(
    'UPDATE survey_staged SET sealed = set_byte(sealed, 40, 255 - get_byte(sealed, 40)) WHERE survey_id = $1',
    [other.surveyId],
  )
  house.cloud.surveyKey = Buffer.alloc(32, 7)
  await settleAnswers(house.cloud, house.cloud.clock() + 7 * 86_400_000)
  expect(await rows('survey_response', one.surveyId)).toHaveLength(1)
  expect(await rows('survey_staged', other.surveyId)).toHaveLength(1)
  expect(house.errors.splice(0)).toHaveLength(1)
})
