import type { AskedByPerson } from '../keeper'

/** Whoever a ticket is to be given to, by name, or undefined when they are no technician of the institution. */
export async function technicianNamed(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  personId: string,
): Promise<{ toPersonId: string; toName: string } | undefined> {
  const row = await db
    .selectFrom('person')
    .select('name')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('status', '<>', 'left')
    .where((is) => is(is.val('technician'), '=', is.fn.any('duties')))
    .executeTakeFirst()
  return row && { toPersonId: personId, toName: row.name }
}
