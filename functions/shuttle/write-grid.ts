import { sql } from 'kysely'
import type { AskedOf } from '../../contract/procedure'
import type { saveTimetableGrid } from '../../contract/shuttle-grid'
import type { Db } from '../../database/connect'
import { type Draft, freeId } from './edit-draft'
import type { GridTime, GridTripRow } from './grid-trips'

type Input = AskedOf<typeof saveTimetableGrid>
type Trip = Input['trips'][number]

interface Keys {
  routeKey: number
  services: ReadonlyMap<string, number>
  stops: ReadonlyMap<string, number>
  nextTripKey: number
  takenTripIds: ReadonlySet<string>
}

/** The stop times of a trip as the grid has them, with what it does not show from before: dwell, pickup, headsign. */
function timesOf(trip: Trip, stopIds: readonly string[], before: GridTripRow | undefined): GridTime[] {
  const left = [...(before?.times ?? [])]
  const times: GridTime[] = []
  for (const [i, departure] of trip.times.entries()) {
    const stopId = stopIds[i]
    if (departure === null || stopId === undefined) continue
    const at = left.findIndex((time) => time.stopId === stopId)
    const was = at < 0 ? undefined : left.splice(0, at + 1)[at]
    const dwell = was ? was.departure - was.arrival : 0
    const previous = times[times.length - 1]?.departure ?? 0
    times.push({
      stopId,
      departure,
      arrival: Math.max(departure - dwell, previous, 0),
      isGuessed: was?.isGuessed === true && was.departure === departure,
      pickupType: was?.pickupType ?? 0,
      dropOffType: was?.dropOffType ?? 0,
      headsign: was?.headsign ?? null,
      more: was?.more ?? null,
    })
  }
  return times
}

const clockOf = (seconds: number) => {
  const minutes = Math.floor(seconds / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}

async function clear(
  db: Db,
  { orgId, timetableKey }: Draft,
  before: readonly GridTripRow[],
  kept: ReadonlySet<string>,
) {
  const all = before.map(({ tripKey }) => tripKey)
  if (all.length === 0) return
  const of = <T extends 'stopTime' | 'tripFrequency' | 'timetableTrip'>(table: T, keys: readonly number[]) =>
    sql`DELETE FROM ${sql.table({ stopTime: 'stop_time', tripFrequency: 'trip_frequency', timetableTrip: 'timetable_trip' }[table])}
      WHERE org_id = ${orgId} AND timetable_key = ${timetableKey} AND trip_key = ANY (${[...keys]}::integer[])`.execute(
      db,
    )
  await of('stopTime', all)
  await of('tripFrequency', all)
  await of(
    'timetableTrip',
    before.filter(({ tripId }) => !kept.has(tripId)).map(({ tripKey }) => tripKey),
  )
}

/** Writes the trips of a line and direction as a grid has them: those that stay keep their ids, the others go. Gives all ids. */
export async function writeGrid(
  db: Db,
  draft: Draft,
  { routeId, directionId, headsign, stopIds, trips }: Input,
  before: readonly GridTripRow[],
  keys: Keys,
): Promise<string[]> {
  const own = { orgId: draft.orgId, timetableKey: draft.timetableKey }
  const byId = new Map(before.map((trip) => [trip.tripId, trip]))
  await clear(db, draft, before, new Set(trips.map(({ tripId }) => tripId ?? '')))
  const taken = new Set(keys.takenTripIds)
  const tripIds: string[] = []
  let nextKey = keys.nextTripKey
  for (const trip of trips) {
    const was = trip.tripId === undefined ? undefined : byId.get(trip.tripId)
    const times = timesOf(trip, stopIds, was)
    const wanted = `${routeId}-${directionId}-${clockOf(times[0]?.departure ?? 0)}`
    const tripId = trip.tripId ?? freeId(wanted, taken)
    taken.add(tripId)
    tripIds.push(tripId)
    const tripKey = was?.tripKey ?? nextKey++
    const serviceKey = keys.services.get(trip.serviceId) ?? 0
    const values = {
      serviceKey,
      directionId,
      // trips of one direction may go to different ends: only what was changed is written over
      headsign: was && headsign === before[0]?.headsign ? was.headsign : headsign,
      wheelchair: was && (was.wheelchair === 1) === trip.isWheelchair ? was.wheelchair : trip.isWheelchair ? 1 : 0,
      plate: trip.plate,
      seats: trip.seats ?? null,
      driver: trip.driver,
    }
    await db
      .insertInto('timetableTrip')
      .values({ ...own, tripKey, tripId, routeKey: keys.routeKey, ...values })
      .onConflict((one) => one.columns(['orgId', 'timetableKey', 'tripKey']).doUpdateSet(values))
      .execute()
    await db
      .insertInto('stopTime')
      .values(
        times.map(({ stopId, more, ...time }, i) => ({
          ...own,
          ...time,
          more: more === null ? null : JSON.stringify(more),
          tripKey,
          stopSequence: i + 1,
          stopKey: keys.stops.get(stopId) ?? 0,
          serviceKey,
          isLast: false,
          hasHeadway: false,
        })),
      )
      .execute()
    if (trip.headways && trip.headways.length > 0)
      await db
        .insertInto('tripFrequency')
        .values(
          trip.headways.map(({ seconds, from, until }) => {
            const same = was?.headways.find((one) => one.from === from && one.seconds === seconds)
            return { ...own, tripKey, startsAt: from, endsAt: until, headway: seconds, isExact: same?.isExact ?? false }
          }),
        )
        .execute()
  }
  return tripIds
}
