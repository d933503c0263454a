import type { Colleague } from '../../contract/people'
import type { AskedByPerson } from '../keeper'

/** Whose meeting it is, and the departments whose hours count for it. */
export interface Organizer {
  colleague: Colleague
  departmentIds: readonly string[]
}

/** The asker, or the person booked for; undefined when nobody on the roster has that id. */
export async function organizerOf(
  { db, orgId, person }: Pick<AskedByPerson, 'db' | 'orgId' | 'person'>,
  forPersonId: string | undefined,
): Promise<Organizer | undefined> {
  if (!forPersonId || forPersonId === person.personId) {
    const { personId, name, staffNumber, departmentPath, departmentIds } = person
    return { colleague: { personId, name, staffNumber, department: departmentPath.at(-1) ?? '' }, departmentIds }
  }
  const row = await db
    .selectFrom('person as p')
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .select(['p.personId', 'p.name', 'p.staffNumber', 'd.name as department', 'd.pathIds'])
    .where('p.orgId', '=', orgId)
    .where('p.personId', '=', forPersonId)
    .where('p.status', '<>', 'left')
    .executeTakeFirst()
  if (!row) return undefined
  const { pathIds, ...colleague } = row
  return { colleague, departmentIds: pathIds }
}
