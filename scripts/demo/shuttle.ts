import { addDays, type Day, dayOf } from '../../contract/zone'
import type { Db } from '../../database/connect'
import { newId } from '../../functions/secrets'
import { openRun } from '../../functions/shuttle/open-run'
import { type TripOnDay, tripOnDay } from '../../functions/shuttle/trip-on-day'
import { type Chance, chanceOf } from './chance'
import type { Outline } from './institution'
import { demoLines } from './shuttle-lines'
import { writeTimetable } from './shuttle-timetable'

const zone = '+08:00'
const daysBack = 21
const daysAhead = 3

interface Cast {
  orgId: number
  /** Of the fleet, who drives. */
  driverId: string
  /** In the order of staff numbers: the first is who signs in as staff of the demo. */
  riders: readonly string[]
}

/** Riders by chance, nobody twice, without the first. */
function someOf(riders: readonly string[], count: number, chance: Chance): string[] {
  const some = new Set<string>()
  while (some.size < Math.min(count, riders.length - 1)) some.add(riders[chance.whole(1, riders.length - 1)] ?? '')
  return [...some]
}

/** One rider of a trip that is over came, or did not; one of a trip to come has a seat. */
function riderRows(trip: TripOnDay, runId: string, { orgId, driverId, riders }: Cast, now: number, chance: Chance) {
  const last = trip.stops.length
  const isOver = (trip.stops[last - 1]?.arrivesAt ?? 0) < now
  // staff of the demo ride in the morning from their usual stop, so that there is something to see
  const isHome = trip.route.routeId === '1号线' && trip.headsign === '综合楼'
  const some = someOf(riders, isHome ? 24 : 14, chance)
  const aboard = isHome && trip.tripId.endsWith('0740') ? [riders[0] ?? '', ...some] : some
  return aboard.map((personId, i) => {
    const from = i === 0 && isHome ? 3 : 1 + Math.floor(chance.next() * (last - 1))
    const came = chance.next() > 0.06
    const boardsAt = new Date(trip.stops[from - 1]?.departsAt ?? now)
    return {
      orgId,
      reservationId: newId(now),
      runId,
      personId,
      madeBy: personId,
      kind: 'seat',
      fromPosition: from,
      toPosition: Math.max(from + 1, last),
      boardsAt,
      day: trip.day,
      status: isOver ? (came ? 'boarded' : 'noShow') : 'reserved',
      boardedAt: isOver && came ? boardsAt : null,
      boardedBy: isOver && came ? driverId : null,
      createdAt: new Date(Math.min(now, boardsAt.getTime() - 86_400_000)),
    }
  })
}

/** Who rides the trips of a day that are reserved. Gives how many seats. */
async function writeDay(db: Db, cast: Cast, day: Day, now: number, chance: Chance): Promise<number> {
  const trips = await db
    .selectFrom('timetable as t')
    .innerJoin('timetableTrip as p', (on) =>
      on.onRef('p.orgId', '=', 't.orgId').onRef('p.timetableKey', '=', 't.timetableKey'),
    )
    .select('p.tripId')
    .where('t.orgId', '=', cast.orgId)
    .where('t.status', '=', 'published')
    .where('p.hasHeadway', '=', false)
    .orderBy('p.tripKey')
    .execute()
  const reservable = new Set(demoLines.filter(({ isReservable }) => isReservable).map(({ routeId }) => routeId))
  let seats = 0
  for (const { tripId } of trips) {
    const trip = await tripOnDay({ db, orgId: cast.orgId }, tripId, day)
    if (!trip?.runs || !reservable.has(trip.route.routeId)) continue
    const runId = await openRun({ db, orgId: cast.orgId, now }, trip)
    const rows = riderRows(trip, runId, cast, now, chance)
    await db.insertInto('seatReservation').values(rows).execute()
    const endsAt = trip.stops[trip.stops.length - 1]?.arrivesAt ?? 0
    if (endsAt < now)
      await db
        .updateTable('shuttleRun')
        .set({ closedAt: new Date(endsAt) })
        .where('orgId', '=', cast.orgId)
        .where('runId', '=', runId)
        .execute()
    seats += rows.length
  }
  return seats
}

async function writeBeginnings(db: Db, { orgId, driverId, riders }: Cast, today: Day, now: number): Promise<void> {
  await writeTimetable(db, { orgId, driverId, today, now })
  const at = new Date(now)
  await db
    .insertInto('keptStop')
    .values(
      ['花园路口', '综合楼'].map((stopId, i) => {
        return { orgId, personId: riders[0] ?? '', stopId, isUsual: i === 0, keptAt: new Date(now + i) }
      }),
    )
    .execute()
  const words = {
    title: '农业路站临时改到路口东侧',
    body: '道路施工，1号线农业路站改在路口东侧公交站停靠，时刻不变。',
  }
  const days = { fromDay: today, untilDay: addDays(today, 14) }
  const notice = { orgId, noticeId: newId(now), routeIds: ['1号线'], ...words, ...days, byId: driverId, createdAt: at }
  await db.insertInto('shuttleNotice').values(notice).execute()
}

/**
 * The demo's shuttle: its timetable, buses, and who rode and will ride. Days that are there already stay as they are.
 * Gives the number of new seats. An institution without a fleet has none.
 */
export async function writeShuttle(db: Db, orgId: number, outline: Outline, now: number): Promise<number> {
  const people = await db
    .selectFrom('person')
    .select(['personId', 'duties'])
    .where('orgId', '=', orgId)
    .where('status', '=', 'active')
    .orderBy('staffNumber')
    .execute()
  const driverId = people.find(({ duties }) => duties.includes('fleet'))?.personId
  if (!driverId) return 0
  const cast = { orgId, driverId, riders: people.map(({ personId }) => personId) }
  const today = dayOf(now, zone)
  const last = await db
    .selectFrom('shuttleRun')
    .select((is) => is.fn.max('day').as('day'))
    .where('orgId', '=', orgId)
    .executeTakeFirst()
  const isNew = !(await db.selectFrom('timetable').select('timetableKey').where('orgId', '=', orgId).executeTakeFirst())
  if (isNew) await writeBeginnings(db, cast, today, now)
  const first = last?.day ? addDays(String(last.day), 1) : addDays(today, -daysBack)
  let seats = 0
  for (let day = first; day <= addDays(today, daysAhead); day = addDays(day, 1))
    seats += await writeDay(db, cast, day, now, chanceOf(`${outline.slug} shuttle ${day}`))
  return seats
}
