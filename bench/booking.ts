import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { hashOf, newSecret } from '../functions/secrets'
import { runClients } from './http-clients'
import { hasPgbench, runPgbench } from './pgbench'
import { type BenchServer, describeMachine, startBenchServer } from './server'

const clients = 16
const rooms = 200
const seconds = 6
const rounds = 3
const slotMinutes = 15
const firstSlot = Date.UTC(2027, 0, 1)
/** One institution, one site, people and rooms that are always open. */
const slotsAhead = 360 * 96

const roomIdOf = (n: number) => `00000000-0000-4000-8000-0000000${10_000 + n}`
const personIdOf = (n: number) => `00000000-0000-4000-9000-0000000${10_000 + n}`

async function prepare({ client }: BenchServer): Promise<string[]> {
  const rules = {
    isBookable: true,
    capacity: 20,
    opening: Array.from({ length: 7 }, () => [[0, 1440]]),
    openToDepartmentIds: [],
    windows: [],
    minMinutes: 15,
    maxMinutes: 480,
    daysAhead: 730,
    turnoverMinutes: 0,
    cancelUntilMinutes: 0,
  }
  await client.query(`
    INSERT INTO org VALUES (1, 'bench', '测试单位');
    INSERT INTO room_directory VALUES (1, 1);
    INSERT INTO site VALUES (1, '${randomUUID()}', '本部');
    INSERT INTO building SELECT 1, gen_random_uuid(), site_id, '综合楼' FROM site;
    INSERT INTO department SELECT 1, d, NULL, '院办', ARRAY['院办'], ARRAY[d] FROM (SELECT gen_random_uuid() AS d) AS new;
    INSERT INTO person (org_id, person_id, staff_number, name, department_id)
      SELECT 1, ('00000000-0000-4000-9000-0000000' || 10000 + n)::uuid, n::text, '职工' || n, department_id
      FROM department, generate_series(0, ${clients - 1}) AS n;`)
  await client.query(
    `INSERT INTO room (org_id, room_id, building_id, floor, name, rules, turnover_minutes)
     SELECT 1, ('00000000-0000-4000-8000-0000000' || 10000 + n)::uuid, building_id, '1层', '会议室' || n, $1, 0
     FROM building, generate_series(0, ${rooms - 1}) AS n`,
    [JSON.stringify(rules)],
  )
  const { rows } = await client.query<{ person_id: string }>('SELECT person_id FROM person ORDER BY staff_number::int')
  return Promise.all(
    rows.map(async ({ person_id }) => {
      const token = `1.${newSecret()}`
      await client.query(`INSERT INTO session VALUES (1, $1, $2, 'h5', now(), now(), now() + interval '1 day')`, [
        hashOf(token),
        person_id,
      ])
      return token
    }),
  )
}

/** Slots never handed out twice, so that the figure is of bookings and not of refusals. */
let handedOut = 0
function nextSlot(): { roomId: string; startsAt: Date; endsAt: Date } {
  const n = handedOut++
  const start = firstSlot + (Math.floor(n / rooms) % slotsAhead) * slotMinutes * 60_000
  return { roomId: roomIdOf(n % rooms), startsAt: new Date(start), endsAt: new Date(start + slotMinutes * 60_000) }
}

async function bookOverHttp({ httpPort }: BenchServer, tokens: readonly string[]) {
  return runClients(
    httpPort,
    clients,
    seconds,
    (client) => {
      const { roomId, startsAt, endsAt } = nextSlot()
      const body = {
        roomId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
        purpose: '周例会',
        attendeeCount: 6,
      }
      return {
        path: '/api/booking.reserveRoom',
        token: tokens[client] ?? '',
        key: randomUUID(),
        body: JSON.stringify(body),
      }
    },
    (answer) => {
      if (!answer.includes('"value"')) throw new Error(`not booked: ${answer.slice(0, 300)}`)
    },
  )
}

const insert = `INSERT INTO booking (org_id, booking_id, room_id, starts_at, ends_at, free_at, organizer_id, booked_by_id, purpose, attendee_count, created_at)`

/** Bookings a second that pgbench inserts under the same constraint, in the same table, on the same server. */
async function insertByPgbench({ client, socket }: BenchServer, from: number): Promise<number> {
  // each client walks through slots of its own, so that none is refused
  const before = await countBookings(client)
  runPgbench(
    { socket },
    { clients, seconds },
    `\\set n :n + 1
\\set slot ${from} + (:client_id * 4000000 + :n) / ${rooms}
\\set room 10000 + mod(:client_id * 4000000 + :n, ${rooms})
\\set person 10000 + :client_id
${insert}
VALUES (1, gen_random_uuid(), ('00000000-0000-4000-8000-0000000' || :room)::uuid,
  '2040-01-01Z'::timestamptz + :slot * interval '${slotMinutes} min', '2040-01-01Z'::timestamptz + (:slot + 1) * interval '${slotMinutes} min',
  '2040-01-01Z'::timestamptz + (:slot + 1) * interval '${slotMinutes} min', 
  ('00000000-0000-4000-9000-0000000' || :person)::uuid, ('00000000-0000-4000-9000-0000000' || :person)::uuid, '周例会', 6, now())
ON CONFLICT ON CONSTRAINT one_booking_at_a_time DO NOTHING;
`,
  )
  return ((await countBookings(client)) - before) / seconds
}

async function countBookings(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM booking')
  return rows[0]?.n ?? 0
}

/** The same from Node, for machines without pgbench. */
async function insertFromNode({ client, socket }: BenchServer, from: number): Promise<number> {
  const before = await countBookings(client)
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      const own = new Client(socket)
      await own.connect()
      for (let n = 0; performance.now() < until; n++) {
        const slot = from + Math.floor((number * 4_000_000 + n) / rooms)
        const startsAt = new Date(Date.UTC(2040, 0, 1) + slot * slotMinutes * 60_000).toISOString()
        const endsAt = new Date(Date.UTC(2040, 0, 1) + (slot + 1) * slotMinutes * 60_000).toISOString()
        await own.query({
          name: 'insert',
          text: `${insert} VALUES (1, $1, $2, $3, $4, $4, $5, $5, '周例会', 6, $6) ON CONFLICT ON CONSTRAINT one_booking_at_a_time DO NOTHING`,
          values: [
            randomUUID(),
            roomIdOf((number * 4_000_000 + n) % rooms),
            startsAt,
            endsAt,
            personIdOf(number),
            startsAt,
          ],
        })
      }
      await own.end()
    }),
  )
  return ((await countBookings(client)) - before) / seconds
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** The whole path of a reservation over HTTP against the raw constraint, in turns, medians of the rounds. */
export default async function benchBooking(): Promise<void> {
  const bench = await startBenchServer()
  try {
    const tokens = await prepare(bench)
    const limit = hasPgbench() ? 'pgbench -M prepared' : 'prepared inserts from Node'
    const insertRaw = hasPgbench() ? insertByPgbench : insertFromNode
    console.log(await describeMachine(bench.client))
    await bookOverHttp(bench, tokens)
    const figures: { http: number; p95: number; raw: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const raw = await insertRaw(bench, round * 400_000)
      const http = await bookOverHttp(bench, tokens)
      figures.push({ http: http.perSecond, p95: http.p95, raw })
      console.log(
        `round ${round + 1}: HTTP ${http.perSecond.toFixed(0)}/s (median ${http.median.toFixed(1)} ms, p95 ${http.p95.toFixed(1)} ms) · ${limit} ${raw.toFixed(0)}/s · ratio ${(http.perSecond / raw).toFixed(2)}`,
      )
    }
    const ratio = median(figures.map((f) => f.http / f.raw))
    console.log(
      `booking, ${clients} clients: ${median(figures.map((f) => f.http)).toFixed(0)}/s over HTTP, ${median(figures.map((f) => f.raw)).toFixed(0)}/s by ${limit}; ratio ${ratio.toFixed(2)} (wanted 0.40), p95 ${median(figures.map((f) => f.p95)).toFixed(1)} ms (wanted 15)`,
    )
    const { rows: doubled } = await bench.client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM booking a JOIN booking b ON a.room_id = b.room_id AND a.booking_id < b.booking_id AND a.during && b.during WHERE a.starts_at < '2027-01-02Z'`,
    )
    console.log(`double bookings among them: ${doubled[0]?.n}`)
  } finally {
    await bench.end()
  }
}
