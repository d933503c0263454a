import type { DraftLine } from '../../contract/canteen-menus'
import type { Db } from '../../database/connect'

/** Which windows and dishes of some lines are of this canteen and institution and in use; read for menus to come. */
export async function usableParts(
  db: Db,
  { orgId, canteenId }: { orgId: number; canteenId: string },
  lines: readonly Pick<DraftLine, 'dishId'>[],
): Promise<{ windowIds: ReadonlySet<string>; dishIds: ReadonlySet<string> }> {
  const windows = await db
    .selectFrom('canteenWindow')
    .select('windowId')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .where('isRetired', '=', false)
    .execute()
  const wanted = [...new Set(lines.map(({ dishId }) => dishId))]
  const dishes =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('dish')
          .select('dishId')
          .where('orgId', '=', orgId)
          .where('dishId', 'in', wanted)
          .where('isRetired', '=', false)
          .execute()
  return {
    windowIds: new Set(windows.map(({ windowId }) => windowId)),
    dishIds: new Set(dishes.map(({ dishId }) => dishId)),
  }
}
