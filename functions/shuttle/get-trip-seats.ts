import { sql } from 'kysely'
import { getTripSeats, mayReserveForOthers } from '../../contract/shuttle-seats'
import { type AskedByPerson, keeper, refuse } from '../keeper'
import { readMySeats } from './my-seat-rows'
import { readSeatRules } from './seat-rules'
import { formatLocal } from './service-clock'
import { type TripOnDay, tripOnDay } from './trip-on-day'

interface Places {
  seats: number
  wheelchairPlaces: number
  takenSeats: number[] | null
  takenWheelchair: number[] | null
  plate: string
  waiting: number
}

/** How many places a trip has on its day, and how many are taken where somebody reserved already. */
async function readPlaces({ db, orgId }: AskedByPerson, { tripId, day, route, plate }: TripOnDay): Promise<Places> {
  const { rows } = await sql<Places>`
    SELECT coalesce(r.seats, p.seats) AS seats, coalesce(r.wheelchair_places, p.wheelchair_places) AS "wheelchairPlaces",
      r.taken_seats AS "takenSeats", r.taken_wheelchair AS "takenWheelchair", coalesce(v.plate, ${plate}) AS plate,
      (SELECT count(*)::integer FROM seat_reservation s WHERE s.org_id = ${orgId} AND s.run_id = r.run_id
        AND s.status = 'waiting') AS waiting
    FROM places_of_run(${orgId}::integer, ${tripId}, ${route.routeId}, ${day}::date) p
    LEFT JOIN shuttle_run r ON r.org_id = ${orgId} AND r.day = ${day}::date AND r.trip_id = ${tripId}
    LEFT JOIN assignment_of_run(${orgId}::integer, ${tripId}, ${day}::date) a ON true
    LEFT JOIN shuttle_vehicle v ON v.org_id = ${orgId} AND v.vehicle_id = a.vehicle_id`.execute(db)
  const [places] = rows
  if (!places) throw new Error('places_of_run gives one row')
  return places
}

export default keeper(getTripSeats, async ({ tripId, day }, asked) => {
  const trip = await tripOnDay(asked, tripId, day)
  if (!trip) return refuse('NO_SUCH_TRIP')
  if (!trip.runs) return refuse('DOES_NOT_RUN')
  const rules = await readSeatRules(asked, trip)
  const places = await readPlaces(asked, trip)
  const me = asked.person.personId
  const mine = await readMySeats(
    asked,
    sql`(s.person_id = ${me}::uuid OR s.made_by = ${me}::uuid) AND r.day = ${day}::date AND r.trip_id = ${tripId}
      AND s.status NOT IN ('cancelled', 'lapsed')`,
    sql`s.created_at, s.reservation_id`,
  )
  const { timezone } = trip
  const last = trip.stops.length - 1
  const free = (all: number, taken: number[] | null, i: number) => (i === last ? 0 : all - (taken?.[i] ?? 0))
  return {
    now: formatLocal(asked.now, timezone),
    tripId,
    day,
    route: trip.route,
    headsign: trip.headsign || (trip.stops[last]?.name ?? ''),
    plate: places.plate,
    isReservable: rules.isReservable,
    delayMinutes: rules.change.delayMinutes,
    isCancelled: rules.change.isCancelled,
    seats: places.seats,
    wheelchairPlaces: places.wheelchairPlaces,
    stops: trip.stops.map(({ arrivesAt, departsAt, ...stop }, i) => ({
      ...stop,
      arrivesAt: formatLocal(arrivesAt, timezone),
      departsAt: formatLocal(departsAt, timezone),
      freeSeats: free(places.seats, places.takenSeats, i),
      freeWheelchair: free(places.wheelchairPlaces, places.takenWheelchair, i),
    })),
    waiting: places.waiting,
    opensAt: formatLocal(rules.opensAt, timezone),
    closesMinutes: rules.setting.closesMinutes,
    mine: mine.map(({ seat }) => seat),
    maySeason: rules.isReservable,
    mayReserveForOthers: mayReserveForOthers(asked.person.duties),
  }
})
