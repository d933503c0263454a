import { randomUUID } from 'node:crypto'
import { boardStatuses, type TicketFilter } from '../contract/repair-desk'
import { connect, type Database } from '../database/connect'
import type { Cloud } from '../functions/cloud'
import { sessionCache } from '../functions/people/session-cache'
import { tick } from '../functions/tick'
import { givenInstitution, givenTickets, givenTokens, mixes } from './given-tickets'
import { HttpConnection, percentile, runClients } from './http-clients'
import { exampleWords, rawInserts } from './insert-tickets'
import { type BenchServer, describeMachine, loadNow, startBenchServer } from './server'

const clients = 16
const seconds = 6
const rounds = 3
const tickets = 200_000
const dueTickets = 10_000
const asks = 60

const sorted = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)
const median = (numbers: readonly number[]) => sorted(numbers)[Math.floor(numbers.length / 2)] ?? Number.NaN
const p95 = (numbers: readonly number[]) => percentile(sorted(numbers), 0.95)

/** Ids that are computed from names, as the institution has them. */
async function idsOf({ client }: BenchServer, what: string, most: number): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT md5($1 || ' ' || n)::uuid AS id FROM generate_series(1, $2::integer) n`,
    [what, most],
  )
  return rows.map(({ id }) => id)
}

/** The cloud in this process, on a bench's database, at whatever time it is told. */
function cloudOf(database: Database, clock: () => number): Cloud {
  return {
    ...database,
    clock,
    accounts: { alipaySubject: async () => undefined, verifiedPhone: async () => undefined },
    sessions: sessionCache(database),
    isDemo: false,
    publicUrl: 'http://127.0.0.1',
    log: ({ message, cause }) => {
      throw new Error(message, { cause })
    },
  }
}

/** Does what a new institution's first tick does, so that it falls into no measurement. */
async function tickOnce({ socket }: BenchServer): Promise<void> {
  const database = connect(socket)
  await tick(cloudOf(database, Date.now))
  await database.close()
}

/** Reporting over HTTP against inserting the bare row, in turns, medians of the rounds. */
async function benchReporting(): Promise<void> {
  const bench = await startBenchServer()
  try {
    await givenInstitution(bench.client)
    await tickOnce(bench)
    const people = await givenTokens(bench.client, 100 + clients)
    const [places, categories] = [await idsOf(bench, 'place', 1000), await idsOf(bench, 'category', 40)]
    const some = (ids: readonly string[]) => ids[Math.floor(Math.random() * ids.length)]
    console.log(await describeMachine(bench.client))
    const overHttp = () =>
      runClients(
        bench.httpPort,
        clients,
        seconds,
        (client) => ({
          path: '/api/repair.reportTicket',
          token: people[100 + client]?.token ?? '',
          key: randomUUID(),
          body: JSON.stringify({
            categoryId: some(categories),
            placeId: some(places),
            words: exampleWords,
            phone: '13800000012',
          }),
        }),
        (answer) => {
          if (!answer.includes('"value"')) throw new Error(`not reported: ${answer.slice(0, 300)}`)
        },
      )
    await overHttp()
    // as autovacuum does within a minute: until then what was planned for empty tables reads them from end to end
    await bench.client.query('ANALYZE')
    const figures: { http: number; p95: number; raw: number }[] = []
    for (let round = 1; round <= rounds; round++) {
      const raw = await rawInserts.run(bench, round, { clients, seconds })
      const http = await overHttp()
      figures.push({ http: http.perSecond, p95: http.p95, raw })
      console.log(
        `round ${round}: HTTP ${http.perSecond.toFixed(0)}/s (median ${http.median.toFixed(1)} ms, p95 ${http.p95.toFixed(1)} ms) · ${rawInserts.name} ${raw.toFixed(0)}/s · ratio ${(http.perSecond / raw).toFixed(2)} · ${loadNow()}`,
      )
    }
    console.log(
      `reporting, ${clients} clients: ${median(figures.map((f) => f.http)).toFixed(0)}/s over HTTP, ${median(figures.map((f) => f.raw)).toFixed(0)}/s by ${rawInserts.name}; ratio ${median(figures.map((f) => f.http / f.raw)).toFixed(2)} (wanted 0.35), p95 ${median(figures.map((f) => f.p95)).toFixed(1)} ms`,
    )
    const { rows } = await bench.client.query<{ tickets: number; events: number }>(
      `SELECT count(*)::int AS tickets, count(e.ticket_id)::int AS events FROM ticket t
       LEFT JOIN ticket_event e ON e.org_id = t.org_id AND e.ticket_id = t.ticket_id AND e.kind = 'reported'
       WHERE t.number !~ '-'`,
    )
    console.log(`reported: ${rows[0]?.tickets} tickets with ${rows[0]?.events} first events`)
  } finally {
    await bench.end()
  }
}

/** One tick over so many tickets that are due, in this process on the bench's database. */
async function benchTick(): Promise<void> {
  const bench = await startBenchServer()
  const database = connect(bench.socket)
  try {
    await givenInstitution(bench.client)
    // ahead of time, so that the server's own tick leaves them to this one
    const begin = Date.now() + 3_600_000
    await givenTickets(bench.client, { tickets: dueTickets, mix: { new: 100 }, now: begin })
    await bench.client.query(
      `INSERT INTO ticket_event (org_id, ticket_id, event_number, cycle, at, kind, by_id, data)
       SELECT org_id, ticket_id, 1, 1, $1, 'reported', requester_id, '{"limits": {"resolve": {"clock": "wall", "minutes": 60}}}'
       FROM ticket`,
      [new Date(begin)],
    )
    // whatever the server's own tick has computed before they were written is not computed for them
    await bench.client.query(`UPDATE repair_setting SET computed_for = ''`)
    let now = begin
    const cloud = cloudOf(database, () => now)
    // the first computes the deadlines by the log, the second warns of them
    for (const minutes of [1, 50]) {
      now = begin + minutes * 60_000
      await tick(cloud)
    }
    await bench.client.query('VACUUM ANALYZE')
    now = begin + 61 * 60_000
    const startedAt = performance.now()
    await tick(cloud)
    const took = performance.now() - startedAt
    await Promise.all([tick(cloud), tick(cloud), tick(cloud), tick(cloud)])
    const { rows } = await bench.client.query<{ kind: string; times: number; tickets: number }>(
      `SELECT kind, times::int, count(*)::int AS tickets FROM (
         SELECT k.kind, count(e.ticket_id) AS times FROM ticket t CROSS JOIN (VALUES ('warned'), ('escalated')) k(kind)
         LEFT JOIN ticket_event e ON e.org_id = t.org_id AND e.ticket_id = t.ticket_id AND e.kind = k.kind
         GROUP BY k.kind, t.ticket_id) n
       GROUP BY kind, times ORDER BY kind`,
    )
    console.log(
      `one tick over ${dueTickets} due tickets: ${(took / 1000).toFixed(2)} s (wanted 1) · ${loadNow()}; after four more at once: ${rows.map((row) => `${row.tickets} tickets ${row.kind} ${row.times} times`).join(', ')}`,
    )
  } finally {
    await database.close()
    await bench.end()
  }
}

/** One of each filter, as the desk uses them. */
async function filtersOf({ client }: BenchServer, org: number): Promise<Record<string, TicketFilter>> {
  const { rows } = await client.query<{ buildingId: string; categoryId: string; parentId: string; assigneeId: string }>(
    `SELECT building_id AS "buildingId", c.category_id AS "categoryId", parent_id AS "parentId", assignee_id AS "assigneeId"
     FROM ticket t JOIN category c USING (org_id, category_id) WHERE t.org_id = $1 AND assignee_id IS NOT NULL LIMIT 1`,
    [org],
  )
  const { buildingId, categoryId, parentId, assigneeId } = rows[0] ?? {}
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
  return {
    kind: { kind: 'hazard' },
    urgency: { urgency: 'urgent' },
    building: { buildingId },
    category: { categoryId },
    group: { categoryId: parentId },
    technician: { assigneeId },
    overdue: { isOverdue: true },
    'since yesterday': { from: yesterday },
    number: { query: 'X1A2B' },
    'a place': { query: '办公室301' },
    'a name': { query: 'wangwei1' },
    'rare words': { query: '出，426' },
    'common words': { query: '昨天修过' },
  }
}

/** Reads the rows the board shows, by one prepared statement and nothing else (ms). */
async function readRaw({ client }: BenchServer, org: number): Promise<number> {
  const part = (status: string) => `(SELECT * FROM ticket WHERE org_id = $1 AND merged_into IS NULL
    AND status = '${status}' ORDER BY due_at, ticket_id LIMIT 20)`
  const startedAt = performance.now()
  await client.query({ name: 'raw-board', text: boardStatuses.map(part).join(' UNION ALL '), values: [org] })
  return performance.now() - startedAt
}

/** The board of 200,000 tickets over HTTP: as they are after two years, and the worst case of all of them open. */
async function benchBoard(): Promise<void> {
  const bench = await startBenchServer()
  try {
    const now = Date.now()
    for (const [org, mix] of [mixes.usual, mixes.allOpen].entries()) {
      await givenInstitution(bench.client, org + 1)
      await tickOnce(bench)
      await givenTickets(bench.client, { org: org + 1, tickets, mix, now })
    }
    const connection = new HttpConnection(bench.httpPort)
    for (const [org, name] of [
      [1, 'after two years'],
      [2, 'all open'],
    ] as const) {
      const [desk] = await givenTokens(bench.client, 1, org)
      const ask = async (filter: TicketFilter): Promise<number> => {
        const startedAt = performance.now()
        const body = JSON.stringify({ filter })
        const answer = await connection.send({ path: '/api/repair.getBoard', token: desk?.token ?? '', body })
        if (!answer.includes('"columns"')) throw new Error(`no board: ${answer.slice(0, 300)}`)
        return performance.now() - startedAt
      }
      const many = async (filter: TicketFilter, times: number) => {
        const all: number[] = []
        for (let n = 0; n < times; n++) all.push(await ask(filter))
        return p95(all)
      }
      await many({}, 5)
      const figures: { board: number; raw: number }[] = []
      for (let round = 0; round < rounds; round++) {
        const raws: number[] = []
        for (let n = 0; n < asks; n++) raws.push(await readRaw(bench, org))
        figures.push({ board: await many({}, asks), raw: p95(raws) })
      }
      console.log(
        `board of ${tickets} tickets, ${name}: p95 ${median(figures.map((f) => f.board)).toFixed(1)} ms (wanted 80), ${median(figures.map((f) => f.board / f.raw)).toFixed(1)} × the raw read of its rows · ${loadNow()}`,
      )
      const narrowed: string[] = []
      for (const [what, filter] of Object.entries(await filtersOf(bench, org))) {
        narrowed.push(`${what} ${(await many(filter, 15)).toFixed(0)}`)
      }
      console.log(`  p95 in ms by filter: ${narrowed.join(' · ')} · ${loadNow()}`)
    }
    connection.close()
  } finally {
    await bench.end()
  }
}

/** Repair tickets: reporting, one tick over many that are due, and the board of very many. */
export default async function benchRepair(): Promise<void> {
  const parts = { reporting: benchReporting, tick: benchTick, board: benchBoard }
  const wished = process.argv[3]
  for (const [name, run] of Object.entries(parts)) if (!wished || wished === name) await run()
}
