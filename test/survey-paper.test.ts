import { getPaperQuestionnaire, listPaperSurveys } from '../contract/survey-answering'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenSurvey } from './support/given-survey'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
beforeAll(async () => {
  house = await startCloud()
  org = await givenOrg(house)
})
afterAll(() => house.end())

test('whoever enters paper for others sees the open surveys without being invited, and of others not even the title', async () => {
  const { token } = await signedInAs(house, org, ['proxy'])
  const { surveyId } = await givenSurvey(house, org)
  const draft = await givenSurvey(house, org, { status: 'draft' })
  const closed = await givenSurvey(house, org, { status: 'closed' })
  const elsewhere = await givenSurvey(house, await givenOrg(house))
  const { value } = await house.call(listPaperSurveys, {}, { token })
  expect(value?.items).toMatchObject([{ surveyId, isAnonymous: true }])
  const open = async (id: string) => house.call(getPaperQuestionnaire, { surveyId: id }, { token })
  expect((await open(surveyId)).value).toMatchObject({ surveyId, revision: 1, isAnonymous: true })
  expect((await open(draft.surveyId)).refusal).toBe('NO_SUCH_SURVEY')
  expect((await open(elsewhere.surveyId)).refusal).toBe('NO_SUCH_SURVEY')
  expect((await open(closed.surveyId)).refusal).toBe('NOT_OPEN')

  const now = house.cloud.clock()
  house.setNow(now + 400 * 86_400_000)
  const later = await signedInAs(house, org, ['proxy'])
  expect((await house.call(listPaperSurveys, {}, later)).value?.items).toEqual([])
  expect((await house.call(getPaperQuestionnaire, { surveyId }, later)).refusal).toBe('NOT_OPEN')
  house.setNow(now)
})
