import { suggestTechnicians } from '../../contract/repair-work'
import { keeper, refuse } from '../keeper'
import { catalogOf } from './catalog'
import { mayRead } from './hold-ticket'
import { bouncedBy, rankTechnicians, readCandidates } from './rank-technicians'
import { readLogs } from './ticket-log'

export default keeper(suggestTechnicians, async ({ ticketId }, asked) => {
  const { db, orgId, now, person } = asked
  const row = await db
    .selectFrom('ticket')
    .select(['categoryId', 'buildingId', 'cycle'])
    .select(['requesterId', 'reportedById', 'assigneeId', 'accountableId', 'doerId'])
    .where('orgId', '=', orgId)
    .where('ticketId', '=', ticketId)
    .executeTakeFirst()
  const events = row && (await readLogs(db, orgId, [ticketId])).get(ticketId)
  if (!row || !events || !mayRead(row, events, asked)) return refuse('NO_SUCH_TICKET')
  const { categoryOf } = await catalogOf(asked)
  const wanted = {
    skill: categoryOf.get(row.categoryId)?.skill ?? '',
    buildingId: row.buildingId,
    bouncedBy: bouncedBy(events, row.cycle),
  }
  const ranked = rankTechnicians(await readCandidates(db, orgId), wanted, now, person.zone)
  return { skill: wanted.skill, technicians: ranked.filter(({ personId }) => personId !== row.assigneeId) }
})
