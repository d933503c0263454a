import type { Client, Session } from '../../contract/people-sign-in'
import type { Db } from '../../database/connect'
import type { Asked } from '../keeper'
import { holdPerson } from './hold-person'
import { openSession } from './open-session'

interface Proof {
  orgId: number
  kind: 'link' | 'scan'
  hash: Buffer
}

async function findHolder(db: Db, { orgId, kind, hash }: Proof): Promise<{ personId: string } | undefined> {
  return db
    .selectFrom('proof')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .executeTakeFirst()
}

/** Marks a proof as used. The update decides which of several at once gets it. */
async function takeProof(db: Db, now: number, { orgId, kind, hash }: Proof): Promise<boolean> {
  const taken = await db
    .updateTable('proof')
    .set({ usedAt: new Date(now) })
    .where('orgId', '=', orgId)
    .where('kind', '=', kind)
    .where('hash', '=', hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', new Date(now))
    .returning('usedAt')
    .executeTakeFirst()
  return taken !== undefined
}

/** Signs in by a one-time proof; undefined when it is not there, was used, has expired, or its person left. */
export async function signInByProof({ cloud, now }: Asked, proof: Proof, client: Client): Promise<Session | undefined> {
  return cloud.db.transaction().execute(async (db) => {
    const holder = await findHolder(db, proof)
    if (!holder) return undefined
    const whose = { orgId: proof.orgId, personId: holder.personId }
    // the person before the proof, as whoever voids proofs does
    if (!(await holdPerson(db, whose)) || !(await takeProof(db, now, proof))) return undefined
    return openSession({ db, now }, { ...whose, client })
  })
}
