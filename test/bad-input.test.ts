import { reserveRoom } from '../contract/booking'
import { formatInstant, instantAt } from '../contract/zone'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const zone = '+08:00'
const at = (hours: number) => formatInstant(instantAt('2026-11-23', hours * 60, zone), zone)

let cloud: TestCloud
let org: GivenOrg
let roomId: string
let token: string

beforeAll(async () => {
  cloud = await startCloud({ now: instantAt('2026-11-20', 540, zone) })
  org = await givenOrg(cloud)
  roomId = await givenRoom(cloud, org)
  token = (await signedInAs(cloud, org)).token
})
afterAll(() => cloud.end())

const post = async (body: unknown, headers: Record<string, string> = {}) => {
  const response = await cloud.fetch('/api/booking.reserveRoom', {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { authorization: `Bearer ${token}`, ...headers },
  })
  return {
    status: response.status,
    body: (await response.json()) as { issues?: { path: string; message: string }[]; fault?: string; refusal?: string },
  }
}
const wish = (more: object) => ({ roomId, startsAt: at(9), endsAt: at(10), ...more })

test.each([
  ['no room', { roomId: undefined }, 'roomId'],
  ['a number for a room', { roomId: 7 }, 'roomId'],
  ['a room that is no id', { roomId: "1' OR '1'='1" }, 'roomId'],
  ['a time without zone', { startsAt: '2026-11-23T09:00:00' }, 'startsAt'],
  ['a day that does not exist', { startsAt: '2026-02-30T09:00:00+08:00' }, 'startsAt'],
  ['a time in words', { endsAt: '明天上午' }, 'endsAt'],
  ['10,000 characters', { purpose: '会'.repeat(10_000) }, 'purpose'],
  ['an empty title', { purpose: '   ' }, 'purpose'],
  ['a title of invisible characters', { purpose: '\u200b\u200d\ufeff' }, 'purpose'],
  ['half a person', { attendeeCount: 1.5 }, 'attendeeCount'],
  ['no people', { attendeeCount: 0 }, 'attendeeCount'],
  ['people in words', { attendeeCount: '六' }, 'attendeeCount'],
  ['an unknown layout', { layout: 'circle' }, 'layout'],
  ['equipment that is no list', { equipment: 'projector' }, 'equipment'],
  ['unknown equipment', { equipment: ['projector', 'karaoke'] }, 'equipment.1'],
])('%s is bad input with its path and a Chinese sentence', async (_what, more, path) => {
  const { status, body } = await post(wish(more))
  expect(status).toBe(400)
  expect(body.fault).toBe('BAD_INPUT')
  expect(body.issues?.map((issue) => issue.path)).toContain(path)
  for (const { message } of body.issues ?? []) expect(message).toMatch(/[\u4e00-\u9fff]/)
})

test.each([['null'], ['[]'], ['"text"'], ['{"roomId":'], ['\u0000'], ['7']])(
  'a body of %s is bad input',
  async (body) => {
    const answer = await post(body)
    expect(answer.status).toBe(400)
    expect(answer.body.fault).toBe('BAD_INPUT')
  },
)

test('emoji, quotes and SQL are just text; invisible characters vanish', async () => {
  const purpose = `🎉👨‍👩‍👧 Robert'); DROP TABLE booking;--\u200b\u202e <b>`
  const answer = await cloud.call(
    reserveRoom,
    wish({ purpose }) as Parameters<typeof cloud.call<typeof reserveRoom>>[1],
    { token },
  )
  expect(answer.value?.purpose).toBe("🎉👨‍👩‍👧 Robert'); DROP TABLE booking;-- <b>")
  expect(await cloud.cloud.db.selectFrom('booking').select('purpose').execute()).toEqual([
    { purpose: answer.value?.purpose },
  ])
})

test('unknown rooms, and those of another institution, are the same to a client', async () => {
  const abroad = await givenRoom(cloud, await givenOrg(cloud, '外单位'))
  for (const room of ['00000000-0000-4000-8000-000000000000', abroad]) {
    expect((await post(wish({ roomId: room }))).body.refusal).toBe('NO_SUCH_ROOM')
  }
})

test('a body over the limit is refused before it is read, and unknown procedures do not exist', async () => {
  const large = await post(wish({ note: 'x'.repeat(300_000) }))
  expect(large).toMatchObject({ status: 413, body: { fault: 'TOO_LARGE' } })
  const unknown = await cloud.fetch('/api/booking.dropEverything', { method: 'POST', body: '{}' })
  expect([unknown.status, await unknown.json()]).toEqual([404, { fault: 'UNKNOWN_PROCEDURE' }])
})

test('a key that is no UUID is bad input; without a session nothing is told', async () => {
  expect((await post(wish({}), { 'idempotency-key': 'again' })).body.issues?.[0]?.path).toBe('Idempotency-Key')
  expect(await post(wish({}), { authorization: 'Bearer 1.nonsense-nonsense-nonsense' })).toMatchObject({
    status: 401,
    body: { fault: 'SIGNED_OUT' },
  })
})

test('a fault is logged once under the id the client is told', async () => {
  await cloud.cloud.db.schema.alterTable('booking').renameTo('booking_away').execute()
  const answer = await post(wish({ startsAt: at(12), endsAt: at(13) }))
  await cloud.cloud.db.schema.alterTable('booking_away').renameTo('booking').execute()
  expect(answer.status).toBe(500)
  const told = (answer.body as { id?: string }).id
  expect(cloud.errors.map((line) => line.id)).toEqual([told])
  cloud.errors.length = 0
})
