import type { Ticket } from '../../contract/repair'
import type { AskedByPerson } from '../keeper'
import type { Held } from './hold-ticket'

type Where = Pick<AskedByPerson, 'db' | 'orgId'>

/** Everybody a ticket's page names, in one read: their names, and the department of each. */
export async function readPeople(
  { db, orgId }: Where,
  ids: readonly (string | null)[],
): Promise<{ names: Map<string, string>; departments: Map<string, string> }> {
  const wanted = [...new Set(ids.filter((id): id is string => id !== null))]
  const rows = await db
    .selectFrom('person as p')
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select(['p.personId', 'p.name', 'd.name as department'])
    .where('p.orgId', '=', orgId)
    .where('p.personId', 'in', wanted)
    .execute()
  return {
    names: new Map(rows.map(({ personId, name }) => [personId, name])),
    departments: new Map(rows.map(({ personId, department }) => [personId, department])),
  }
}

/** The photos of a ticket, oldest first, without the pictures themselves. */
export async function readPhotos({ db, orgId }: Where, ticketId: string): Promise<Ticket['photos']> {
  const rows = await db
    .selectFrom('ticketPhoto')
    .select(['photoId', 'stage', 'cycle'])
    .where('orgId', '=', orgId)
    .where('ticketId', '=', ticketId)
    .orderBy('at')
    .orderBy('photoId')
    .execute()
  return rows.map(({ stage, ...photo }) => ({ ...photo, stage: stage as Ticket['photos'][number]['stage'] }))
}

/** What was spent on a ticket, line by line. */
export async function readCosts({ db, orgId }: Where, ticketId: string): Promise<Ticket['costs']> {
  const rows = await db
    .selectFrom('ticketCost')
    .select(['kind', 'name', 'quantity', 'unitPriceFen', 'cycle'])
    .where('orgId', '=', orgId)
    .where('ticketId', '=', ticketId)
    .orderBy('cycle')
    .orderBy('at')
    .orderBy('costId')
    .execute()
  return rows.map(({ kind, quantity, unitPriceFen, ...line }) => ({
    ...line,
    kind: kind as Ticket['costs'][number]['kind'],
    quantity: Number(quantity),
    unitPriceFen: Number(unitPriceFen),
  }))
}

/** The rating of a ticket's present cycle, if there is one. */
export async function readRating({ db, orgId }: Where, { row }: Pick<Held, 'row'>): Promise<Ticket['rating']> {
  return await db
    .selectFrom('ticketRating')
    .select(['stars', 'reasons', 'words'])
    .where('orgId', '=', orgId)
    .where('ticketId', '=', row.ticketId)
    .where('cycle', '=', row.cycle)
    .executeTakeFirst()
}

/** The tickets merged into one, oldest first. */
export async function readAbsorbed({ db, orgId }: Where, ticketId: string): Promise<Ticket['absorbed']> {
  return await db
    .selectFrom('ticket')
    .select(['ticketId', 'number'])
    .where('orgId', '=', orgId)
    .where('mergedInto', '=', ticketId)
    .orderBy('createdAt')
    .execute()
}

/** The number of the ticket one was merged into, or ''. */
export async function readRootNumber({ db, orgId }: Where, { row }: Pick<Held, 'row'>): Promise<string> {
  if (!row.mergedInto) return ''
  const root = await db
    .selectFrom('ticket')
    .select('number')
    .where('orgId', '=', orgId)
    .where('ticketId', '=', row.mergedInto)
    .executeTakeFirst()
  return root?.number ?? ''
}
