import type { Db } from '../../database/connect'

/**
 * Uses up a one-time proof and says whose it was; undefined when it was used before, has expired, or its person left.
 * The update decides which of several at once gets it.
 */
export async function redeemProof(
  db: Db,
  now: number,
  proof: { orgId: number; kind: 'link' | 'scan'; hash: Buffer },
): Promise<{ orgId: number; personId: string } | undefined> {
  return db
    .updateTable('proof')
    .set({ usedAt: new Date(now) })
    .where('orgId', '=', proof.orgId)
    .where('kind', '=', proof.kind)
    .where('hash', '=', proof.hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .where((is) =>
      is.exists(
        is
          .selectFrom('person as p')
          .select('p.personId')
          .whereRef('p.orgId', '=', 'proof.orgId')
          .whereRef('p.personId', '=', 'proof.personId')
          .where('p.status', '<>', 'left'),
      ),
    )
    .returning(['orgId', 'personId'])
    .executeTakeFirst()
}
