import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { hasPgbench, runPgbench } from './pgbench'
import type { BenchServer } from './server'

/** How many insert, and for how long. */
export interface Load {
  clients: number
  seconds: number
}

/** What somebody reported, as long as people write. */
export const exampleWords = '空调开了半小时还是不制冷，出风口有异响，会议室下午要用'

const columns = `org_id, ticket_id, number, kind, category_id, place_id, building_id, urgency, words, answers, phone, channel,
  requester_id, reported_by_id, created_at, started_at, response_due_at, resolve_due_at, is_provisional, due_at, steps`

const steps = (['response', 'resolve'] as const).flatMap((clock, i) => [
  { at: 1_900_000_000_000 + i, clock, step: 'warn' },
  { at: 1_900_100_000_000 + i, clock, step: 'escalate' },
])

/** The row as reporting writes it; ids are computed from numbers, so that the statement looks for nothing. */
const row = (number: string, place: string, category: string, person: string, at: string) => `
  1, gen_random_uuid(), ${number}, 'repair', md5('category ' || ${category})::uuid, md5('place ' || ${place})::uuid,
  md5('building ' || (${place} + 49) / 50)::uuid, 'normal', '${exampleWords}', '[]', '13800000012', 'app',
  md5('person ' || ${person})::uuid, md5('person ' || ${person})::uuid, ${at}, ${at}, ${at} + interval '1 hour',
  ${at} + interval '2 days', false, ${at} + interval '1 hour', '${JSON.stringify(steps)}'`

async function countTickets(client: Client): Promise<number> {
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM ticket')
  return rows[0]?.n ?? 0
}

/** Ticket rows a second that pgbench inserts into the same table with its keys, indexes and triggers. */
async function insertByPgbench({ client, socket }: BenchServer, round: number, { clients, seconds }: Load) {
  const before = await countTickets(client)
  runPgbench(
    { socket },
    { clients, seconds },
    `\\set n :n + 1
\\set place random(1, 1000)
\\set category random(1, 40)
\\set person 100 + :client_id
INSERT INTO ticket (${columns}) VALUES (${row(`'${round}-' || :client_id || '-' || :n`, ':place', ':category', ':person', 'now()')});
`,
  )
  return ((await countTickets(client)) - before) / seconds
}

/** The same from Node, for machines without pgbench. */
async function insertFromNode({ client, socket }: BenchServer, _round: number, { clients, seconds }: Load) {
  const before = await countTickets(client)
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async (_, number) => {
      const own = new Client(socket)
      await own.connect()
      while (performance.now() < until) {
        await own.query({
          name: 'insert',
          text: `INSERT INTO ticket (${columns}) VALUES (${row('$1', '$2::integer', '$3::integer', '$4::integer', '$5::timestamptz')})`,
          values: [
            randomUUID().slice(0, 13),
            1 + Math.floor(Math.random() * 1000),
            1 + Math.floor(Math.random() * 40),
            100 + number,
            new Date(),
          ],
        })
      }
      await own.end()
    }),
  )
  return ((await countTickets(client)) - before) / seconds
}

/** What reporting is measured against, and what it is called. */
export const rawInserts = hasPgbench()
  ? { name: 'pgbench -M prepared', run: insertByPgbench }
  : { name: 'prepared inserts from Node', run: insertFromNode }
