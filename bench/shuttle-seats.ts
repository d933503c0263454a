import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { givenInstitution, givenTokens } from './given-tickets'
import { HttpConnection, runClients } from './http-clients'
import { hasPgbench, runPgbench } from './pgbench'
import type { BenchServer } from './server'
import { benchRush } from './shuttle-rush'

const org = 7
const clients = 16
const seconds = 6
const rounds = 3
/** So many that nobody has more than a handful of seats at the end, as in life. */
const people = 2000
const wishesPerRun = 400
const trips = 20
/** Tomorrow and the days after it, as far as reserving is open. */
const days = 7
const dayMs = 86_400_000

const dayOf = (n: number) => new Date(Date.now() + 8 * 3_600_000 + (n + 1) * dayMs).toISOString().slice(0, 10)

/** 20 trips a day past five stops with 300 seats each, and 2,000 people who may reserve as many as there are. */
async function prepare(client: Client): Promise<string[]> {
  await givenInstitution(client, org)
  const own = `${org}, (SELECT timetable_key FROM timetable WHERE org_id = ${org})`
  await client.query(`
    UPDATE shuttle_setting SET most_per_day = 20, most_ahead = 200 WHERE org_id = ${org};
    INSERT INTO shuttle_line VALUES (${org}, 'line', true, 300, 0);
    INSERT INTO timetable (org_id, timetable_id, name, timezone, source, created_by, created_at, status, published_at)
      SELECT ${org}, gen_random_uuid(), '时刻表', 'Asia/Shanghai', 'hand', person_id, now(), 'published', now()
      FROM person WHERE org_id = ${org} LIMIT 1;
    INSERT INTO timetable_route (org_id, timetable_key, route_key, route_id, short_name) VALUES (${own}, 1, 'line', '1号线');
    INSERT INTO timetable_service (org_id, timetable_key, service_key, service_id, weekdays, starts_on, ends_on)
      VALUES (${own}, 1, 'daily', '{1,2,3,4,5,6,7}', '2020-01-01', '2099-12-31');
    INSERT INTO timetable_stop (org_id, timetable_key, stop_key, stop_id, name)
      SELECT ${own}, n, 'stop' || n, n || '号站' FROM generate_series(1, 5) n;
    INSERT INTO timetable_trip (org_id, timetable_key, trip_key, trip_id, route_key, service_key, headsign)
      SELECT ${own}, n, 'trip' || n, 1, 1, '综合楼' FROM generate_series(1, ${trips}) n;
    INSERT INTO stop_time (org_id, timetable_key, trip_key, stop_sequence, stop_key, service_key, arrival, departure,
        is_last, has_headway)
      SELECT ${own}, trip, stop, stop, 1, at, at, stop = 5, false FROM generate_series(1, ${trips}) trip,
        generate_series(1, 5) stop, LATERAL (SELECT 28800 + trip * 1200 + stop * 300 AS at) t;
    -- what a raw insert is measured on: the same rows, keys and references, and nothing that counts them
    CREATE TABLE raw_seat (LIKE seat_reservation INCLUDING ALL);
    ALTER TABLE raw_seat ADD FOREIGN KEY (org_id, person_id) REFERENCES person, ADD FOREIGN KEY (org_id, made_by) REFERENCES person,
      ADD FOREIGN KEY (org_id, run_id) REFERENCES shuttle_run`)
  await client.query('ANALYZE')
  return (await givenTokens(client, people, org)).map(({ token }) => token)
}

/** Each wish once: so many people on one run after another, one half as far as the third stop, the other from there. */
let handedOut = 0

/** Has everybody's session looked up before the round begins; the server believes it for some seconds. */
async function warmSessions({ httpPort }: BenchServer, tokens: readonly string[]): Promise<void> {
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const connection = new HttpConnection(httpPort)
      for (let n = client; n < tokens.length; n += clients)
        await connection.send({ path: '/api/shuttle.listMySeats', token: tokens[n] ?? '', body: '{}' })
      connection.close()
    }),
  )
}

async function reserveOverHttp(bench: BenchServer, tokens: readonly string[]) {
  const { httpPort } = bench
  await warmSessions(bench, tokens)
  return runClients(
    httpPort,
    clients,
    seconds,
    () => {
      const n = handedOut++
      const run = Math.floor(n / wishesPerRun) % (trips * days)
      const [fromStopId, toStopId] = n % 2 ? ['stop1', 'stop3'] : ['stop3', 'stop5']
      const body = { tripId: `trip${1 + (run % trips)}`, day: dayOf(Math.floor(run / trips)), fromStopId, toStopId }
      return {
        path: '/api/shuttle.reserveSeat',
        token: tokens[n % people] ?? '',
        key: randomUUID(),
        body: JSON.stringify(body),
      }
    },
    (answer) => {
      if (!answer.includes('"status":"reserved"') && !answer.includes('"status": "reserved"'))
        throw new Error(`not reserved: ${answer.slice(0, 300)}`)
    },
  )
}

async function count(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)
  return rows[0]?.n ?? 0
}

/** Reservations a second that pgbench inserts with prepared statements into a table without counters. */
async function insertByPgbench({ client, socket }: BenchServer): Promise<number> {
  const { rows } = await client.query<{ id: string; rider: string }>(
    'SELECT run_id AS id, (SELECT person_id FROM person WHERE org_id = $1 LIMIT 1) AS rider FROM shuttle_run WHERE org_id = $1 LIMIT 1',
    [org],
  )
  const [run] = rows
  if (!run) throw new Error('nothing was reserved before')
  const before = await count(client, 'raw_seat')
  runPgbench(
    { socket },
    { clients, seconds },
    `INSERT INTO raw_seat (org_id, reservation_id, run_id, person_id, guest_name, made_by, kind, from_position, to_position,
  boards_at, day, status, created_at)
VALUES (${org}, gen_random_uuid(), '${run.id}', '${run.rider}', gen_random_uuid()::text, '${run.rider}', 'seat', 1, 3, now(),
  current_date, 'reserved', now());
`,
  )
  return ((await count(client, 'raw_seat')) - before) / seconds
}

const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** The whole path of a seat reservation over HTTP against the raw insert of such rows, in turns, medians of the rounds. */
export async function benchSeats(bench: BenchServer): Promise<void> {
  if (!hasPgbench()) {
    console.log('seats: pgbench is not installed, nothing to compare with')
    return
  }
  const tokens = await prepare(bench.client)
  await reserveOverHttp(bench, tokens)
  // as autovacuum does within a minute: a plan made for an empty table would read all of it for each wish
  await bench.client.query('ANALYZE')
  const figures: { http: number; raw: number; p95: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const raw = await insertByPgbench(bench)
    const http = await reserveOverHttp(bench, tokens)
    figures.push({ http: http.perSecond, raw, p95: http.p95 })
    console.log(
      `round ${round + 1}: HTTP ${http.perSecond.toFixed(0)}/s (p95 ${http.p95.toFixed(1)} ms) · pgbench ${raw.toFixed(0)}/s · ratio ${(http.perSecond / raw).toFixed(2)}`,
    )
  }
  const { rows } = await bench.client.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM shuttle_run WHERE org_id = $1 AND NOT seats >= ALL (taken_seats)',
    [org],
  )
  console.log(
    `seats, ${clients} clients: ratio ${median(figures.map(({ http, raw }) => http / raw)).toFixed(2)} of the raw insert rate (wanted 0.35), p95 ${median(figures.map(({ p95 }) => p95)).toFixed(1)} ms; runs over-sold: ${rows[0]?.n}`,
  )
  await benchRush(bench, org, tokens, dayOf(0))
}
