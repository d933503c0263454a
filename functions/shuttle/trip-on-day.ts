import { runsOn, type ServiceDays } from '../../contract/service-days'
import type { RouteBrief, Stop } from '../../contract/shuttle-words'
import type { Day } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { serviceInstant } from './service-clock'

export interface TripStop extends Stop {
  /** Epoch ms by the timetable. */
  arrivesAt: number
  departsAt: number
  mayBoard: boolean
  mayAlight: boolean
}

/** A trip of the timetable in force, with its times on one day. */
export interface TripOnDay {
  tripId: string
  day: Day
  runs: boolean
  hasHeadway: boolean
  isWheelchair: boolean
  route: RouteBrief
  headsign: string
  /** IANA. */
  timezone: string
  stops: TripStop[]
  /** What a sheet says of its vehicle and driver; '' and absent when it does not. */
  plate: string
  seats?: number
  driver: string
}

type By = Pick<AskedByPerson, 'db' | 'orgId'>

async function findTrip({ db, orgId }: By, tripId: string) {
  return db
    .selectFrom('timetable as t')
    .innerJoin('timetableTrip as p', (on) =>
      on.onRef('p.orgId', '=', 't.orgId').onRef('p.timetableKey', '=', 't.timetableKey'),
    )
    .innerJoin('timetableRoute as r', (on) =>
      on
        .onRef('r.orgId', '=', 'p.orgId')
        .onRef('r.timetableKey', '=', 'p.timetableKey')
        .onRef('r.routeKey', '=', 'p.routeKey'),
    )
    .innerJoin('timetableService as s', (on) =>
      on
        .onRef('s.orgId', '=', 'p.orgId')
        .onRef('s.timetableKey', '=', 'p.timetableKey')
        .onRef('s.serviceKey', '=', 'p.serviceKey'),
    )
    .select(['t.timetableKey', 't.timezone', 'p.tripKey', 'p.serviceKey', 'p.headsign', 'p.hasHeadway', 'p.wheelchair'])
    .select(['p.plate', 'p.seats', 'p.driver', 's.rule', 's.weekdays', 's.startsOn', 's.endsOn'])
    .select(['r.routeId', 'r.shortName', 'r.longName', 'r.color', 'r.textColor'])
    .where('t.orgId', '=', orgId)
    .where('t.status', '=', 'published')
    .where('p.tripId', '=', tripId)
    .executeTakeFirst()
}

type FoundTrip = NonNullable<Awaited<ReturnType<typeof findTrip>>>

/** What a service and the institution say of this one day. */
async function readDay({ db, orgId }: By, { timetableKey, serviceKey, ...trip }: FoundTrip, day: Day) {
  const exception = await db
    .selectFrom('serviceException')
    .select('isAdded')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .where('serviceKey', '=', serviceKey)
    .where('day', '=', day)
    .executeTakeFirst()
  const special = await db
    .selectFrom('specialDay')
    .select('isOffDay')
    .where('orgId', '=', orgId)
    .where('day', '=', day)
    .executeTakeFirst()
  const service: ServiceDays = {
    rule: trip.rule as ServiceDays['rule'],
    weekdays: trip.weekdays,
    startsOn: trip.startsOn,
    endsOn: trip.endsOn,
    addedDays: exception?.isAdded === true ? [day] : [],
    removedDays: exception?.isAdded === false ? [day] : [],
  }
  return runsOn(service, day, special ? { [day]: special.isOffDay } : {})
}

async function readStops({ db, orgId }: By, { timetableKey, tripKey, timezone }: FoundTrip, day: Day) {
  const rows = await db
    .selectFrom('stopTime as x')
    .innerJoin('timetableStop as s', (on) =>
      on
        .onRef('s.orgId', '=', 'x.orgId')
        .onRef('s.timetableKey', '=', 'x.timetableKey')
        .onRef('s.stopKey', '=', 'x.stopKey'),
    )
    .select(['s.stopId', 's.name', 's.code', 's.lat', 's.lon'])
    .select(['x.arrival', 'x.departure', 'x.pickupType', 'x.dropOffType', 'x.isLast'])
    .where('x.orgId', '=', orgId)
    .where('x.timetableKey', '=', timetableKey)
    .where('x.tripKey', '=', tripKey)
    .orderBy('x.stopSequence')
    .execute()
  return rows.map(
    ({ stopId, name, code, lat, lon, ...time }, i): TripStop => ({
      stopId,
      name,
      code,
      ...(lat === null ? {} : { lat }),
      ...(lon === null ? {} : { lon }),
      arrivesAt: serviceInstant(day, time.arrival, timezone),
      departsAt: serviceInstant(day, time.departure, timezone),
      mayBoard: !time.isLast && time.pickupType !== 1,
      mayAlight: i > 0 && time.dropOffType !== 1,
    }),
  )
}

/** A trip of the timetable in force as it is on a day; undefined when the timetable has no such trip. */
export async function tripOnDay(asked: By, tripId: string, day: Day): Promise<TripOnDay | undefined> {
  const found = await findTrip(asked, tripId)
  if (!found) return undefined
  const { routeId, shortName, longName, color, textColor } = found
  return {
    tripId,
    day,
    runs: await readDay(asked, found, day),
    hasHeadway: found.hasHeadway,
    isWheelchair: found.wheelchair === 1,
    route: { routeId, shortName, longName, color, textColor },
    headsign: found.headsign,
    timezone: found.timezone,
    stops: await readStops(asked, found, day),
    plate: found.plate,
    ...(found.seats === null ? {} : { seats: found.seats }),
    driver: found.driver,
  }
}
