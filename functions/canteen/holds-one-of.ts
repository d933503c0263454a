import type { Duty } from '../../contract/procedure'
import type { AskedByPerson } from '../keeper'

/** Whether somebody works here, has not left, and holds at least one of these duties. */
export async function holdsOneOf(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  personId: string,
  duties: readonly Duty[],
): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select('duties')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('status', '<>', 'left')
    .executeTakeFirst()
  return duties.some((duty) => person?.duties.includes(duty))
}
