import { sql } from 'kysely'
import type { PersonStatus, RosterPerson } from '../../contract/people'
import type { Duty } from '../../contract/procedure'
import type { Db } from '../../database/connect'

/** People of an institution with everything a roster entry shows. */
export function selectRoster(db: Db, orgId: number) {
  return db
    .selectFrom('person as p')
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .leftJoin('site as s', (on) => on.onRef('s.orgId', '=', 'p.orgId').onRef('s.siteId', '=', 'p.siteId'))
    .select([
      'p.personId',
      'p.name',
      'p.staffNumber',
      'p.phone',
      'p.office',
      'p.kind',
      'p.duties',
      'p.status',
      'p.note',
    ])
    .select(['d.name as department', 'd.path as departmentPath', 's.name as site'])
    .select(
      sql<boolean>`EXISTS (SELECT FROM identity i WHERE i.org_id = p.org_id AND i.person_id = p.person_id)`.as(
        'isBound',
      ),
    )
    .where('p.orgId', '=', orgId)
}

type RosterRow = Awaited<ReturnType<ReturnType<typeof selectRoster>['execute']>>[number]

/** A row of `selectRoster` as the contract wants it. Its phone is whole: lists mask it. */
export function rosterPersonOf(row: RosterRow): RosterPerson {
  return {
    ...row,
    site: row.site ?? '',
    // only the contract's duties and the table's three states are ever written
    duties: row.duties as Duty[],
    status: row.status as PersonStatus,
  }
}
