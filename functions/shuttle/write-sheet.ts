import type { SheetTrip } from '../../contract/shuttle-timetables'
import type { Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { Documents } from '../documents/documents'
import { freeId } from './edit-draft'
import { daysText } from './sheet-days'
import { knownNames, namedRows } from './sheet-ids'

/** So many rows in one statement: it may have 65,535 values. */
const rowsAtOnce = 2000

function* pieces<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += rowsAtOnce) yield rows.slice(i, i + rowsAtOnce)
}

const weekdaysIn = (weekdays: readonly number[]) => [...new Set(weekdays)].sort((a, b) => a - b)
const serviceName = ({ rule, weekdays }: SheetTrip) => daysText({ rule, weekdays: weekdaysIn(weekdays) }) || '其他日期'
const outward = /^(上班|去程|上行|去|出发)$/
const homeward = /^(下班|回程|返程|下行|回|返回)$/

/** 0 or 1: by words such as 上班 and 下班, else in the order in which a line's directions come. */
function directionsOf(trips: readonly SheetTrip[]): (trip: SheetTrip) => number {
  const seen = new Map<string, string[]>()
  for (const { route, direction } of trips) {
    const own = seen.get(route) ?? []
    if (!own.includes(direction)) own.push(direction)
    seen.set(route, own)
  }
  return ({ route, direction }) =>
    outward.test(direction) ? 0 : homeward.test(direction) ? 1 : Math.min(1, seen.get(route)?.indexOf(direction) ?? 0)
}

/** Where a bus goes as riders read it: 往南院 is 南院; 上班 says no place, so it is the last stop. */
function headsignOf({ direction, stops }: SheetTrip): string {
  const end = stops[stops.length - 1]?.stop ?? ''
  const place = direction.replace(/^(开往|往|去|至|到)(?=..)/, '').replace(/方向$/, '')
  return place === '' || outward.test(direction) || homeward.test(direction) ? end : place
}

const idClock = (seconds: number) => {
  const minutes = Math.floor(seconds / 60)
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}`
}

interface Sheet {
  firstDay: Day
  lastDay: Day
  trips: readonly SheetTrip[]
  pinyinOf: Documents['pinyinOf']
}

/** Writes the trips of a sheet into an empty timetable. Names of the timetable in force keep their ids, places and colours. */
export async function writeSheet(
  db: Db,
  own: { orgId: number; timetableKey: number },
  { firstDay, lastDay, trips, pinyinOf }: Sheet,
): Promise<void> {
  const known = await knownNames(db, own.orgId)
  const routes = namedRows(
    trips.map(({ route }) => route),
    known.routes,
    known.ids.routes,
  )
  const stops = namedRows(
    trips.flatMap((trip) => trip.stops.map(({ stop }) => stop)),
    known.stops,
    known.ids.stops,
  )
  const services = new Map(trips.map((trip) => [serviceName(trip), trip]))
  const serviceKeys = new Map([...services.keys()].map((name, i) => [name, i + 1]))
  const routeKeys = new Map(routes.map(({ name, key }) => [name, key]))
  const stopKeys = new Map(stops.map(({ name, key }) => [name, key]))
  const directionOf = directionsOf(trips)
  const taken = new Set<string>()
  const times: { tripKey: number; serviceKey: number; trip: SheetTrip }[] = []
  const tripRows = trips.map((trip, i) => {
    const { route, direction, stops, plate, seats, driver, driverPhone, headway } = trip
    const directionId = directionOf(trip)
    const tripId = freeId(
      `${route}-${direction || directionId}-${idClock(headway?.from ?? stops[0]?.departure ?? 0)}`,
      taken,
    )
    taken.add(tripId)
    const serviceKey = serviceKeys.get(serviceName(trip)) ?? 0
    times.push({ tripKey: i + 1, serviceKey, trip })
    return {
      ...{ ...own, tripKey: i + 1, tripId, routeKey: routeKeys.get(route) ?? 0, serviceKey, directionId },
      ...{ headsign: headsignOf(trip), shortName: direction, plate, seats: seats ?? null, driver, driverPhone },
    }
  })
  const stopTimes = times.flatMap(({ tripKey, serviceKey, trip }) =>
    trip.stops.map(({ stop, departure, isGuessed }, i) => ({
      ...{ ...own, tripKey, stopSequence: i + 1, stopKey: stopKeys.get(stop) ?? 0, serviceKey },
      ...{ arrival: departure, departure, isGuessed, isLast: false, hasHeadway: false },
    })),
  )
  const headways = times.flatMap(({ tripKey, trip: { headway } }) =>
    headway ? [{ ...own, tripKey, startsAt: headway.from, endsAt: headway.until, headway: headway.seconds }] : [],
  )
  for (const piece of pieces(routes))
    await db
      .insertInto('timetableRoute')
      .values(
        piece.map(({ key, id, name, more }) => ({
          ...own,
          routeKey: key,
          routeId: id,
          shortName: name,
          sortOrder: key,
          ...more,
        })),
      )
      .execute()
  for (const piece of pieces(stops))
    await db
      .insertInto('timetableStop')
      .values(
        piece.map(({ key, id, name, more }) => ({
          ...own,
          stopKey: key,
          stopId: id,
          name,
          ...pinyinOf(name),
          ...more,
        })),
      )
      .execute()
  await db
    .insertInto('timetableService')
    .values(
      [...services].map(([name, { rule, weekdays }]) => ({
        ...{ ...own, serviceKey: serviceKeys.get(name) ?? 0, serviceId: name, name, rule },
        ...{ weekdays: rule === 'calendar' ? weekdaysIn(weekdays) : [], startsOn: firstDay, endsOn: lastDay },
      })),
    )
    .execute()
  for (const piece of pieces(tripRows)) await db.insertInto('timetableTrip').values(piece).execute()
  for (const piece of pieces(stopTimes)) await db.insertInto('stopTime').values(piece).execute()
  for (const piece of pieces(headways)) await db.insertInto('tripFrequency').values(piece).execute()
}
