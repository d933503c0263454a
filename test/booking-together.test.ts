import { randomUUID } from 'node:crypto'
import { type JudgedWish, reserveTogether } from '../functions/booking/reserve-together'
import { type GivenOrg, givenOrg, givenPerson, givenRoom } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

let cloud: TestCloud
let org: GivenOrg
let personId: string

beforeAll(async () => {
  cloud = await startCloud()
  org = await givenOrg(cloud)
  personId = (await givenPerson(cloud, org)).personId
})
afterAll(() => cloud.end())

const wishFor = (room: string, more: Partial<JudgedWish> = {}): JudgedWish => ({
  asker: personId,
  key: randomUUID(),
  fingerprint: '\\x00',
  asked_at: '2026-11-20T01:00:00Z',
  answer: '{"value":{}}',
  booking: randomUUID(),
  room,
  judged_revision: 1,
  starts_at: '2026-11-23T01:00:00Z',
  ends_at: '2026-11-23T02:00:00Z',
  free_at: '2026-11-23T02:00:00Z',
  organizer: personId,
  purpose: '周例会',
  attendees: 6,
  layout: null,
  tea: false,
  equipment: ['projector'],
  note: '"引号"、\\ 和换行\n都是文字',
  audit_detail: {},
  ...more,
})
const reserveAll = (wishes: readonly JudgedWish[]) =>
  Promise.allSettled(wishes.map((wish) => reserveTogether(cloud.cloud.pool, org.orgId, wish)))

test('wishes that travel together each get their own answer, in whatever order their rooms stand', async () => {
  const rooms = await Promise.all([1, 2, 3, 4, 5].map(() => givenRoom(cloud, org)))
  const wishes = [...rooms, ...rooms].map((room) => wishFor(room))
  const outcomes = await reserveAll([...wishes, wishFor(rooms[0] ?? '', { judged_revision: 7 })])
  expect(outcomes.map((o) => (o.status === 'fulfilled' ? o.value : o.reason))).toEqual([
    ...rooms.map(() => 'reserved'),
    ...rooms.map(() => 'taken'),
    'stale',
  ])
  const { rows } = await cloud.cloud.pool.query<{ booking_id: string; note: string; equipment: string[] }>(
    'SELECT booking_id, note, equipment FROM booking WHERE room_id = ANY ($1)',
    [rooms],
  )
  expect(new Set(rows.map((row) => row.booking_id))).toEqual(new Set(wishes.slice(0, 5).map((wish) => wish.booking)))
  expect(rows[0]).toMatchObject({ note: wishFor('').note, equipment: ['projector'] })
})

test('what one wish breaks does not touch the others', async () => {
  const rooms = await Promise.all([1, 2, 3].map(() => givenRoom(cloud, org)))
  const [first = '', second = '', third = ''] = rooms
  const outcomes = await reserveAll([wishFor(first), wishFor(second, { organizer: randomUUID() }), wishFor(third)])
  expect(outcomes.map((o) => o.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const { rows } = await cloud.cloud.pool.query<{ room_id: string }>(
    'SELECT room_id FROM booking WHERE room_id = ANY ($1)',
    [rooms],
  )
  expect(rows.map((row) => row.room_id).sort()).toEqual([first, third].sort())
})

test('a key used before leaves nothing behind, even when the room is free again', async () => {
  const [one, other] = await Promise.all([givenRoom(cloud, org), givenRoom(cloud, org)])
  const key = randomUUID()
  const outcomes = await reserveAll([wishFor(one, { key })])
  expect(outcomes[0]).toMatchObject({ value: 'reserved' })
  expect(await reserveAll([wishFor(other, { key })])).toMatchObject([{ value: 'replayed' }])
  const { rows } = await cloud.cloud.pool.query('SELECT FROM booking WHERE room_id = $1', [other])
  expect(rows).toHaveLength(0)
})
