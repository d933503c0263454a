import { hashOf, newSecret } from '../functions/secrets'
import { HttpConnection, percentile } from './http-clients'
import { type BenchServer, describeMachine, startBenchServer } from './server'

const rooms = 1000
const bookings = 500_000
const rounds = 3
const asks = 40

/** Five meetings a day in each room. */
const aDay = 5

/** 1,000 rooms and 500,000 bookings of one institution, over a hundred days. */
async function prepare({ client }: BenchServer): Promise<string> {
  const rules = {
    isBookable: true,
    capacity: 20,
    opening: Array.from({ length: 7 }, () => [[480, 1200]]),
    openToDepartmentIds: [],
    windows: [],
    minMinutes: 15,
    maxMinutes: 480,
    daysAhead: 60,
    turnoverMinutes: 0,
    cancelUntilMinutes: 0,
  }
  await client.query(`
    INSERT INTO org VALUES (1, 'bench', '测试单位');
    INSERT INTO room_directory VALUES (1, 1);
    INSERT INTO site VALUES (1, gen_random_uuid(), '本部');
    INSERT INTO building SELECT 1, gen_random_uuid(), site_id, '楼' || n FROM site, generate_series(1, 20) AS n;
    INSERT INTO department SELECT 1, d, NULL, '院办', ARRAY['院办'], ARRAY[d] FROM (SELECT gen_random_uuid() AS d) AS new;
    INSERT INTO person (org_id, staff_number, name, department_id)
      SELECT 1, n::text, '职工' || n, department_id FROM department, generate_series(1, 2000) AS n;`)
  await client.query(
    `INSERT INTO room (org_id, building_id, floor, floor_level, name, rules, turnover_minutes)
     SELECT 1, building_id, n || '层', n, '会议室' || n, $1, 0
     FROM building, generate_series(1, ${rooms / 20}) AS n`,
    [JSON.stringify(rules)],
  )
  await client.query(`
    INSERT INTO booking (org_id, booking_id, room_id, starts_at, ends_at, free_at, organizer_id, booked_by_id, purpose, attendee_count, created_at)
    SELECT 1, gen_random_uuid(), room_id, at, at + interval '1 hour', at + interval '1 hour', person_id, person_id, '周例会', 6, now()
    FROM (SELECT room_id, row_number() OVER () AS r FROM room) AS rooms,
      generate_series(0, ${bookings / rooms / aDay - 1}) AS d, generate_series(0, ${aDay - 1}) AS slot,
      LATERAL (SELECT '2026-11-01T08:00+08:00'::timestamptz + d * interval '1 day' + slot * interval '2 hours' AS at) AS times,
      LATERAL (SELECT person_id FROM person WHERE staff_number = (1 + (r * 31 + d * 7 + slot) % 2000)::text) AS who`)
  await client.query('ANALYZE')
  const { rows } = await client.query<{ person_id: string }>('SELECT person_id FROM person LIMIT 1')
  const token = `1.${newSecret()}`
  await client.query(`INSERT INTO session VALUES (1, $1, $2, 'h5', now(), now(), now() + interval '1 day')`, [
    hashOf(token),
    rows[0]?.person_id,
  ])
  return token
}

/** Asks for one day over all rooms, page by page of 100; gives the time of each page and of the whole day (ms). */
async function askDay(
  connection: HttpConnection,
  token: string,
  day: string,
): Promise<{ pages: number[]; busy: number }> {
  const pages: number[] = []
  let busy = 0
  let cursor: string | undefined
  do {
    const startedAt = performance.now()
    const body = JSON.stringify({ day, limit: 100, cursor })
    const answer = await connection.send({ path: '/api/booking.getDayGrid', token, body })
    pages.push(performance.now() - startedAt)
    const { value } = JSON.parse(answer) as { value: { items: { busy: unknown[] }[]; nextCursor?: string } }
    busy += value.items.reduce((sum, item) => sum + item.busy.length, 0)
    cursor = value.nextCursor
  } while (cursor)
  return { pages, busy }
}

/** The day's rows read by one prepared statement and nothing else: what the database itself needs. */
async function readRaw({ client }: BenchServer, day: string): Promise<number> {
  const startedAt = performance.now()
  await client.query({
    name: 'raw-day',
    text: `SELECT room_id, starts_at, ends_at, organizer_id, purpose FROM booking
      WHERE org_id = 1 AND status = 'confirmed' AND starts_at >= $1::timestamptz AND starts_at < $1::timestamptz + interval '1 day'`,
    values: [`${day}T00:00+08:00`],
  })
  return performance.now() - startedAt
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

/** The day grid of 1,000 rooms with 500,000 bookings over HTTP, against reading the same rows raw. */
export default async function benchDayGrid(): Promise<void> {
  const bench = await startBenchServer()
  try {
    const token = await prepare(bench)
    console.log(await describeMachine(bench.client))
    const connection = new HttpConnection(bench.httpPort)
    await askDay(connection, token, '2026-11-23')
    const medians: { page: number; whole: number; ratio: number }[] = []
    for (let round = 1; round <= rounds; round++) {
      const pages: number[] = []
      const wholes: number[] = []
      const raws: number[] = []
      for (let n = 0; n < asks; n++) {
        const day = `2026-11-${String(1 + (n % 30)).padStart(2, '0')}`
        raws.push(await readRaw(bench, day))
        const asked = await askDay(connection, token, day)
        if (asked.busy !== aDay * rooms) throw new Error(`${day}: ${asked.busy} bookings instead of ${aDay * rooms}`)
        pages.push(...asked.pages)
        wholes.push(asked.pages.reduce((sum, ms) => sum + ms, 0))
      }
      const page = percentile(sorted(pages), 0.95)
      const whole = percentile(sorted(wholes), 0.95)
      const raw = percentile(sorted(raws), 0.95)
      medians.push({ page, whole, ratio: whole / raw })
      console.log(
        `round ${round}: page of 100 rooms p95 ${page.toFixed(1)} ms · all 1,000 rooms p95 ${whole.toFixed(0)} ms · raw rows p95 ${raw.toFixed(1)} ms`,
      )
    }
    const middle = (of: (m: (typeof medians)[number]) => number) => sorted(medians.map(of))[1] ?? Number.NaN
    console.log(
      `day grid: a page p95 ${middle((m) => m.page).toFixed(1)} ms (wanted 60); all ten pages with ${aDay * rooms} bookings p95 ${middle((m) => m.whole).toFixed(0)} ms, ${middle((m) => m.ratio).toFixed(1)} × the raw read`,
    )
    connection.close()
  } finally {
    await bench.end()
  }
}
