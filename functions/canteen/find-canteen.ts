import type { Db } from '../../database/connect'

/** A canteen of the institution that is in use. */
export async function findCanteen(db: Db, orgId: number, canteenId: string): Promise<{ name: string } | undefined> {
  return db
    .selectFrom('canteen')
    .select('name')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .where('isRetired', '=', false)
    .executeTakeFirst()
}
