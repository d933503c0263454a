import { openStatuses, type TicketKind, type TicketStatus } from '../../contract/repair-lifecycle'
import type { OpenTicket } from '../../contract/repair-places'
import { formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { type Catalog, categoryName } from './catalog'

/** More than so many nobody reads before reporting. */
const mostShown = 50

/**
 * What is open at a place as anybody there may see it: what most people have met comes first, then the oldest. Tickets
 * that were merged are left out, and so is praise, which nobody else can meet.
 */
export async function openTicketsAt(
  { db, orgId, person }: Pick<AskedByPerson, 'db' | 'orgId' | 'person'>,
  placeId: string,
  catalog: Pick<Catalog, 'categoryOf'>,
): Promise<OpenTicket[]> {
  const rows = await db
    .selectFrom('ticket as t')
    .leftJoin('asset as a', (on) => on.onRef('a.orgId', '=', 't.orgId').onRef('a.assetId', '=', 't.assetId'))
    .select(['t.ticketId', 't.kind', 't.categoryId', 'a.name as asset', 't.status', 't.priority', 't.createdAt'])
    .select(['t.promisedOn', 't.requesterId', 't.reportedById'])
    // whoever joined this one or one merged into it, or reported one of the latter
    .select((is) =>
      is
        .exists(
          is
            .selectFrom('ticket as same')
            .leftJoin('ticketFollower as f', (on) =>
              on
                .onRef('f.orgId', '=', 'same.orgId')
                .onRef('f.ticketId', '=', 'same.ticketId')
                .on('f.personId', '=', person.personId),
            )
            .select('same.ticketId')
            .whereRef('same.orgId', '=', 't.orgId')
            .where((own) =>
              own.or([
                own('same.ticketId', '=', own.ref('t.ticketId')),
                own('same.mergedInto', '=', own.ref('t.ticketId')),
              ]),
            )
            .where((own) => own.or([own('f.personId', 'is not', null), own('same.requesterId', '=', person.personId)])),
        )
        .as('isMet'),
    )
    .where('t.orgId', '=', orgId)
    .where('t.placeId', '=', placeId)
    .where('t.status', 'in', openStatuses)
    .where('t.mergedInto', 'is', null)
    .where('t.kind', '<>', 'praise')
    .orderBy('t.priority', 'desc')
    .orderBy('t.createdAt')
    .limit(mostShown)
    .execute()
  return rows.map((row) => ({
    ticketId: row.ticketId,
    kind: row.kind as TicketKind,
    category: categoryName(catalog, row.categoryId),
    asset: row.asset ?? '',
    status: row.status as TicketStatus,
    priority: row.priority,
    createdAt: formatInstant(row.createdAt.getTime(), person.zone),
    ...(row.status === 'hung' && row.promisedOn ? { promisedOn: row.promisedOn } : {}),
    isMine: row.isMet === true || row.reportedById === person.personId,
  }))
}
