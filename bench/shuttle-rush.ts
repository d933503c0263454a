import { randomUUID } from 'node:crypto'
import { HttpConnection } from './http-clients'
import type { BenchServer } from './server'

const seats = 49
const people = 1000
const clients = 100

/** A line of its own with one trip of 49 seats, in the timetable in force. */
async function prepare({ client }: BenchServer, org: number): Promise<void> {
  const own = `${org}, (SELECT timetable_key FROM timetable WHERE org_id = ${org})`
  await client.query(`
    INSERT INTO shuttle_line VALUES (${org}, 'rush', true, ${seats}, 0);
    INSERT INTO timetable_route (org_id, timetable_key, route_key, route_id, short_name) VALUES (${own}, 2, 'rush', '2号线');
    INSERT INTO timetable_trip (org_id, timetable_key, trip_key, trip_id, route_key, service_key, headsign)
      VALUES (${own}, 1000, 'rush', 2, 1, '综合楼');
    INSERT INTO stop_time (org_id, timetable_key, trip_key, stop_sequence, stop_key, service_key, arrival, departure,
        is_last, has_headway)
      SELECT ${own}, 1000, stop, stop, 1, 28800 + stop * 300, 28800 + stop * 300, stop = 5, false
      FROM generate_series(1, 5) stop;
    UPDATE timetable SET revision = revision + 1 WHERE org_id = ${org}`)
}

/** A thousand people at once wish for one of 49 seats or to wait; how long it takes until the last of them has an answer. */
export async function benchRush(
  bench: BenchServer,
  org: number,
  tokens: readonly string[],
  day: string,
): Promise<void> {
  await prepare(bench, org)
  const body = JSON.stringify({ tripId: 'rush', day, fromStopId: 'stop1', toStopId: 'stop5', orWait: true })
  const answers: string[] = []
  const connections = Array.from({ length: clients }, () => new HttpConnection(bench.httpPort))
  const startedAt = performance.now()
  await Promise.all(
    connections.map(async (connection, first) => {
      for (let n = first; n < people; n += clients)
        answers.push(
          await connection.send({ path: '/api/shuttle.reserveSeat', token: tokens[n] ?? '', key: randomUUID(), body }),
        )
      connection.close()
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const reserved = answers.filter((answer) => /"status": ?"reserved"/.test(answer)).length
  const ahead = answers.map((answer) => Number(/"ahead": ?(\d+)/.exec(answer)?.[1] ?? Number.NaN))
  const places = ahead.filter((place) => !Number.isNaN(place)).sort((a, b) => a - b)
  const isInOrder = places.every((place, n) => place === n)
  if (reserved !== seats || places.length !== people - seats || !isInOrder)
    throw new Error(`the rush went wrong: ${reserved} reserved, ${places.length} wait; ${answers[0]?.slice(0, 200)}`)
  console.log(
    `rush: ${people} people for ${seats} seats by ${clients} connections in ${seconds.toFixed(2)} s (wanted 2): ${reserved} reserved, ${places.length} wait in order`,
  )
}
