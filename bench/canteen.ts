import { randomUUID } from 'node:crypto'
import { addDays } from '../contract/zone'
import { canteenIdOf, type GivenMenus, givenMenus } from './given-menus'
import { givenInstitution, givenTokens } from './given-tickets'
import { HttpConnection, percentile } from './http-clients'
import { hasPgbench, runPgbench } from './pgbench'
import { type BenchServer, describeMachine, loadNow, startBenchServer } from './server'

const people = 2000
const asks = 200
const rounds = 3
const clients = 32
const rawSeconds = 4

interface Asker {
  token: string
}

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
const median = (numbers: readonly number[]) => sorted(numbers)[Math.floor(numbers.length / 2)] ?? Number.NaN
const p95 = (numbers: readonly number[]) => percentile(sorted(numbers), 0.95)

/** The rows of a week by one prepared statement and nothing else (ms). */
async function readRaw({ client }: BenchServer, canteen: number, { today }: GivenMenus): Promise<number> {
  const startedAt = performance.now()
  await client.query({
    name: 'raw-week',
    text: `SELECT v.*, s.opens_at, s.closes_at, s.cutoff_at, d.name, d.labels, d.spice, d.rating_count, d.rating_sum
      FROM serving v JOIN sitting s ON s.org_id = v.org_id AND s.sitting_id = v.sitting_id
      JOIN dish d ON d.org_id = v.org_id AND d.dish_id = v.dish_id
      WHERE v.org_id = 1 AND v.canteen_id = $1 AND v.day >= date_trunc('week', $2::date) AND v.day < date_trunc('week', $2::date) + interval '7 days'`,
    values: [canteenIdOf(canteen), today],
  })
  return performance.now() - startedAt
}

/** The week's menu for one person after another over HTTP, against reading the same rows raw. */
async function benchWeek(bench: BenchServer, askers: readonly Asker[], menus: GivenMenus): Promise<void> {
  const connection = new HttpConnection(bench.httpPort)
  const ask = async (n: number): Promise<{ ms: number; bytes: number }> => {
    const startedAt = performance.now()
    const token = askers[(n * 37) % askers.length]?.token ?? ''
    const answer = await connection.send({ path: '/api/canteen.getMenuWeek', token, body: '{}' })
    if (!answer.includes('"servingId"')) throw new Error(`no menu: ${answer.slice(0, 300)}`)
    return { ms: performance.now() - startedAt, bytes: answer.length }
  }
  for (let n = 0; n < 30; n++) await ask(n)
  const figures: { http: number; raw: number }[] = []
  let bytes = 0
  for (let round = 0; round < rounds; round++) {
    const raws: number[] = []
    const asked: number[] = []
    for (let n = 0; n < asks; n++) {
      raws.push(await readRaw(bench, 1 + (n % 3), menus))
      const { ms, bytes: size } = await ask(round * asks + n)
      asked.push(ms)
      bytes = size
    }
    figures.push({ http: p95(asked), raw: p95(raws) })
    console.log(
      `round ${round + 1}: week menu median ${median(asked).toFixed(1)} ms, p95 ${p95(asked).toFixed(1)} ms · raw rows p95 ${p95(raws).toFixed(1)} ms · ${loadNow()}`,
    )
  }
  console.log(
    `week menu for one person: p95 ${median(figures.map((f) => f.http)).toFixed(1)} ms (wanted 20), ${median(figures.map((f) => f.http / f.raw)).toFixed(1)} × the raw read of its rows, ${Math.round(bytes / 1024)} KB · ${loadNow()}`,
  )
  connection.close()
}

/** Everybody says that they eat tomorrow, a minute before the cut-off, as fast as so many clients can. */
async function everybodyEats(bench: BenchServer, askers: readonly Asker[], day: string, meal: string) {
  const cutoff = Date.now() + 60_000
  await bench.client.query('UPDATE sitting SET cutoff_at = $1 WHERE day = $2 AND meal = $3', [
    new Date(cutoff),
    day,
    meal,
  ])
  const times: number[] = []
  const wrong: string[] = []
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new HttpConnection(bench.httpPort)
      for (let n = next++; n < askers.length; n = next++) {
        const sentAt = performance.now()
        const answer = await connection.send({
          path: '/api/canteen.reserveMeal',
          token: askers[n]?.token ?? '',
          key: randomUUID(),
          body: JSON.stringify({ canteenId: canteenIdOf(1 + (n % 3)), day, meal }),
        })
        times.push(performance.now() - sentAt)
        if (!answer.includes('"value"')) wrong.push(answer)
      }
      connection.close()
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const { rows } = await bench.client.query<{ kept: number }>(
    `SELECT count(*)::int AS kept FROM meal_answer WHERE day = $1 AND meal = $2 AND answer = 'eats'`,
    [day, meal],
  )
  return { seconds, times, wrong, kept: rows[0]?.kept ?? 0 }
}

/** Answers a second that pgbench inserts into the same table with its keys and indexes; days of their own. */
async function insertRaw({ client, socket }: BenchServer, round: number): Promise<number> {
  const count = async () =>
    (await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM meal_answer WHERE day > '2040-01-01'`)).rows[0]
      ?.n ?? 0
  const before = await count()
  runPgbench(
    { socket },
    { clients, seconds: rawSeconds },
    `\\set n :n + 1
INSERT INTO meal_answer (org_id, person_id, day, meal, sitting_id, answer, by_id, answered_at)
VALUES (1, md5('person ' || :client_id)::uuid, date '2041-01-01' + ${round * 100_000} + :n::integer, 'lunch',
  md5('sitting 1 1 lunch')::uuid, 'eats', md5('person ' || :client_id)::uuid, now());
`,
  )
  return ((await count()) - before) / rawSeconds
}

async function benchLastMinute(bench: BenchServer, askers: readonly Asker[], { today }: GivenMenus): Promise<void> {
  const figures: { http: number; p95: number; raw: number }[] = []
  for (const [round, meal] of ['breakfast', 'lunch', 'dinner'].entries()) {
    const raw = hasPgbench() ? await insertRaw(bench, round) : Number.NaN
    const { seconds, times, wrong, kept } = await everybodyEats(bench, askers, addDays(today, 1), meal)
    figures.push({ http: askers.length / seconds, p95: p95(times), raw })
    console.log(
      `round ${round + 1}: ${askers.length} said yes in ${seconds.toFixed(2)} s (${(askers.length / seconds).toFixed(0)}/s, p95 ${p95(times).toFixed(0)} ms), ${wrong.length} errors, ${kept} kept · pgbench ${raw.toFixed(0)}/s · ${loadNow()}`,
    )
    if (wrong.length > 0 || kept !== askers.length) throw new Error(`lost: ${wrong[0]?.slice(0, 300) ?? kept}`)
  }
  console.log(
    `last minute, ${people} people, ${clients} clients: ${median(figures.map((f) => f.http)).toFixed(0)}/s over HTTP, ${median(figures.map((f) => f.raw)).toFixed(0)}/s by pgbench -M prepared; ratio ${median(figures.map((f) => f.http / f.raw)).toFixed(2)}, p95 ${median(figures.map((f) => f.p95)).toFixed(0)} ms; no error, nothing lost`,
  )
}

/** The canteen: the week's menu with five years behind it, and everybody answering in the last minute. */
export default async function benchCanteen(): Promise<void> {
  const bench = await startBenchServer()
  try {
    await givenInstitution(bench.client)
    const menus = await givenMenus(bench.client, Date.now())
    const askers = await givenTokens(bench.client, people)
    await bench.client.query('ANALYZE session')
    console.log(await describeMachine(bench.client))
    console.log(JSON.stringify(menus.counts))
    await benchWeek(bench, askers, menus)
    await benchLastMinute(bench, askers, menus)
  } finally {
    await bench.end()
  }
}
