import { reportTicket } from '../contract/repair'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { givenCategory } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
const begin = Date.UTC(2026, 10, 20, 1)

beforeAll(async () => {
  house = await startCloud({ now: begin })
  org = await givenOrg(house)
})
afterAll(() => house.end())

const rowsOf = async (table: string) =>
  (await house.cloud.pool.query(`SELECT * FROM ${table} WHERE org_id = $1`, [org.orgId])).rows

test('a report is written once with its first event, whatever often it is sent', async () => {
  const staff = await signedInAs(house, org)
  const categoryId = await givenCategory(house, org, { limits: { response: { clock: 'wall', minutes: 120 } } })
  const placeId = await givenRoom(house, org)
  const key = crypto.randomUUID()
  const input = { categoryId, placeId, words: '不制冷' }
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => house.call(reportTicket, input, { token: staff.token, key })),
  )
  expect(new Set(answers.map(({ value }) => value?.ticketId)).size).toBe(1)
  expect(answers[0]?.value).toMatchObject({ status: 'new', responseDueAt: '2026-11-20T11:00:00+08:00' })
  expect(await rowsOf('ticket')).toHaveLength(1)
  expect(await rowsOf('ticket_event')).toMatchObject([{ kind: 'reported', event_number: 1, cycle: 1 }])
})
