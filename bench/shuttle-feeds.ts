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

/** The same rows once more by COPY alone, from memory, text as psql sends it: seconds. They are taken out again. */
async function copyRaw({ client }: BenchServer, timetableId: string): Promise<number> {
  const columns = `org_id, timetable_key, trip_key, stop_sequence, stop_key, service_key, arrival, departure, is_guessed,
    is_last, has_headway, pickup_type, drop_off_type, headsign, more`
  const text: Buffer[] = []
  const rows = client.query(
    copyTo(`COPY (SELECT ${columns.replace('timetable_key', '-1')} FROM stop_time JOIN timetable t USING (org_id, timetable_key)
      WHERE t.timetable_id = '${timetableId}' ORDER BY trip_key, stop_sequence) TO STDOUT`),
  )
  for await (const piece of rows) text.push(piece as Buffer)
  const startedAt = performance.now()
  await pipeline(Readable.from(text), client.query(copyFrom(`COPY stop_time (${columns}) FROM STDIN`)))
  const seconds = (performance.now() - startedAt) / 1000
  await client.query('DELETE FROM stop_time WHERE timetable_key = -1')
  await client.query('VACUUM stop_time')
  return seconds
}

/** Imports a generated feed again and again, each time beside raw COPY of the same rows; the last one is put in force. */
export async function benchFeed(bench: BenchServer, token: string, stopTimes: number): Promise<void> {
  const zip = await givenFeed(stopTimes, '20260101', '20281231')
  const file = { fileName: 'feed.zip', content: zip.toString('base64'), name: `${stopTimes} 个停站` }
  const figures: { http: number; raw: number }[] = []
  for (let round = 1; round <= rounds; round++) {
    // as people do it: look first, then import
    await ask(bench, token, 'previewGtfs', { fileName: file.fileName, content: file.content })
    const startedAt = performance.now()
    const { timetableId } = (await ask(bench, token, 'importGtfs', file)).value
    const http = (performance.now() - startedAt) / 1000
    const raw = await copyRaw(bench, timetableId)
    figures.push({ http, raw })
    console.log(
      `round ${round}: ${stopTimes} stop times (zip ${(zip.length / 1e6).toFixed(1)} MB) in ${http.toFixed(2)} s, ${(stopTimes / http).toFixed(0)} rows/s · COPY ${raw.toFixed(2)} s, ${(stopTimes / raw).toFixed(0)} rows/s · ratio ${(raw / http).toFixed(2)} · peak ${peakMemory(bench)} MB · ${loadNow()}`,
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
  console.log(
    `import of ${stopTimes} stop times: ${(stopTimes / median(figures.map(({ http }) => http))).toFixed(0)} rows/s over HTTP, ratio to COPY ${median(figures.map(({ http, raw }) => raw / http)).toFixed(2)} (wanted 0.5), peak memory of the server ${peakMemory(bench)} MB (wanted 300) · ${loadNow()}`,
  )
}
