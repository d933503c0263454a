import type { AskedByPerson } from './keeper'
import { checkCharacterOf } from './secrets'

/** Whether six characters are a human code: the last one must fit the others. */
function isHumanCode(code: string): boolean {
  return code.length === 6 && checkCharacterOf(code.slice(0, 5)) === code[5]
}

/** The place behind a printed code (the link's token or the six characters), and the asset whose code it is. */
export interface BehindCode {
  placeId: string
  assetId?: string
}

/** What a printed code leads to, unless it was revoked or what it hung on is retired. */
export async function behindCode(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  code: string,
): Promise<BehindCode | undefined> {
  const human = code.toUpperCase()
  const row = await db
    .selectFrom('doorCode as c')
    .leftJoin('asset as a', (on) => on.onRef('a.orgId', '=', 'c.orgId').onRef('a.assetId', '=', 'c.assetId'))
    // an asset may have moved since its code was printed
    .innerJoin('place as p', (on) =>
      on.onRef('p.orgId', '=', 'c.orgId').on((is) => is('p.placeId', '=', is.fn.coalesce('a.placeId', 'c.placeId'))),
    )
    .select(['p.placeId', 'c.assetId'])
    .where('c.orgId', '=', orgId)
    .where('c.revokedAt', 'is', null)
    .where('p.isRetired', '=', false)
    .where((is) => is.or([is('a.isRetired', 'is', null), is('a.isRetired', '=', false)]))
    .$if(isHumanCode(human), (q) => q.where('c.humanCode', '=', human))
    .$if(!isHumanCode(human), (q) => q.where('c.token', '=', code))
    .executeTakeFirst()
  return row && { placeId: row.placeId, ...(row.assetId ? { assetId: row.assetId } : {}) }
}

/** The place on whose door a code hangs; none for the code of an asset, though it stands in the room. */
export async function behindDoor(
  asked: Pick<AskedByPerson, 'db' | 'orgId'>,
  code: string,
): Promise<string | undefined> {
  const behind = await behindCode(asked, code)
  return behind?.assetId ? undefined : behind?.placeId
}
