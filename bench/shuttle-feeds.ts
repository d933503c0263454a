import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { givenFeed } from './given-feed'
import { HttpConnection } from './http-clients'
import { type BenchServer, loadNow } from './server'

const rounds = 3
const median = (numbers: readonly number[]) =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** The most memory the server has ever held, in MB; Linux alone says so. */
function peakMemory({ processId }: BenchServer): number {
  try {
    const [, kb] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8')) ?? []
    return Math.round(Number(kb) / 1024)
  } catch {
    return Number.NaN
  }
}

async function ask(
  bench: BenchServer,
  token: string,
  name: string,
  input: object,
): Promise<{ value: { timetableId: string } }> {
  const connection = new HttpConnection(bench.httpPort)
  const answer = await connection.send({
    path: `/api/shuttle.${name}`,
    token,
    key: randomUUID(),
    body: JSON.stringify(input),
  })
  connection.close()
  if (!answer.includes('"value"')) throw new Error(`${name}: ${answer.slice(0, 600)}`)
  return JSON.parse(answer)
}

/** All tables that an import fills, in the order in which they refer to each other. */
const filled = [
  'timetable_route',
  'timetable_stop',
  'timetable_service',
  'service_exception',
  'timetable_trip',
  'trip_frequency',
  'stop_time',
  'stop_service',
]

/** Columns of a table but those the database fills in by itself; `key` in place of the timetable's. */
async function columnsOf(
  { client }: BenchServer,
  table: string,
  key: string,
): Promise<{ names: string; read: string }> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(attname) AS name FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
    [table],
  )
  const names = rows.map(({ name }) => name)
  return { names: names.join(', '), read: names.map((name) => (name === 'timetable_key' ? key : name)).join(', ') }
}

/** Seconds of COPY into one table, from memory, text as psql sends it. */
async function copyTable(bench: BenchServer, table: string, timetableKey: number): Promise<number> {
  const { client } = bench
  const { names, read } = await columnsOf(bench, table, '-1')
  const text: Buffer[] = []
  const order = table === 'stop_time' ? 'ORDER BY trip_key, stop_sequence' : ''
  const rows = client.query(
    copyTo(`COPY (SELECT ${read} FROM ${table} WHERE timetable_key = ${timetableKey} ${order}) TO STDOUT`),
  )
  for await (const piece of rows) text.push(piece as Buffer)
  const startedAt = performance.now()
  await pipeline(Readable.from(text), client.query(copyFrom(`COPY ${table} (${names}) FROM STDIN`)))
  return (performance.now() - startedAt) / 1000
}

/** The same rows once more by COPY alone: seconds of all tables, and of the stop times among them. They are taken out again. */
async function copyRaw(bench: BenchServer, timetableId: string): Promise<{ all: number; stopTimes: number }> {
  const { client } = bench
  const { rows } = await client.query<{ key: number }>(
    'SELECT timetable_key AS key FROM timetable WHERE timetable_id = $1',
    [timetableId],
  )
  const { names, read } = await columnsOf(bench, 'timetable', '-1')
  await client.query(
    `INSERT INTO timetable (${names}) OVERRIDING SYSTEM VALUE
     SELECT ${read.replace('timetable_id', 'gen_random_uuid()')} FROM timetable WHERE timetable_id = $1`,
    [timetableId],
  )
  const seconds: Record<string, number> = {}
  for (const table of filled) seconds[table] = await copyTable(bench, table, rows[0]?.key ?? 0)
  for (const table of [...filled].reverse()) await client.query(`DELETE FROM ${table} WHERE timetable_key = -1`)
  await client.query('DELETE FROM timetable WHERE timetable_key = -1')
  await client.query('VACUUM stop_time')
  return { all: Object.values(seconds).reduce((a, b) => a + b, 0), stopTimes: seconds.stop_time ?? Number.NaN }
}

/** Imports a generated feed again and again, each time beside raw COPY of the same rows; the last one is put in force. */
export async function benchFeed(bench: BenchServer, token: string, stopTimes: number): Promise<void> {
  const zip = await givenFeed(stopTimes, '20260101', '20281231')
  const file = { fileName: 'feed.zip', content: zip.toString('base64'), name: `${stopTimes} 个停站` }
  const figures: { http: number; all: number; stopTimes: number }[] = []
  for (let round = 1; round <= rounds; round++) {
    // as people do it: look first, then import
    await ask(bench, token, 'previewGtfs', { fileName: file.fileName, content: file.content })
    const startedAt = performance.now()
    const { timetableId } = (await ask(bench, token, 'importGtfs', file)).value
    const http = (performance.now() - startedAt) / 1000
    const raw = await copyRaw(bench, timetableId)
    figures.push({ http, ...raw })
    console.log(
      `round ${round}: ${stopTimes} stop times (zip ${(zip.length / 1e6).toFixed(1)} MB) in ${http.toFixed(2)} s, ${(stopTimes / http).toFixed(0)} rows/s · COPY ${raw.all.toFixed(2)} s (stop times ${raw.stopTimes.toFixed(2)}), ${(stopTimes / raw.all).toFixed(0)} rows/s · ratio ${(raw.all / http).toFixed(2)} · peak ${peakMemory(bench)} MB · ${loadNow()}`,
    )
    if (round === rounds) {
      await ask(bench, token, 'publishTimetable', { timetableId })
      break
    }
    const removedAt = performance.now()
    await ask(bench, token, 'removeTimetable', { timetableId })
    if (round === 1) console.log(`  thrown away in ${((performance.now() - removedAt) / 1000).toFixed(2)} s`)
    await bench.client.query('VACUUM stop_time')
  }
  const ratio = (of: 'all' | 'stopTimes') => median(figures.map((one) => one[of] / one.http)).toFixed(2)
  console.log(
    `import of ${stopTimes} stop times: ${(stopTimes / median(figures.map(({ http }) => http))).toFixed(0)} rows/s over HTTP, ratio to COPY of all it writes ${ratio('all')} (wanted 0.5), to that of the stop times alone ${ratio('stopTimes')}, peak memory of the server ${peakMemory(bench)} MB (wanted 300) · ${loadNow()}`,
  )
}
