import { sql } from 'kysely'
import type { Duty } from '../contract/procedure'
import type { Db } from '../database/connect'

/** Who holds at least one of these duties, each with all of theirs; those who have left are nobody's. */
export async function dutyHolders(
  db: Db,
  orgId: number,
  duties: readonly Duty[],
): Promise<{ personId: string; duties: string[] }[]> {
  if (duties.length === 0) return []
  return db
    .selectFrom('person')
    .select(['personId', 'duties'])
    .where('orgId', '=', orgId)
    .where('status', '<>', 'left')
    .where(sql<boolean>`duties && ${[...duties]}::text[]`)
    .orderBy('personId')
    .execute()
}

/** Those among the holders of duties who hold one of these. */
export function withDuty(
  holders: readonly { personId: string; duties: readonly string[] }[],
  duties: readonly Duty[],
): string[] {
  return holders.filter((holder) => duties.some((duty) => holder.duties.includes(duty))).map(({ personId }) => personId)
}
