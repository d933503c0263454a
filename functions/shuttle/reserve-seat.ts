import type { AskedOf, RefusalOf } from '../../contract/procedure'
import { reserveSeat } from '../../contract/shuttle-seats'
import { type AskedToDecide, decisiveKeeper, Refusal, refuse } from '../keeper'
import { firstAnswer } from '../remember'
import { findRider } from './find-rider'
import { openRun } from './open-run'
import { reserveTogether, type SeatWish } from './reserve-together'
import { readSeatFacts } from './seat-facts'
import { refusedNow, seatWish, segmentOf } from './seat-wish'

type Input = AskedOf<typeof reserveSeat>

/** The wish as the statement takes it, or what can be refused without asking who else is there. */
async function judge(input: Input, asked: AskedToDecide): Promise<SeatWish | Refusal<RefusalOf<typeof reserveSeat>>> {
  const { tripId, day, kind, guestName, orWait } = input
  const facts = await readSeatFacts(asked, tripId, day)
  if (!facts) return refuse('NO_SUCH_TRIP')
  const { trip, rules, plate } = facts
  if (!trip.runs) return refuse('DOES_NOT_RUN')
  const segment = segmentOf(trip, input.fromStopId, input.toStopId)
  if (!segment) return refuse(rules.isReservable ? 'NO_SUCH_STOP' : 'NOT_RESERVABLE')
  const refused = refusedNow(rules, trip, segment, asked.now)
  if (refused) return refused
  const rider = await findRider(asked, input)
  if (rider instanceof Refusal) return rider
  const runId = facts.runId ?? (await openRun(asked, trip))
  const wished = { trip, rules, runId, segment, kind, rider, guestName, orWait, plate }
  return seatWish(asked, asked.command, reserveSeat.name, wished)
}

export default decisiveKeeper(reserveSeat, async (input, asked) => {
  const wish = await judge(input, asked)
  const outcome = wish instanceof Refusal ? 'refused' : await reserveTogether(asked.cloud.pool, asked.orgId, wish)
  if (outcome !== 'replayed' && outcome !== 'refused') return { rememberedAnswer: outcome }
  // what was granted under this key before stays granted, whatever would be said today
  const first = await firstAnswer(asked.db, asked, asked.command)
  if (first !== undefined) return { rememberedAnswer: first }
  if (wish instanceof Refusal) return wish
  throw new Error('an answer was given under this key, and is gone')
})
