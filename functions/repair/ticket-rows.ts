import type { TicketBrief } from '../../contract/repair'
import { isOpen, type TicketKind, type TicketStatus, type Urgency } from '../../contract/repair-lifecycle'
import { formatInstant } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { type Catalog, categoryName } from './catalog'
import { isDeadline } from './ticket-times'

/**
 * Tickets with what lists say of them. One that was merged shows the status and deadlines of the ticket it was merged
 * into. Ask for a page of them: the joins are by primary keys.
 */
export function briefRows(db: Db) {
  return db
    .selectFrom('ticket as t')
    .leftJoin('ticket as root', (on) =>
      on.onRef('root.orgId', '=', 't.orgId').onRef('root.ticketId', '=', 't.mergedInto'),
    )
    .leftJoin('place as p', (on) => on.onRef('p.orgId', '=', 't.orgId').onRef('p.placeId', '=', 't.placeId'))
    .leftJoin('building as b', (on) => on.onRef('b.orgId', '=', 'p.orgId').onRef('b.buildingId', '=', 'p.buildingId'))
    .leftJoin('asset as a', (on) => on.onRef('a.orgId', '=', 't.orgId').onRef('a.assetId', '=', 't.assetId'))
    .leftJoin('person as w', (on) => on.onRef('w.orgId', '=', 't.orgId').onRef('w.personId', '=', 't.assigneeId'))
    .select(['t.ticketId', 't.number', 't.kind', 't.categoryId', 't.placeId', 't.placeNote', 't.urgency'])
    .select(['t.priority', 't.assigneeId', 't.createdAt', 't.mergedInto'])
    .select(['b.name as building', 'p.floor', 'p.name as placeName', 'a.name as asset', 'w.name as assignee'])
    .select((is) => [
      is.fn.coalesce('root.status', 't.status').as('status'),
      is.fn.coalesce('root.dueAt', 't.dueAt').as('dueAt'),
      is.fn.coalesce('root.promisedOn', 't.promisedOn').as('promisedOn'),
      is.fn.coalesce('root.responseDueAt', 't.responseDueAt').as('responseDueAt'),
      is.fn.coalesce('root.planDueAt', 't.planDueAt').as('planDueAt'),
      is.fn.coalesce('root.visitDueAt', 't.visitDueAt').as('visitDueAt'),
      is.fn.coalesce('root.visitState', 't.visitState').as('visitState'),
    ])
}

export type BriefRow = Awaited<ReturnType<ReturnType<typeof briefRows>['executeTakeFirstOrThrow']>>

/** 综合楼 3层 会议室301 东侧, or only what was written. */
function placeText({ building, floor, placeName, placeNote }: BriefRow): string {
  return [building, floor, placeName, placeNote].filter(Boolean).join(' ')
}

/** The deadline that comes next and whose clock it is. */
function dueOf(row: BriefRow): { at: Date; clock: 'response' | 'plan' | 'resolve' | 'visit' } | undefined {
  if (row.status === 'done' && row.visitState === 'due' && row.visitDueAt) return { at: row.visitDueAt, clock: 'visit' }
  if (!isOpen(row.status as TicketStatus) || !isDeadline(row.dueAt)) return undefined
  const is = (at: Date | null) => at?.getTime() === row.dueAt.getTime()
  return { at: row.dueAt, clock: is(row.responseDueAt) ? 'response' : is(row.planDueAt) ? 'plan' : 'resolve' }
}

/** A row as the contract shows it. `now` in epoch ms. */
export function briefOf(row: BriefRow, catalog: Pick<Catalog, 'categoryOf'>, zone: string, now: number): TicketBrief {
  const due = dueOf(row)
  return {
    ticketId: row.ticketId,
    number: row.number,
    kind: row.kind as TicketKind,
    categoryId: row.categoryId,
    category: categoryName(catalog, row.categoryId),
    ...(row.placeId ? { placeId: row.placeId } : {}),
    place: placeText(row),
    asset: row.asset ?? '',
    urgency: row.urgency as Urgency,
    priority: row.priority,
    status: row.status as TicketStatus,
    ...(row.assigneeId ? { assigneeId: row.assigneeId } : {}),
    assignee: row.assignee ?? '',
    createdAt: formatInstant(row.createdAt.getTime(), zone),
    ...(due ? { dueAt: formatInstant(due.at.getTime(), zone), dueClock: due.clock } : {}),
    isOverdue: due !== undefined && due.at.getTime() < now,
    ...(row.status === 'hung' && row.promisedOn ? { promisedOn: row.promisedOn } : {}),
    ...(row.mergedInto ? { mergedIntoId: row.mergedInto } : {}),
  }
}

/** Tickets by their ids, as whoever asks is shown them. */
export async function briefsById(
  { db, orgId, now, person }: Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>,
  ticketIds: readonly string[],
  catalog: Pick<Catalog, 'categoryOf'>,
): Promise<Map<string, TicketBrief>> {
  if (ticketIds.length === 0) return new Map()
  const rows = await briefRows(db).where('t.orgId', '=', orgId).where('t.ticketId', 'in', ticketIds).execute()
  return new Map(rows.map((row) => [row.ticketId, briefOf(row, catalog, person.zone, now)]))
}
