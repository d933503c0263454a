import type { AskedByPerson } from '../keeper'
import { checkCharacterOf } from '../secrets'

/** Whether six characters are a human code: the last one must fit the others. */
function isHumanCode(code: string): boolean {
  return code.length === 6 && checkCharacterOf(code.slice(0, 5)) === code[5]
}

/** The room behind a printed code (the link's token or the six characters), unless it was revoked or is retired. */
export async function roomIdOfDoor(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  code: string,
): Promise<string | undefined> {
  const human = code.toUpperCase()
  const row = await db
    .selectFrom('doorCode as c')
    .innerJoin('room as r', (on) => on.onRef('r.orgId', '=', 'c.orgId').onRef('r.roomId', '=', 'c.roomId'))
    .select('c.roomId')
    .where('c.orgId', '=', orgId)
    .where('c.revokedAt', 'is', null)
    .where('r.isRetired', '=', false)
    .$if(isHumanCode(human), (q) => q.where('c.humanCode', '=', human))
    .$if(!isHumanCode(human), (q) => q.where('c.token', '=', code))
    .executeTakeFirst()
  return row?.roomId
}
