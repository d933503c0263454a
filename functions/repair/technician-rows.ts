import type { Technician } from '../../contract/repair-catalog'
import type { AskedByPerson } from '../keeper'
import { readCandidates } from './rank-technicians'

/** Everybody with the duty of a technician who has not left, in the order of their staff numbers. */
export async function readTechnicians({ db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>): Promise<Technician[]> {
  const people = await db
    .selectFrom('person')
    .select(['personId', 'staffNumber'])
    .where('orgId', '=', orgId)
    .where((is) => is(is.val('technician'), '=', is.fn.any('duties')))
    .execute()
  const numberOf = new Map(people.map(({ personId, staffNumber }) => [personId, staffNumber]))
  const technicians = (await readCandidates(db, orgId)).map(
    ({ personId, name, skills, buildingIds, shifts, awayFrom, awayUntil, load }): Technician => ({
      personId,
      name,
      staffNumber: numberOf.get(personId) ?? '',
      skills: [...skills],
      buildingIds: [...buildingIds],
      shifts: Array.from({ length: 7 }, (_, i) => (shifts[i] ?? []).map(([from, to]) => [from, to])),
      ...(awayFrom ? { awayFrom } : {}),
      ...(awayUntil ? { awayUntil } : {}),
      load,
    }),
  )
  return technicians.sort((a, b) => (a.staffNumber < b.staffNumber ? -1 : 1))
}
