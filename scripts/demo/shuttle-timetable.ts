import { sql } from 'kysely'
import { addDays, type Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { pinyinOf } from '../../functions/documents/pinyin'
import { newId } from '../../functions/secrets'
import { type DirectionOutline, demoLines, demoVehicles, stopPlaces } from './shuttle-lines'

const services = ['worked', 'rest'] as const
const stopIds = Object.keys(stopPlaces)

const secondsOf = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * 60
}

interface DemoTrip {
  tripId: string
  routeKey: number
  serviceKey: number
  directionId: number
  headsign: string
  first: number
  stops: DirectionOutline['stops']
  headways: readonly { from: string; until: string; minutes: number }[]
}

function tripsOf(): DemoTrip[] {
  return demoLines.flatMap((line, i) =>
    line.directions.flatMap(({ headsign, stops, trips, headways = [] }, directionId) => {
      const common = { routeKey: i + 1, directionId, headsign, stops }
      const fixed = trips.map(({ departs, service }) => ({
        ...common,
        tripId: `${line.routeId}-${directionId}-${departs.replace(':', '').padStart(4, '0')}`,
        serviceKey: services.indexOf(service) + 1,
        first: secondsOf(departs),
        headways: [],
      }))
      const [first] = headways
      if (!first) return fixed
      const every = { ...common, tripId: `${line.routeId}-${directionId}-间隔`, serviceKey: 1, headways }
      return [...fixed, { ...every, first: secondsOf(first.from) }]
    }),
  )
}

/** Writes the demo's timetable for two years and puts it in force, with its vehicles and who drives them. */
export async function writeTimetable(
  db: Db,
  { orgId, driverId, today, now }: { orgId: number; driverId: string; today: Day; now: number },
): Promise<void> {
  const at = new Date(now)
  const values = {
    orgId,
    timetableId: newId(now),
    name: '2026 年职工班车',
    agencyName: '车队',
    timezone: 'Asia/Shanghai',
  }
  const { timetableKey } = await db
    .insertInto('timetable')
    .values({ ...values, source: 'hand', createdBy: driverId, createdAt: at })
    .returning('timetableKey')
    .executeTakeFirstOrThrow()
  const own = { orgId, timetableKey }
  const span = { startsOn: addDays(today, -365), endsOn: addDays(today, 365), weekdays: [] }
  await db
    .insertInto('timetableService')
    .values([
      { ...own, ...span, serviceKey: 1, serviceId: 'worked', name: '工作日', rule: 'workdays' },
      { ...own, ...span, serviceKey: 2, serviceId: 'rest', name: '休息日', rule: 'restDays' },
    ])
    .execute()
  await db
    .insertInto('timetableStop')
    .values(
      stopIds.map((name, i) => {
        const [code = '', lat = 0, lon = 0] = stopPlaces[name] ?? []
        return { ...own, stopKey: i + 1, stopId: name, name, code, lat, lon, ...pinyinOf(name) }
      }),
    )
    .execute()
  await db
    .insertInto('timetableRoute')
    .values(
      demoLines.map(({ routeId, longName, color }, i) => {
        const names = { routeId, shortName: routeId, longName }
        return { ...own, routeKey: i + 1, ...names, color, textColor: 'FFFFFF', sortOrder: i }
      }),
    )
    .execute()
  const trips = tripsOf()
  await db
    .insertInto('timetableTrip')
    .values(
      trips.map(({ tripId, routeKey, serviceKey, directionId, headsign }, i) => {
        return { ...own, tripKey: i + 1, tripId, routeKey, serviceKey, directionId, headsign }
      }),
    )
    .execute()
  await db
    .insertInto('stopTime')
    .values(
      trips.flatMap(({ stops, serviceKey, first }, i) =>
        stops.map(([stop, minutes], n) => {
          const time = first + minutes * 60
          const where = { tripKey: i + 1, stopSequence: n + 1, stopKey: stopIds.indexOf(stop) + 1, serviceKey }
          return { ...own, ...where, arrival: time, departure: time, isLast: false, hasHeadway: false }
        }),
      ),
    )
    .execute()
  await db
    .insertInto('tripFrequency')
    .values(
      trips.flatMap(({ headways }, i) =>
        headways.map(({ from, until, minutes }) => {
          return { ...own, tripKey: i + 1, startsAt: secondsOf(from), endsAt: secondsOf(until), headway: minutes * 60 }
        }),
      ),
    )
    .execute()
  await sql`SELECT settle_timetable(${orgId}::integer, ${timetableKey}::integer)`.execute(db)
  await db
    .updateTable('timetable')
    .set({ status: 'published', publishedAt: at })
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .execute()
  await writeVehicles(db, { orgId, driverId, now }, trips)
}

async function writeVehicles(
  db: Db,
  { orgId, driverId, now }: { orgId: number; driverId: string; now: number },
  trips: readonly DemoTrip[],
): Promise<void> {
  for (const { lines, ...vehicle } of demoVehicles) {
    const vehicleId = newId(now)
    await db
      .insertInto('shuttleVehicle')
      .values({ orgId, vehicleId, ...vehicle })
      .execute()
    for (const routeId of lines) {
      const { seats, wheelchairPlaces } = vehicle
      await db
        .insertInto('shuttleLine')
        .values({ orgId, routeId, isReservable: true, seats, wheelchairPlaces })
        .execute()
      const own = trips.filter(({ routeKey }) => demoLines[routeKey - 1]?.routeId === routeId)
      await db
        .insertInto('tripAssignment')
        .values(own.map(({ tripId }) => ({ orgId, tripId, day: null, vehicleId, driverId })))
        .execute()
    }
  }
}
