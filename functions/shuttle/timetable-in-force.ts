import { sql } from 'kysely'
import { type DaysOff, runsOn, type ServiceDays } from '../../contract/service-days'
import type { RouteBrief } from '../../contract/shuttle-words'
import type { Day } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { Cloud } from '../cloud'

interface KeptService extends ServiceDays {
  serviceKey: number
  added: ReadonlySet<Day>
  removed: ReadonlySet<Day>
}

/** What is small of the timetable in force, as every question of riders needs it. */
export interface TimetableInForce {
  timetableKey: number
  name: string
  /** IANA. */
  timezone: string
  publishedAt: Date
  /** Lines in the order in which they are shown, with whether seats of them are reserved. */
  routes: readonly (RouteBrief & { routeKey: number; isReservable: boolean })[]
  routeOf: ReadonlyMap<number, RouteBrief & { isReservable: boolean }>
  /** The services that run on a day. */
  servicesOn(day: Day): ReadonlySet<number>
  hasHeadways: boolean
}

interface Revision {
  timetable_key: number
  revision: string
}

// Whatever changes one of these bumps it (0019): one small read tells whether what is kept is still right.
const revisionInForce = {
  name: 'timetable-in-force',
  text: `SELECT t.timetable_key, concat_ws('.', t.timetable_key, t.revision, r.revision) AS revision
    FROM timetable t JOIN shuttle_revision r ON r.org_id = t.org_id
    WHERE t.org_id = $1 AND t.status = 'published'`,
}

const kept = new WeakMap<Db, Map<number, { revision: string; timetable: TimetableInForce }>>()
const mostDaysKept = 60

async function readServices(db: Db, orgId: number, timetableKey: number): Promise<KeptService[]> {
  const { rows } = await sql<{ serviceKey: number; added: Day[]; removed: Day[] } & ServiceDays>`
    SELECT s.service_key AS "serviceKey", s.rule, s.weekdays, s.starts_on::text AS "startsOn", s.ends_on::text AS "endsOn",
      coalesce(array_agg(e.day::text) FILTER (WHERE e.is_added), '{}') AS added,
      coalesce(array_agg(e.day::text) FILTER (WHERE NOT e.is_added), '{}') AS removed
    FROM timetable_service s LEFT JOIN service_exception e ON e.org_id = s.org_id AND e.timetable_key = s.timetable_key
      AND e.service_key = s.service_key
    WHERE s.org_id = ${orgId} AND s.timetable_key = ${timetableKey}
    GROUP BY s.service_key, s.rule, s.weekdays, s.starts_on, s.ends_on`.execute(db)
  return rows.map(({ added, removed, ...service }) => ({
    ...service,
    added: new Set(added),
    removed: new Set(removed),
  }))
}

async function readDaysOff(db: Db, orgId: number): Promise<DaysOff> {
  const rows = await db.selectFrom('specialDay').select(['day', 'isOffDay']).where('orgId', '=', orgId).execute()
  return Object.fromEntries(rows.map(({ day, isOffDay }) => [String(day), isOffDay]))
}

/** The services of a day, remembered for the days that are asked for. */
function servicesOnDays(services: readonly KeptService[], daysOff: DaysOff): TimetableInForce['servicesOn'] {
  const known = new Map<Day, ReadonlySet<number>>()
  return (day) => {
    const before = known.get(day)
    if (before) return before
    const running = services.filter(({ added, removed, ...service }) =>
      runsOn(
        { ...service, addedDays: added.has(day) ? [day] : [], removedDays: removed.has(day) ? [day] : [] },
        day,
        daysOff,
      ),
    )
    if (known.size >= mostDaysKept) known.clear()
    const keys = new Set(running.map(({ serviceKey }) => serviceKey))
    known.set(day, keys)
    return keys
  }
}

async function readTimetable(db: Db, orgId: number, timetableKey: number): Promise<TimetableInForce> {
  const head = await db
    .selectFrom('timetable')
    .select(['name', 'timezone', 'publishedAt'])
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('timetableRoute as r')
    .leftJoin('shuttleLine as l', (on) => on.onRef('l.orgId', '=', 'r.orgId').onRef('l.routeId', '=', 'r.routeId'))
    .select(['r.routeKey', 'r.routeId', 'r.shortName', 'r.longName', 'r.color', 'r.textColor', 'l.isReservable'])
    .where('r.orgId', '=', orgId)
    .where('r.timetableKey', '=', timetableKey)
    .orderBy('r.sortOrder')
    .orderBy('r.routeKey')
    .execute()
  const headway = await db
    .selectFrom('tripFrequency')
    .select('tripKey')
    .where('orgId', '=', orgId)
    .where('timetableKey', '=', timetableKey)
    .limit(1)
    .executeTakeFirst()
  const routes = rows.map(({ isReservable, ...route }) => ({ ...route, isReservable: isReservable ?? false }))
  return {
    timetableKey,
    name: head.name,
    timezone: head.timezone,
    publishedAt: head.publishedAt ?? new Date(0),
    routes,
    routeOf: new Map(routes.map(({ routeKey, ...route }) => [routeKey, route])),
    servicesOn: servicesOnDays(await readServices(db, orgId, timetableKey), await readDaysOff(db, orgId)),
    hasHeadways: headway !== undefined,
  }
}

/** The timetable in force; undefined when there is none. What was read is kept until its revision changes. */
export async function timetableInForce({
  cloud,
  orgId,
}: {
  cloud: Pick<Cloud, 'db' | 'pool'>
  orgId: number
}): Promise<TimetableInForce | undefined> {
  const { rows } = await cloud.pool.query<Revision>({ ...revisionInForce, values: [orgId] })
  const [now] = rows
  if (!now) return undefined
  const ofDb = kept.get(cloud.db) ?? new Map<number, { revision: string; timetable: TimetableInForce }>()
  kept.set(cloud.db, ofDb)
  const known = ofDb.get(orgId)
  if (known?.revision === now.revision) return known.timetable
  const timetable = await readTimetable(cloud.db, orgId, now.timetable_key)
  // the revision was read first: a change in between is seen as newer, never missed
  ofDb.set(orgId, { revision: now.revision, timetable })
  return timetable
}
