import type { Db } from '../../database/connect'

/** A staff number as it is compared: half-width, without spaces, upper case. People type `d 0001` for `D0001`. */
export function plainStaffNumber(staffNumber: string): string {
  return staffNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase()
}

/** Somebody of an institution who has not left, by staff number in any letter case; the exact spelling goes first. */
export async function findByStaffNumber(
  db: Db,
  orgId: number,
  staffNumber: string,
): Promise<{ personId: string; name: string } | undefined> {
  return db
    .selectFrom('person')
    .select(['personId', 'name'])
    .where('orgId', '=', orgId)
    .where((is) => is(is.fn('upper', ['staffNumber']), '=', plainStaffNumber(staffNumber)))
    .where('status', '<>', 'left')
    .orderBy((is) => is('staffNumber', '=', staffNumber), 'desc')
    .limit(1)
    .executeTakeFirst()
}
