import { benchStopId } from './given-feed'
import { HttpConnection } from './http-clients'
import { type BenchServer, loadNow } from './server'

const questions = 2000
const warmUp = 200
const limit = 12

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN
const sortedBy = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)

/** The same stop and moment each time the bench runs: stops and minutes of the year by steps that share no factor. */
function questionOf(i: number): { stopId: string; from: string } {
  const minute = (i * 7919) % (300 * 1440)
  return {
    stopId: benchStopId((i * 997) % 2500),
    from: new Date(Date.UTC(2026, 1, 1) + minute * 60_000).toISOString().replace('.000', ''),
  }
}

// what the database alone needs for one stop: the departures of one service from a second on, by the index
const rawDepartures = {
  name: 'bench-raw-departures',
  text: `SELECT x.departure, p.trip_id, p.route_key FROM timetable t
    JOIN timetable_stop s ON s.org_id = t.org_id AND s.timetable_key = t.timetable_key AND s.stop_id = $1
    CROSS JOIN generate_series(1, 5) service_key
    CROSS JOIN LATERAL (SELECT * FROM stop_time x WHERE x.org_id = t.org_id AND x.timetable_key = t.timetable_key
      AND x.stop_key = s.stop_key AND x.service_key = service_key AND x.departure >= $2 AND NOT x.is_last
      AND NOT x.has_headway AND x.pickup_type <> 1 ORDER BY x.departure LIMIT $3) x
    JOIN timetable_trip p ON p.org_id = t.org_id AND p.timetable_key = t.timetable_key AND p.trip_key = x.trip_key
    WHERE t.status = 'published' ORDER BY x.departure LIMIT $3`,
}

/** The next departures of random stops at random moments on the timetable in force, beside what the database alone needs. */
export async function benchDepartures(bench: BenchServer, token: string): Promise<void> {
  const connection = new HttpConnection(bench.httpPort)
  const ask = async (i: number) => {
    const body = JSON.stringify({ ...questionOf(i), limit })
    const startedAt = performance.now()
    const answer = await connection.send({ path: '/api/shuttle.getDepartures', token, body })
    const ms = performance.now() - startedAt
    if (!answer.includes('"departures":[{')) throw new Error(`no departures: ${answer.slice(0, 300)}`)
    return ms
  }
  for (let i = 0; i < warmUp; i++) await ask(questions + i)
  const http: number[] = []
  const raw: number[] = []
  for (let i = 0; i < questions; i++) {
    http.push(await ask(i))
    const { stopId, from } = questionOf(i)
    const seconds = Number(from.slice(11, 13)) * 3600
    const startedAt = performance.now()
    await bench.client.query({ ...rawDepartures, values: [stopId, seconds, limit] })
    raw.push(performance.now() - startedAt)
  }
  connection.close()
  const [h, r] = [sortedBy(http), sortedBy(raw)]
  console.log(
    `next departures of ${questions} random stops and moments over HTTP: median ${at(h, 0.5).toFixed(1)} ms, p95 ${at(h, 0.95).toFixed(1)} ms (wanted 10) · raw rows median ${at(r, 0.5).toFixed(1)} ms, p95 ${at(r, 0.95).toFixed(1)} ms · ratio ${(at(h, 0.5) / at(r, 0.5)).toFixed(1)} · ${loadNow()}`,
  )
}
