import { sql } from 'kysely'
import type { Db } from '../database/connect'
import type { Message } from './tell'

/** Who would hear more than so many things at once hears one sum of them. */
const mostAtOnce = 5

/**
 * Puts messages into inboxes by one statement: `one` of each letter, but whoever would get more than five gets a single
 * one instead, the `sum` of theirs. `now` in epoch ms.
 */
export async function tellEach<Letter extends { personId: string }>(
  db: Db,
  whom: { orgId: number; now: number },
  letters: readonly Letter[],
  words: { one(letter: Letter): Message; sum(letters: readonly Letter[]): Message },
): Promise<void> {
  const byPerson = new Map<string, Letter[]>()
  for (const letter of letters) {
    const own = byPerson.get(letter.personId)
    if (own) own.push(letter)
    else byPerson.set(letter.personId, [letter])
  }
  const rows = [...byPerson].flatMap(([personId, own]) => {
    const messages = own.length > mostAtOnce ? [words.sum(own)] : own.map(words.one)
    return messages.map(({ title, body, path }) => ({ personId, title, body, path }))
  })
  if (rows.length === 0) return
  await sql`
    INSERT INTO notice (org_id, person_id, title, body, path, created_at)
    SELECT ${whom.orgId}::integer, n."personId", n.title, n.body, n.path, ${new Date(whom.now)}::timestamptz
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS n("personId" uuid, title text, body text, path text)`.execute(db)
}
