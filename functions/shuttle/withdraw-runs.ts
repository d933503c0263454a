import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'
import { tellEach } from '../tell-each'
import { readManifest } from './manifest-rows'
import { formatLocal } from './service-clock'
import { tripOnDay } from './trip-on-day'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'now'>

interface OpenRun {
  runId: string
  tripId: string
  day: string
  startsAt: Date
  timezone: string
  headsign: string
  stopIds: string[]
}

interface Letter {
  personId: string
  day: string
  clock: string
  headsign: string
}

/** Whether the timetable in force still runs a trip on its day, past the same stops in the same order, at the same time. */
async function isAsItWas(by: By, run: OpenRun): Promise<boolean> {
  const trip = await tripOnDay(by, run.tripId, run.day)
  return (
    trip?.runs === true &&
    trip.stops[0]?.departsAt === run.startsAt.getTime() &&
    trip.stops.length === run.stopIds.length &&
    trip.stops.every(({ stopId }, i) => stopId === run.stopIds[i])
  )
}

async function withdraw(by: By, run: OpenRun): Promise<Letter[]> {
  const { db, orgId, now } = by
  const riders = await readManifest(by, run)
  const wanted = riders.filter(({ seat }) => ['reserved', 'offered', 'waiting'].includes(seat.status))
  await db
    .updateTable('shuttleRun')
    .set({ isWithdrawn: true })
    .where('orgId', '=', orgId)
    .where('runId', '=', run.runId)
    .execute()
  const cancelled = await db
    .updateTable('seatReservation')
    .set({ status: 'cancelled', cancelledAt: new Date(now) })
    .where('orgId', '=', orgId)
    .where('runId', '=', run.runId)
    .where('status', 'in', ['reserved', 'offered', 'waiting'])
    .returning('personId')
    .execute()
  if (cancelled.length !== wanted.length) throw new Error('seats of a run changed while it was held')
  const clock = formatLocal(run.startsAt.getTime(), run.timezone).slice(11, 16)
  return cancelled.map(({ personId }) => ({ personId, day: run.day, clock, headsign: run.headsign }))
}

/**
 * After another timetable came into force: cancels the seats of trips that it does not run any more, or runs differently,
 * and tells their riders. Gives how many were cancelled. A trip that is the same keeps its seats.
 */
export async function withdrawRuns(by: By): Promise<number> {
  const { db, orgId, now } = by
  const { rows } = await sql<OpenRun>`
    SELECT run_id AS "runId", trip_id AS "tripId", day::text, starts_at AS "startsAt", timezone, headsign,
      stop_ids AS "stopIds"
    FROM shuttle_run WHERE org_id = ${orgId} AND starts_at > ${new Date(now)} AND closed_at IS NULL AND NOT is_withdrawn
    ORDER BY run_id FOR NO KEY UPDATE`.execute(db)
  const letters: Letter[] = []
  for (const run of rows) if (!(await isAsItWas(by, run))) letters.push(...(await withdraw(by, run)))
  const path = '/features/shuttle/my-seats'
  await tellEach(db, { orgId, now }, letters, {
    one: ({ day, clock, headsign }) => ({
      title: '你预约的班车取消了',
      body: `时刻表有调整，${day} ${clock} 开往${headsign}的班车不再这样运行，你的座位已取消。请看看新的时刻表，重新预约。`,
      path,
    }),
    sum: (own) => ({
      title: '你预约的班车取消了',
      body: `时刻表有调整，你有 ${own.length} 个座位已取消。请看看新的时刻表，重新预约。`,
      path,
    }),
  })
  return letters.length
}
