import type { Db } from '../../database/connect'
import { freeId } from './edit-draft'

/** What the timetable in force calls by a name: its id, and what a sheet does not say of it. */
interface Known {
  id: string
  more: object
}

/** Lines and stops of the timetable in force by their names; of several with one name the first. */
export async function knownNames(db: Db, orgId: number) {
  const routes = await db
    .selectFrom('timetable as t')
    .innerJoin('timetableRoute as r', (on) =>
      on.onRef('r.orgId', '=', 't.orgId').onRef('r.timetableKey', '=', 't.timetableKey'),
    )
    .select(['r.routeId', 'r.shortName', 'r.longName', 'r.color', 'r.textColor'])
    .where('t.orgId', '=', orgId)
    .where('t.status', '=', 'published')
    .orderBy('r.routeKey', 'desc')
    .execute()
  const stops = await db
    .selectFrom('timetable as t')
    .innerJoin('timetableStop as s', (on) =>
      on.onRef('s.orgId', '=', 't.orgId').onRef('s.timetableKey', '=', 't.timetableKey'),
    )
    .select(['s.stopId', 's.name', 's.code', 's.lat', 's.lon', 's.wheelchair'])
    .where('t.orgId', '=', orgId)
    .where('t.status', '=', 'published')
    .where('s.locationType', '=', 0)
    .orderBy('s.stopKey', 'desc')
    .execute()
  return {
    routes: new Map(
      routes.map(({ routeId, shortName, ...more }): [string, Known] => [
        shortName || more.longName,
        { id: routeId, more },
      ]),
    ),
    stops: new Map(stops.map(({ stopId, name, ...more }): [string, Known] => [name, { id: stopId, more }])),
    ids: { routes: routes.map(({ routeId }) => routeId), stops: stops.map(({ stopId }) => stopId) },
  }
}

/** Numbers and ids for names: a known one keeps its id, another is its own, unless something else has it. */
export function namedRows(names: readonly string[], known: ReadonlyMap<string, Known>, knownIds: readonly string[]) {
  const taken = new Set(knownIds)
  return [...new Set(names)].map((name, i) => {
    const { id, more } = known.get(name) ?? { id: freeId(name, taken), more: {} }
    taken.add(id)
    return { key: i + 1, id, name, more }
  })
}
