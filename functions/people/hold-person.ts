import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import type { ProvenAccount } from './account-subject'

interface Whose {
  orgId: number
  personId: string
}

/**
 * Whether somebody is there and has not left. They stay so, and no account of theirs is replaced, until the caller's
 * transaction ends; others may hold them in the same way.
 */
export async function holdPerson(db: Db, { orgId, personId }: Whose): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .select('personId')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('status', '<>', 'left')
    .forShare()
    .executeTakeFirst()
  return person !== undefined
}

/** As `holdPerson`, alone: one change of their accounts or invitations after the other. */
export async function holdPersonAlone(
  db: Db,
  { orgId, personId }: Whose,
): Promise<{ staffNumber: string } | undefined> {
  return db
    .selectFrom('person')
    .select('staffNumber')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .where('status', '<>', 'left')
    .forNoKeyUpdate()
    .executeTakeFirst()
}

/** Holds an account, bound or not, until the caller's transaction ends. Before any person: the order avoids deadlocks. */
export async function holdAccount(db: Db, orgId: number, { provider, subject }: ProvenAccount): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${provider} ${subject}`}, ${orgId}))`.execute(db)
}
