import { type CanteenSetting, getCanteenSetting, saveCanteenSetting } from '../contract/canteen-feedback'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let manager: string

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
})
beforeEach(async () => {
  org = await givenOrg(house)
  manager = (await signedInAs(house, org, ['manager'])).token
})
afterAll(() => house.end())

const read = async () => (await house.call(getCanteenSetting, {}, { token: manager })).value as CanteenSetting
const save = async (wish: Partial<CanteenSetting>, token = manager) =>
  house.call(saveCanteenSetting, { ...(await read()), ...wish }, { token })
const week = (workday: [number, number][]) => [workday, workday, workday, workday, workday, [], []]

test('A new institution answers within two hours of the kitchen’s day, and hygiene has its words', async () => {
  const setting = await read()
  expect(setting).toMatchObject({ answerMinutes: 120, dutyManager: '' })
  expect(setting).not.toHaveProperty('dutyManagerId')
  expect(setting.weekly).toEqual(week([[390, 1170]]))
  expect(setting.hygieneWords).toEqual(expect.arrayContaining(['头发', '虫', '异物', '拉肚子']))
})

test('What was saved is kept: hours in their order, words once, the duty manager by name', async () => {
  const { personId } = await givenPerson(house, org, { duties: ['kitchen'], name: '郑班长' })
  const { value } = await save({
    weekly: week([
      [960, 1200],
      [360, 840],
    ]),
    publishedThrough: 2027,
    answerMinutes: 60,
    dutyManagerId: personId,
    hygieneWords: ['头发', '石子', '头发'],
  })
  expect(value).toEqual({
    weekly: week([
      [360, 840],
      [960, 1200],
    ]),
    publishedThrough: 2027,
    answerMinutes: 60,
    dutyManagerId: personId,
    dutyManager: '郑班长',
    hygieneWords: ['头发', '石子'],
  })
  expect(await read()).toEqual(value)
  // without a duty manager all managers are told
  expect((await save({ dutyManagerId: undefined })).value).not.toHaveProperty('dutyManagerId')
})

test.each([
  [
    'overlap',
    week([
      [480, 720],
      [700, 900],
    ]),
    '周一的服务时段互相重叠',
  ],
  ['end before they begin', week([[720, 480]]), '周一的服务时间有误'],
  ['are none at all', week([]), '一周中至少要有一段服务时间'],
])('Service hours that %s are refused with what is wrong', async (_what, weekly, said) => {
  const before = await read()
  const { refusal, detail } = await save({ weekly })
  expect([refusal, String(detail?.problem)]).toEqual(['HOURS_INVALID', expect.stringContaining(said)])
  expect(await read()).toEqual(before)
})

test('Who is on duty manages, cooks or administers here, and has not left', async () => {
  const clerk = await givenPerson(house, org)
  const abroad = await givenPerson(house, await givenOrg(house, '别的单位'), { duties: ['manager'] })
  const admin = await givenPerson(house, org, { duties: ['admin'] })
  expect((await save({ dutyManagerId: clerk.personId })).refusal).toBe('NO_SUCH_PERSON')
  expect((await save({ dutyManagerId: abroad.personId })).refusal).toBe('NO_SUCH_PERSON')
  expect((await save({ dutyManagerId: admin.personId })).value?.dutyManagerId).toBe(admin.personId)
  await house.cloud.pool.query(`UPDATE person SET status = 'left' WHERE person_id = $1`, [admin.personId])
  expect((await save({})).refusal).toBe('NO_SUCH_PERSON')
})

test('The kitchen reads how comments are answered, and the managers decide it', async () => {
  const { token } = await signedInAs(house, org, ['kitchen'])
  expect((await house.call(getCanteenSetting, {}, { token })).value).toEqual(await read())
  expect((await save({}, token)).status).toBe(403)
})
