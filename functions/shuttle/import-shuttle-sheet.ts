import { importShuttleSheet, type SheetTrip } from '../../contract/shuttle-timetables'
import { documentsOf } from '../documents/documents'
import { keeper, type Refusal, refuse } from '../keeper'
import { newId } from '../secrets'
import { settleTimetable } from './edit-draft'
import { findTimetable, timetableOf } from './timetable-rows'
import { timezoneOf } from './timezone-of'
import { writeSheet } from './write-sheet'

/** Why a trip cannot be ridden, naming its row and its column; undefined when it can. */
function problemOf({
  row,
  column,
  stops,
  headway,
}: SheetTrip): Refusal<'TIMES_DECREASE' | 'TOO_FEW_STOPS'> | undefined {
  const place = column === undefined ? { row } : { row, column }
  if (stops.length < 2) return refuse('TOO_FEW_STOPS', place)
  const fall = stops.find(({ departure }, i) => i > 0 && departure < (stops[i - 1]?.departure ?? 0))
  if (fall) return refuse('TIMES_DECREASE', { ...place, stop: fall.stop })
  if (headway && headway.until <= headway.from)
    return refuse('TIMES_DECREASE', { ...place, stop: stops[0]?.stop ?? '' })
  return undefined
}

export default keeper(importShuttleSheet, async ({ name, firstDay, lastDay, trips }, asked) => {
  const { db, orgId, now, person } = asked
  const { pinyinOf } = documentsOf(asked.cloud)
  if (lastDay < firstDay) return refuse('ENDS_BEFORE_START')
  for (const trip of trips) {
    const problem = problemOf(trip)
    if (problem) return problem
  }
  const timetableId = newId(now)
  const { orgName } = await db
    .selectFrom('org')
    .select('name as orgName')
    .where('orgId', '=', orgId)
    .executeTakeFirstOrThrow()
  const { timetableKey } = await db
    .insertInto('timetable')
    .values({
      ...{ orgId, timetableId, name, agencyName: orgName, timezone: timezoneOf(person.zone), source: 'sheet' },
      ...{ createdBy: person.personId, createdAt: new Date(now) },
    })
    .returning('timetableKey')
    .executeTakeFirstOrThrow()
  const own = { orgId, timetableKey }
  await writeSheet(db, own, { firstDay, lastDay, trips, pinyinOf })
  await settleTimetable(db, own)
  asked.note({ timetableId, name, trips: trips.length })
  const made = await findTimetable(db, orgId, timetableId)
  if (!made) throw new Error('a timetable just made is not there')
  return timetableOf(made, person.zone)
})
