import { listJobs } from '../../contract/repair-work'
import { dayOf, formatInstant, instantAt } from '../../contract/zone'
import { type AskedByPerson, keeper } from '../keeper'
import { type Catalog, catalogOf } from './catalog'
import { type BriefRow, briefOf, briefRows } from './ticket-rows'

const mostInPool = 50

/** What somebody has to do; those due first come first, hung ones last. */
function mine({ db, orgId, person }: AskedByPerson): Promise<BriefRow[]> {
  return briefRows(db)
    .where('t.orgId', '=', orgId)
    .where('t.assigneeId', '=', person.personId)
    .where('t.status', 'in', ['assigned', 'accepted', 'working', 'hung'])
    .where('t.mergedInto', 'is', null)
    .orderBy('t.dueAt')
    .orderBy('t.ticketId')
    .execute()
}

/** What nobody has taken that somebody's skills and buildings are for, without what they gave back in this cycle. */
async function pool({ db, orgId, person }: AskedByPerson, { categories }: Catalog): Promise<BriefRow[]> {
  const known = await db
    .selectFrom('technician')
    .select(['skills', 'buildingIds'])
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
    .executeTakeFirst()
  const { skills, buildingIds } = known ?? { skills: [], buildingIds: [] }
  const able = categories.filter(({ kind, skill }) => kind !== 'praise' && (skill === '' || skills.includes(skill)))
  if (able.length === 0) return []
  const categoryIds = able.map(({ categoryId }) => categoryId)
  return (
    briefRows(db)
      .where('t.orgId', '=', orgId)
      .where('t.status', '=', 'new')
      .where('t.mergedInto', 'is', null)
      .where('t.categoryId', 'in', categoryIds)
      // what a history left open is for the desk to look at: old as it is, it would fill the pool
      .where((is) => is.not(is.and([is('t.channel', '=', 'import'), is('t.cycle', '=', 1)])))
      .$if(buildingIds.length > 0, (query) =>
        query.where((is) => is.or([is('t.buildingId', 'is', null), is('t.buildingId', 'in', buildingIds)])),
      )
      .where((is) =>
        is.not(
          is.exists(
            is
              .selectFrom('ticketEvent as e')
              .select('e.eventNumber')
              .whereRef('e.orgId', '=', 't.orgId')
              .whereRef('e.ticketId', '=', 't.ticketId')
              .whereRef('e.cycle', '=', 't.cycle')
              .where('e.kind', '=', 'bounced')
              .where('e.byId', '=', person.personId),
          ),
        ),
      )
      .orderBy('t.dueAt')
      .orderBy('t.ticketId')
      .limit(mostInPool)
      .execute()
  )
}

export default keeper(listJobs, async (_input, asked) => {
  const { db, orgId, now, person } = asked
  const catalog = await catalogOf(asked)
  const job = (row: BriefRow) => ({
    ...briefOf(row, catalog, person.zone, now),
    floor: row.floor ?? '',
    building: row.building ?? '',
  })
  const today = new Date(instantAt(dayOf(now, person.zone), 0, person.zone))
  const [jobs, free, done] = await Promise.all([
    mine(asked),
    pool(asked, catalog),
    db
      .selectFrom('ticket')
      .select((is) => is.fn.countAll<number>().as('n'))
      .where('orgId', '=', orgId)
      .where('doerId', '=', person.personId)
      .where('resolvedAt', '>=', today)
      .executeTakeFirstOrThrow(),
  ])
  return { now: formatInstant(now, person.zone), jobs: jobs.map(job), pool: free.map(job), doneToday: done.n }
})
