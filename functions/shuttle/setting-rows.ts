import type { LineRule, ShuttleSetting, Vehicle } from '../../contract/shuttle-fleet'
import type { RouteBrief } from '../../contract/shuttle-words'
import type { AskedByPerson } from '../keeper'

type By = Pick<AskedByPerson, 'db' | 'orgId'>

/** A line is like this until somebody says otherwise: seats are not reserved. */
const unruled = { isReservable: false, seats: 45, wheelchairPlaces: 0 }

/** How seats are given. */
export async function readShuttleSetting({ db, orgId }: By): Promise<ShuttleSetting> {
  return db
    .selectFrom('shuttleSetting')
    .select(['opensDays', 'closesMinutes', 'lateCancelMinutes', 'holdMinutes', 'mostPerDay', 'mostAhead', 'isPublic'])
    .where('orgId', '=', orgId)
    .executeTakeFirstOrThrow()
}

/** The lines of the timetable in force, in its order, each with its rule. */
export async function readLineRules({ db, orgId }: By): Promise<{ route: RouteBrief; rule: LineRule }[]> {
  const rows = await db
    .selectFrom('timetable as t')
    .innerJoin('timetableRoute as r', (on) =>
      on.onRef('r.orgId', '=', 't.orgId').onRef('r.timetableKey', '=', 't.timetableKey'),
    )
    .leftJoin('shuttleLine as l', (on) => on.onRef('l.orgId', '=', 'r.orgId').onRef('l.routeId', '=', 'r.routeId'))
    .select(['r.routeId', 'r.shortName', 'r.longName', 'r.color', 'r.textColor'])
    .select(['l.isReservable', 'l.seats', 'l.wheelchairPlaces'])
    .where('t.orgId', '=', orgId)
    .where('t.status', '=', 'published')
    .orderBy('r.sortOrder')
    .orderBy('r.routeKey')
    .execute()
  return rows.map(({ isReservable, seats, wheelchairPlaces, ...route }) => ({
    route,
    rule: {
      routeId: route.routeId,
      isReservable: isReservable ?? unruled.isReservable,
      seats: seats ?? unruled.seats,
      wheelchairPlaces: wheelchairPlaces ?? unruled.wheelchairPlaces,
    },
  }))
}

/** Vehicles by plate, those in use first. */
export async function readVehicles({ db, orgId }: By): Promise<Vehicle[]> {
  return db
    .selectFrom('shuttleVehicle')
    .select(['vehicleId', 'plate', 'name', 'seats', 'wheelchairPlaces', 'isRetired'])
    .where('orgId', '=', orgId)
    .orderBy('isRetired')
    .orderBy('plate')
    .execute()
}
