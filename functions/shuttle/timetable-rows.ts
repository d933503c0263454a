import type { Timetable, TimetableCounts } from '../../contract/shuttle-timetables'
import { formatInstant, type Zone } from '../../contract/zone'
import type { Db } from '../../database/connect'

/** A statement for timetables of an institution as they are told to the fleet. */
export function selectTimetables(db: Db, orgId: number) {
  return db
    .selectFrom('timetable')
    .select([
      'timetableKey',
      'timetableId',
      'name',
      'agencyName',
      'timezone',
      'status',
      'source',
      'revision',
      'counts',
      'firstDay',
      'lastDay',
      'createdAt',
      'publishedAt',
    ])
    .where('orgId', '=', orgId)
}

export type TimetableRow = Awaited<ReturnType<ReturnType<typeof selectTimetables>['execute']>>[number]

const noCounts: TimetableCounts = { routes: 0, stops: 0, trips: 0, stopTimes: 0, services: 0, frequencies: 0 }

/** A row as the wire has it; its instants in the institution's zone. */
export function timetableOf(row: TimetableRow, zone: Zone): Timetable {
  return {
    timetableId: row.timetableId,
    name: row.name,
    agencyName: row.agencyName,
    timezone: row.timezone,
    status: row.status as Timetable['status'],
    source: row.source as Timetable['source'],
    counts: { ...noCounts, ...(row.counts as Partial<TimetableCounts>) },
    firstDay: row.firstDay ? String(row.firstDay) : undefined,
    lastDay: row.lastDay ? String(row.lastDay) : undefined,
    createdAt: formatInstant(row.createdAt.getTime(), zone),
    publishedAt: row.publishedAt ? formatInstant(row.publishedAt.getTime(), zone) : undefined,
  }
}

/** One timetable by its id. */
export function findTimetable(db: Db, orgId: number, timetableId: string): Promise<TimetableRow | undefined> {
  return selectTimetables(db, orgId).where('timetableId', '=', timetableId).executeTakeFirst()
}
