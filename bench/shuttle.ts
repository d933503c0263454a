import { givenInstitution, givenTokens } from './given-tickets'
import { describeMachine, startBenchServer } from './server'
import { benchDepartures } from './shuttle-departures'
import { benchFeed } from './shuttle-feeds'
import { benchSeats } from './shuttle-seats'

/** The shuttle: large feeds against COPY of the same rows, next departures on them, and seats against raw inserts. */
export default async function benchShuttle(): Promise<void> {
  const bench = await startBenchServer()
  try {
    await givenInstitution(bench.client)
    await bench.client.query(`UPDATE person SET duties = ARRAY['fleet'] WHERE staff_number = '0'`)
    const [dispatcher] = await givenTokens(bench.client, 1)
    if (!dispatcher) throw new Error('nobody works here')
    console.log(await describeMachine(bench.client))
    for (const stopTimes of [100_000, 1_000_000]) await benchFeed(bench, dispatcher.token, stopTimes)
    await benchDepartures(bench, dispatcher.token)
    await benchSeats(bench)
  } finally {
    await bench.end()
  }
}
