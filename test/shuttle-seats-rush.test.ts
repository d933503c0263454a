import { type BusHouse, busHouse, friday, type Rider } from './support/bus-house'
import { givenRiders, secondHost } from './support/given-riders'
import { miscounted, overSold } from './support/seat-counts'
import type { TestCloud } from './support/start-cloud'

const seats = 49
const people = 1000

let bus: BusHouse
let other: Awaited<ReturnType<typeof secondHost>>
let riders: Rider[]

beforeAll(async () => {
  bus = await busHouse({ seats })
  other = await secondHost(bus.house)
  riders = await givenRiders(bus.house, bus.org, people)
})
afterAll(async () => {
  await other.end()
  await bus.house.end()
})

interface Answer {
  value?: { status: string; ahead?: number }
  refusal?: string
}

async function wish(host: Pick<TestCloud, 'fetch'>, { token }: Rider, day: string, orWait: boolean): Promise<Answer> {
  const response = await host.fetch('/api/shuttle.reserveSeat', {
    method: 'POST',
    body: JSON.stringify({ tripId: '早班', day, fromStopId: 'A', toStopId: 'D', orWait }),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'idempotency-key': crypto.randomUUID(),
    },
  })
  return (await response.json()) as Answer
}

/** All at the same moment, half of them through each of two hosts. */
async function rush(day: string, mayWait: (n: number) => boolean) {
  return Promise.all(riders.map((who, n) => wish(n % 2 ? other : bus.house, who, day, mayWait(n))))
}

const saying = (answers: readonly Answer[], word: string) =>
  answers.filter(({ value, refusal }) => (value?.status ?? refusal) === word)

test('1,000 people want 49 seats at the same moment: 49 have one, everybody else is refused', async () => {
  // two hosts that have just been started know nothing yet; the first wishes of a day are part of the rush
  const answers = await rush(friday, () => false)
  expect(saying(answers, 'reserved')).toHaveLength(seats)
  expect(saying(answers, 'FULL')).toHaveLength(people - seats)
  expect(await overSold(bus.house, bus.org.orgId)).toEqual([])
  expect(await miscounted(bus.house, bus.org.orgId)).toEqual([])
})

test('whoever would wait stands in one line without gaps, and nobody stands in it twice', async () => {
  const answers = await rush('2026-11-30', (n) => n % 4 !== 0)
  expect(saying(answers, 'reserved')).toHaveLength(seats)
  const waiting = saying(answers, 'waiting')
  expect(waiting.length + saying(answers, 'FULL').length).toBe(people - seats)
  expect(waiting.length).toBeGreaterThan(600)
  const { rows } = await bus.house.cloud.pool.query<{ n: number }>(
    `SELECT waiting_number AS n FROM seat_reservation WHERE org_id = $1 AND day = '2026-11-30' AND status = 'waiting'
     ORDER BY waiting_number`,
    [bus.org.orgId],
  )
  expect(rows.map(({ n }) => n)).toEqual(waiting.map((_, i) => i + 1))
  expect(waiting.map(({ value }) => value?.ahead).sort((a = 0, b = 0) => a - b)).toEqual(waiting.map((_, i) => i))
  expect(await overSold(bus.house, bus.org.orgId)).toEqual([])
})
