import { sql } from 'kysely'
import type { GivenOrg } from './given'
import type { TestCloud } from './start-cloud'

/** When trips of a service run; every day of 2026 and 2027 unless it says otherwise. */
export interface GivenService {
  rule?: 'calendar' | 'workdays' | 'restDays'
  weekdays?: readonly number[]
  startsOn?: string | null
  endsOn?: string | null
  added?: readonly string[]
  removed?: readonly string[]
}

/** A trip by the clock: `['A 7:40', 'B 7:50/7:52', 'C 25:10']`, arrival before the stroke. */
export interface GivenTrip {
  tripId: string
  routeId: string
  serviceId?: string
  directionId?: 0 | 1
  headsign?: string
  isWheelchair?: boolean
  times: readonly string[]
  /** Where nobody gets on, or off. */
  noPickup?: readonly string[]
  noDropOff?: readonly string[]
  /** Starts of a headway. */
  headway?: readonly { from: string; until: string; seconds: number; isExact?: boolean }[]
}

export interface GivenTimetable {
  timezone?: string
  services?: Readonly<Record<string, GivenService>>
  trips: readonly GivenTrip[]
  /** Station of a platform. */
  parents?: Readonly<Record<string, string>>
  isDraft?: boolean
}

/** 25:10 or 25:10:30 as seconds of the service day. */
export function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

function stopTimesOf({ times }: GivenTrip) {
  return times.map((written) => {
    const cut = written.lastIndexOf(' ')
    const [first = '', second] = written.slice(cut + 1).split('/')
    return { stopId: written.slice(0, cut), arrival: secondsOf(first), departure: secondsOf(second ?? first) }
  })
}

/** Writes a timetable and puts it in force, the one before it is retired. Names of stops and lines are their ids. */
export async function givenTimetable(
  { cloud }: TestCloud,
  { orgId, personId }: Pick<GivenOrg, 'orgId'> & { personId: string },
  { timezone = 'Asia/Shanghai', services = {}, trips, parents = {}, isDraft = false }: GivenTimetable,
): Promise<string> {
  const { db } = cloud
  const timetableId = crypto.randomUUID()
  const at = new Date(cloud.clock())
  if (!isDraft)
    await db
      .updateTable('timetable')
      .set({ status: 'retired' })
      .where('orgId', '=', orgId)
      .where('status', '=', 'published')
      .execute()
  const { timetableKey } = await db
    .insertInto('timetable')
    .values({
      orgId,
      timetableId,
      name: '时刻表',
      agencyName: '车队',
      timezone,
      source: 'hand',
      createdBy: personId,
      createdAt: at,
    })
    .returning('timetableKey')
    .executeTakeFirstOrThrow()
  const own = { orgId, timetableKey }
  const serviceIds = [...new Set(trips.map(({ serviceId = 'daily' }) => serviceId))]
  for (const [i, serviceId] of serviceIds.entries()) {
    const {
      rule = 'calendar',
      weekdays = [1, 2, 3, 4, 5, 6, 7],
      added = [],
      removed = [],
      ...ends
    } = services[serviceId] ?? {}
    const { startsOn = '2026-01-01', endsOn = '2027-12-31' } = ends
    await db
      .insertInto('timetableService')
      .values({ ...own, serviceKey: i + 1, serviceId, rule, weekdays: [...weekdays], startsOn, endsOn })
      .execute()
    const exceptions = [
      ...added.map((day) => ({ day, isAdded: true })),
      ...removed.map((day) => ({ day, isAdded: false })),
    ]
    if (exceptions.length > 0)
      await db
        .insertInto('serviceException')
        .values(exceptions.map((one) => ({ ...own, serviceKey: i + 1, ...one })))
        .execute()
  }
  const routeIds = [...new Set(trips.map(({ routeId }) => routeId))]
  await db
    .insertInto('timetableRoute')
    .values(routeIds.map((routeId, i) => ({ ...own, routeKey: i + 1, routeId, shortName: routeId, sortOrder: i })))
    .execute()
  const stopIds = [
    ...new Set([...trips.flatMap((trip) => stopTimesOf(trip).map(({ stopId }) => stopId)), ...Object.values(parents)]),
  ]
  const keyOfStop = (stopId: string) => stopIds.indexOf(stopId) + 1
  const stations = new Set(Object.values(parents))
  await db
    .insertInto('timetableStop')
    .values(
      stopIds.map((stopId, i) => ({
        ...own,
        stopKey: i + 1,
        stopId,
        name: stopId,
        ...cloud.documents?.pinyinOf(stopId),
        locationType: stations.has(stopId) ? 1 : 0,
        parentKey: parents[stopId] ? keyOfStop(parents[stopId]) : null,
      })),
    )
    .execute()
  for (const [i, trip] of trips.entries()) {
    const { tripId, routeId, serviceId = 'daily', directionId = 0, headsign = '', isWheelchair, headway = [] } = trip
    const tripKey = i + 1
    const serviceKey = serviceIds.indexOf(serviceId) + 1
    await db
      .insertInto('timetableTrip')
      .values({
        ...own,
        tripKey,
        tripId,
        routeKey: routeIds.indexOf(routeId) + 1,
        serviceKey,
        directionId,
        headsign,
        wheelchair: isWheelchair ? 1 : 0,
      })
      .execute()
    await db
      .insertInto('stopTime')
      .values(
        stopTimesOf(trip).map(({ stopId, arrival, departure }, n) => ({
          ...own,
          tripKey,
          stopSequence: n + 1,
          stopKey: keyOfStop(stopId),
          serviceKey,
          arrival,
          departure,
          isLast: false,
          hasHeadway: false,
          pickupType: trip.noPickup?.includes(stopId) ? 1 : 0,
          dropOffType: trip.noDropOff?.includes(stopId) ? 1 : 0,
        })),
      )
      .execute()
    for (const { from, until, seconds, isExact = false } of headway)
      await db
        .insertInto('tripFrequency')
        .values({ ...own, tripKey, startsAt: secondsOf(from), endsAt: secondsOf(until), headway: seconds, isExact })
        .execute()
  }
  await sql`SELECT settle_timetable(${orgId}::integer, ${timetableKey}::integer)`.execute(db)
  if (!isDraft)
    await db
      .updateTable('timetable')
      .set({ status: 'published', publishedAt: at, revision: sql`revision + 1` })
      .where('orgId', '=', orgId)
      .where('timetableKey', '=', timetableKey)
      .execute()
  return timetableId
}
