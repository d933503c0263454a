import { sql } from 'kysely'
import type { Db } from '../database/connect'
import type { Message } from './tell'

/** One message to one person. */
export interface Letter extends Message {
  personId: string
}

/** Who would hear more than so many things at once hears one sum of them. */
const mostAtOnce = 5

/**
 * Puts messages into inboxes by one statement. Whoever would get more than five of them gets a single one instead,
 * which `summed` makes of theirs. `now` in epoch ms.
 */
export async function tellEach<L extends Letter>(
  db: Db,
  whom: { orgId: number; now: number },
  letters: readonly L[],
  summed: (letters: readonly L[]) => Message,
): Promise<void> {
  const byPerson = new Map<string, L[]>()
  for (const letter of letters) {
    const own = byPerson.get(letter.personId)
    if (own) own.push(letter)
    else byPerson.set(letter.personId, [letter])
  }
  const rows: Letter[] = []
  for (const [personId, own] of byPerson) {
    if (own.length > mostAtOnce) rows.push({ personId, ...summed(own) })
    else for (const { title, body, path } of own) rows.push({ personId, title, body, path })
  }
  if (rows.length === 0) return
  await sql`
    INSERT INTO notice (org_id, person_id, title, body, path, created_at)
    SELECT ${whom.orgId}::integer, n."personId", n.title, n.body, n.path, ${new Date(whom.now)}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS n("personId" uuid, title text, body text, path text)`.execute(db)
}
