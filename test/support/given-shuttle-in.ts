import { newId } from '../../functions/secrets'
import type { GivenOrg } from './given'
import { givenTimetable } from './given-timetable'
import type { TestCloud } from './start-cloud'

/** What an institution's shuttle consists of; every text in it holds the institution's mark. */
export interface GivenShuttleIn {
  stopId: string
  toStopId: string
  routeId: string
  tripId: string
  serviceId: string
  /** A draft; another one is in force. */
  timetableId: string
  vehicleId: string
  /** Of whoever has every duty, tomorrow. */
  reservationId: string
  seasonId: string
  shuttleNoticeId: string
}

interface Given {
  mark: string
  personId: string
  colleagueId: string
}

/** Gives it a timetable in force and a draft, a bus with a seat reserved, a season, a delay and a notice. */
export async function givenShuttleIn(
  house: TestCloud,
  { orgId }: GivenOrg,
  { mark, personId, colleagueId }: Given,
): Promise<GivenShuttleIn> {
  const { db } = house.cloud
  const now = house.cloud.clock()
  const at = new Date(now)
  const [stopId, toStopId, routeId, tripId] = [`${mark}起`, `${mark}终`, `${mark}线`, `${mark}班`] as const
  const serviceId = `${mark}日`
  const trips = [{ tripId, routeId, serviceId, headsign: `${mark}向`, times: [`${stopId} 7:40`, `${toStopId} 8:10`] }]
  await givenTimetable(house, { orgId, personId }, { trips })
  const timetableId = await givenTimetable(house, { orgId, personId }, { trips, isDraft: true })
  const [vehicleId, runId, reservationId, seasonId, noticeId] = [1, 2, 3, 4, 5].map(() => newId(now)) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const own = { orgId }
  await db
    .insertInto('shuttleLine')
    .values({ ...own, routeId, isReservable: true, seats: 9 })
    .execute()
  await db
    .insertInto('shuttleVehicle')
    .values({ ...own, vehicleId, plate: `${mark}车`, name: `${mark}中巴`, seats: 9 })
    .execute()
  await db
    .insertInto('tripAssignment')
    .values({ ...own, tripId, day: null, vehicleId, driverId: personId })
    .execute()
  const day = new Date(now + 86_400_000).toISOString().slice(0, 10)
  const [startsAt, endsAt] = [new Date(`${day}T07:40:00+08:00`), new Date(`${day}T08:10:00+08:00`)]
  await db
    .insertInto('shuttleRun')
    .values({
      ...own,
      runId,
      day,
      tripId,
      routeId,
      headsign: `${mark}向`,
      timezone: 'Asia/Shanghai',
      stopIds: [stopId, toStopId],
      stopNames: [stopId, toStopId],
      arrivesAt: [startsAt, endsAt],
      departsAt: [startsAt, endsAt],
      mayBoard: [true, false],
      mayAlight: [false, true],
      startsAt,
      endsAt,
      seats: 9,
      wheelchairPlaces: 0,
      takenSeats: [0],
      takenWheelchair: [0],
      createdAt: at,
    })
    .execute()
  const seat = { ...own, runId, personId, madeBy: personId, kind: 'seat', fromPosition: 1, toPosition: 2 }
  await db
    .insertInto('seatReservation')
    .values({ ...seat, reservationId, boardsAt: startsAt, day, status: 'reserved', createdAt: at })
    .execute()
  const segment = { fromStopId: stopId, toStopId, kind: 'seat' }
  await db
    .insertInto('seatSeason')
    .values({
      ...own,
      seasonId,
      personId: colleagueId,
      madeBy: personId,
      tripId,
      ...segment,
      fromDay: '2026-12-01',
      untilDay: '2026-12-31',
      createdAt: at,
    })
    .execute()
  await db
    .insertInto('tripChange')
    .values({ ...own, day, tripId, delayMinutes: 5, note: `${mark}晚点`, byId: personId, at })
    .execute()
  await db
    .insertInto('shuttleNotice')
    .values({
      ...own,
      noticeId,
      title: `${mark}改道`,
      body: `${mark}改道`,
      fromDay: '2026-11-01',
      untilDay: '2026-12-31',
      byId: personId,
      createdAt: at,
    })
    .execute()
  await db
    .insertInto('keptStop')
    .values({ ...own, personId, stopId, isUsual: true, keptAt: at })
    .execute()
  await db
    .insertInto('boardingEvent')
    .values({ ...own, runId, at, byId: personId, what: 'walkIn', stopId })
    .execute()
  return {
    stopId,
    toStopId,
    routeId,
    tripId,
    serviceId,
    timetableId,
    vehicleId,
    reservationId,
    seasonId,
    shuttleNoticeId: noticeId,
  }
}
