import type { Db } from '../../database/connect'
import { writeCategories } from '../starter/write-categories'

/** Gives an institution of the demo its repair service, once; `now` in epoch ms. Gives how many tickets were written. */
export async function writeRepair(db: Db, orgId: number, now: number): Promise<number> {
  const known = await db.selectFrom('category').select('categoryId').where('orgId', '=', orgId).limit(1).execute()
  if (known.length > 0) return 0
  await writeCategories(db, orgId, now)
  await db
    .updateTable('repairSetting')
    .set({ dutyPhone: '010-55501234', dispatch: 'auto' })
    .where('orgId', '=', orgId)
    .execute()
  return 0
}
