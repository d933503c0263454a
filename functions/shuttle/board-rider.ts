import { sql } from 'kysely'
import type { AskedOf } from '../../contract/procedure'
import { boardRider } from '../../contract/shuttle-fleet'
import { boardingOpensBefore } from '../../contract/shuttle-ride'
import { type AskedByPerson, keeper, refuse, refuseForTheRecord } from '../keeper'
import { findByCode } from './find-boarding'
import { countBoarding, type FoundSeat, readManifest } from './manifest-rows'
import { openRun } from './open-run'
import { formatLocal } from './service-clock'
import { readTripChange } from './trip-change'
import { type TripOnDay, tripOnDay } from './trip-on-day'

type Input = AskedOf<typeof boardRider>

/** Riders are let on until so long after the end of the trip: a driver may catch up on the manifest. Minutes. */
const catchUpMinutes = 120
const minute = 60_000

interface OnBus {
  trip: TripOnDay
  runId: string
  /** Reported, in ms. */
  delay: number
  riders: FoundSeat[]
}

async function note(
  asked: AskedByPerson,
  runId: string,
  event: { what: string; reason?: string; reservationId?: string; stopId?: string },
) {
  await asked.db
    .insertInto('boardingEvent')
    .values({ orgId: asked.orgId, runId, at: new Date(asked.now), byId: asked.person.personId, ...event })
    .execute()
}

/** What the driver's page shows of the whole after each scan. */
async function counts(asked: AskedByPerson, { runId, riders }: OnBus) {
  const has = (statuses: readonly string[]) => riders.filter(({ seat }) => statuses.includes(seat.status)).length
  const { walkIns } = await countBoarding(asked, runId)
  return { boarded: has(['boarded']), reserved: has(['reserved', 'offered', 'boarded', 'noShow']), walkIns }
}

function isBoardingTime({ trip, delay }: OnBus, { fromPosition }: FoundSeat, now: number): boolean {
  const departsAt = trip.stops[fromPosition - 1]?.departsAt ?? 0
  const endsAt = trip.stops[trip.stops.length - 1]?.arrivesAt ?? 0
  return now >= departsAt + delay - boardingOpensBefore * minute && now <= endsAt + delay + catchUpMinutes * minute
}

/** Lets a rider on, or says why not; that somebody was refused is kept. */
async function board(asked: AskedByPerson, bus: OnBus, found: FoundSeat) {
  const { seat } = found
  const { reservationId, rider, boardedAt } = seat
  const record = async <const R extends string>(reason: R, detail?: Record<string, unknown>) => {
    await note(asked, bus.runId, { what: 'refused', reason, reservationId })
    return refuseForTheRecord(reason, detail)
  }
  if (seat.status === 'boarded') return record('ALREADY_BOARDED', { rider, boardedAt })
  // who waited in vain has no seat to be let on with
  if (seat.status === 'waiting' || seat.status === 'lapsed') return record('NO_SUCH_RESERVATION', { rider })
  if (!isBoardingTime(bus, found, asked.now)) return record('NOT_BOARDING_TIME', { rider })
  await asked.db
    .updateTable('seatReservation')
    .set({ status: 'boarded', boardedAt: new Date(asked.now), boardedBy: asked.person.personId })
    .where('orgId', '=', asked.orgId)
    .where('reservationId', '=', reservationId)
    .execute()
  await note(asked, bus.runId, { what: 'boarded', reservationId, stopId: seat.fromStopId })
  found.seat = { ...seat, status: 'boarded', boardedAt: formatLocal(asked.now, bus.trip.timezone) }
  asked.note({ tripId: bus.trip.tripId, day: bus.trip.day, reservationId })
  return { seat: found.seat, ...(await counts(asked, bus)) }
}

/** One more without a seat of their own, while there is a free one. Who did not come at an earlier stop keeps none free. */
async function letWalkIn(asked: AskedByPerson, bus: OnBus, stopId: string | undefined) {
  const position = Math.max(1, bus.trip.stops.findIndex((stop) => stop.stopId === stopId) + 1)
  const taken = bus.riders.filter(
    ({ seat, fromPosition, toPosition }) =>
      seat.kind === 'seat' &&
      fromPosition <= position &&
      position < toPosition &&
      (seat.status === 'boarded' || (fromPosition === position && ['reserved', 'offered'].includes(seat.status))),
  ).length
  const { walkIns } = await countBoarding(asked, bus.runId)
  const run = await asked.db
    .selectFrom('shuttleRun')
    .select('seats')
    .where('orgId', '=', asked.orgId)
    .where('runId', '=', bus.runId)
    .executeTakeFirstOrThrow()
  if (taken + walkIns >= run.seats) {
    await note(asked, bus.runId, { what: 'refused', reason: 'NO_FREE_SEAT', stopId: stopId ?? '' })
    return refuseForTheRecord('NO_FREE_SEAT')
  }
  await note(asked, bus.runId, { what: 'walkIn', stopId: stopId ?? '' })
  return counts(asked, bus)
}

async function boardOn(asked: AskedByPerson, bus: OnBus, { code, reservationId, stopId }: Input) {
  if (code === undefined && reservationId === undefined) return letWalkIn(asked, bus, stopId)
  if (code === undefined) {
    const rider = bus.riders.find(({ seat }) => seat.reservationId === reservationId)
    return rider ? board(asked, bus, rider) : refuse('NO_SUCH_RESERVATION')
  }
  const found = await findByCode(asked, bus, code)
  if ('seat' in found) return board(asked, bus, found)
  await note(asked, bus.runId, { what: 'refused', reason: found.refusal })
  return refuseForTheRecord(found.refusal, found.detail)
}

export default keeper(boardRider, async (input, asked) => {
  const { db, orgId } = asked
  const trip = await tripOnDay(asked, input.tripId, input.day)
  if (!trip) return refuse('NO_SUCH_TRIP')
  // not what was scanned: nobody has proven that it is ours
  asked.note({ tripId: trip.tripId, day: trip.day })
  if (!trip.runs) return refuse('DOES_NOT_RUN')
  const runId = await openRun(asked, trip)
  // two drivers' phones at one door: one after the other
  await sql`SELECT FROM shuttle_run WHERE org_id = ${orgId} AND run_id = ${runId}::uuid FOR NO KEY UPDATE`.execute(db)
  const { delayMinutes } = await readTripChange(asked, trip.tripId, trip.day)
  const delay = delayMinutes * minute
  const riders = await readManifest(asked, { runId, timezone: trip.timezone })
  return boardOn(asked, { trip, runId, delay, riders }, input)
})
