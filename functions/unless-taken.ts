import { sql } from 'kysely'
import type { Db } from '../database/connect'

const uniqueViolation = '23505'

/**
 * Writes within a transaction what a unique index may refuse: gives what `write` gives, or undefined when somebody else
 * has that name or number, with the transaction as it was before.
 */
export async function unlessTaken<T extends object>(db: Db, write: () => Promise<T>): Promise<T | undefined> {
  await sql`SAVEPOINT unless_taken`.execute(db)
  try {
    return await write()
  } catch (cause) {
    if ((cause as { code?: string }).code !== uniqueViolation) throw cause
    await sql`ROLLBACK TO SAVEPOINT unless_taken`.execute(db)
    return undefined
  }
}
