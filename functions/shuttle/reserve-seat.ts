import type { AskedOf, RefusalOf } from '../../contract/procedure'
import { reserveSeat } from '../../contract/shuttle-seats'
import { type AskedToDecide, decisiveKeeper, Refusal, refuse } from '../keeper'
import { firstAnswer } from '../remember'
import { findRider } from './find-rider'
import { openRun } from './open-run'
import { reserveTogether, type SeatOutcome, type SeatWish } from './reserve-together'
import { lastSeatFacts, readSeatFacts, type SeatFacts } from './seat-facts'
import { refusedNow, seatWish, segmentOf } from './seat-wish'

type Input = AskedOf<typeof reserveSeat>
type Refused = Refusal<RefusalOf<typeof reserveSeat>>

/** The rules of a trip are not changed so often while one person waits. */
const mostReadings = 5

/** The wish as the statement takes it, or what can be refused without asking who else is there. */
async function judge(input: Input, asked: AskedToDecide, facts: SeatFacts): Promise<SeatWish | Refused> {
  const { kind, guestName, orWait } = input
  const { trip, rules, plate, rulesRevision } = facts
  if (!trip.runs) return refuse('DOES_NOT_RUN')
  const segment = segmentOf(trip, input.fromStopId, input.toStopId)
  if (!segment) return refuse(rules.isReservable ? 'NO_SUCH_STOP' : 'NOT_RESERVABLE')
  const refused = refusedNow(rules, trip, segment, asked.now)
  if (refused) return refused
  const rider = await findRider(asked, input)
  if (rider instanceof Refusal) return rider
  facts.runId ??= await openRun(asked, trip)
  const wished = { trip, rules, runId: facts.runId, segment, kind, rider, guestName, orWait, plate, rulesRevision }
  return seatWish(asked, asked.command, reserveSeat.name, wished)
}

async function reserveBy(facts: SeatFacts, input: Input, asked: AskedToDecide): Promise<SeatOutcome | Refused> {
  const wish = await judge(input, asked, facts)
  return wish instanceof Refusal ? wish : reserveTogether(asked.cloud.pool, asked.orgId, wish)
}

/** In one round trip by what is known already; what that refuses, or no longer holds, is asked again by what is read now. */
async function reserve(input: Input, asked: AskedToDecide): Promise<SeatOutcome | Refused> {
  const { tripId, day } = input
  const last = lastSeatFacts(asked, tripId, day)
  const outcome = last ? await reserveBy(last, input, asked) : 'outdated'
  if (outcome !== 'outdated' && !(outcome instanceof Refusal)) return outcome
  for (let n = 0; n < mostReadings; n++) {
    const facts = await readSeatFacts(asked, tripId, day)
    if (!facts) return refuse('NO_SUCH_TRIP')
    const now = await reserveBy(facts, input, asked)
    if (now !== 'outdated') return now
  }
  throw new Error(`the rules of ${tripId} changed ${mostReadings} times while one seat was wished for`)
}

export default decisiveKeeper(reserveSeat, async (input, asked) => {
  const outcome = await reserve(input, asked)
  if (typeof outcome === 'string' && outcome.startsWith('{')) return { rememberedAnswer: outcome }
  // what was granted under this key before stays granted, whatever would be said today
  const first = await firstAnswer(asked.db, asked, asked.command)
  if (first !== undefined) return { rememberedAnswer: first }
  if (outcome instanceof Refusal) return outcome
  throw new Error('an answer was given under this key, and is gone')
})
