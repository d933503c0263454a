import type { AskedByPerson } from './keeper'
import { checkCharacterOf, newHumanCode, newSecret } from './secrets'

/** What is printed on a door: the link's token and the six characters below it, the last of which checks the others. */
export interface DoorCode {
  token: string
  humanCode: string
}

/** A code nobody has guessed: 128 random bits, and six characters to type. */
export function newDoorCode(): DoorCode {
  const code = newHumanCode(5)
  return { token: newSecret(16), humanCode: code + checkCharacterOf(code) }
}

/** Gives a place, or one asset in it, a code; it must have no valid one. */
export async function giveDoorCode(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  placeId: string,
  assetId?: string,
): Promise<DoorCode> {
  for (;;) {
    const code = newDoorCode()
    // six characters may have been given out before; then others are drawn
    const given = await db
      .insertInto('doorCode')
      .values({ orgId, placeId, assetId: assetId ?? null, ...code, createdAt: new Date(now) })
      .onConflict((c) => c.columns(['orgId', 'humanCode']).doNothing())
      .returning('token')
      .executeTakeFirst()
    if (given) return code
  }
}
