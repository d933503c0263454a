import { createHash } from 'node:crypto'
import type { AnyProcedure } from '../contract/procedure'
import type { AskedByPerson, Command } from './keeper'
import { isSealed, openAnswer, sealAnswer } from './sealed-answer'
import { writeAudit } from './write-audit'

/** The same key came with another body. */
export class KeyReused extends Error {}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Whether a text is a UUID, in any letter case. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}

/** What tells two bodies under one key apart. */
export function fingerprintOf(procedure: string, input: unknown): Buffer {
  return createHash('sha256')
    .update(procedure)
    .update(JSON.stringify(input ?? null))
    .digest()
}

/** Carries a refusal out of a transaction that must leave nothing behind. */
class Undone extends Error {
  constructor(readonly answer: string) {
    super('undone')
  }
}

type Db = AskedByPerson['db']

async function claim(
  db: Db,
  asked: AskedByPerson,
  command: Command,
  answer: string | null,
): Promise<string | undefined> {
  const claimed = await db
    .insertInto('command')
    .values({
      orgId: asked.orgId,
      personId: asked.person.personId,
      key: command.key,
      fingerprint: command.fingerprint,
      answer,
      at: new Date(asked.now),
    })
    .onConflict((key) => key.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return undefined
  return firstAnswer(db, asked, command)
}

/** The first answer given under a key, if there is one. */
export async function firstAnswer(db: Db, asked: AskedByPerson, command: Command): Promise<string | undefined> {
  const earlier = await db
    .selectFrom('command')
    .select(['fingerprint', 'answer'])
    .where('orgId', '=', asked.orgId)
    .where('personId', '=', asked.person.personId)
    .where('key', '=', command.key)
    .executeTakeFirst()
  if (!earlier) return undefined
  if (!earlier.fingerprint.equals(command.fingerprint)) throw new KeyReused()
  if (earlier.answer === null || !isSealed(earlier.answer)) return earlier.answer ?? undefined
  const opened = openAnswer(earlier.answer, asked.token, command.key)
  // a secret told to another session is not told again; a new key asks for a new one
  if (opened === undefined) throw new KeyReused()
  return opened
}

/** Keeps an answer (JSON) under its key; gives the first one when there was one already. */
export async function remember(asked: AskedByPerson, command: Command, answer: string): Promise<string> {
  return (await claim(asked.cloud.db, asked, command, answer)) ?? answer
}

/** Deadlock and serialization failures are nobody's fault and go away when tried again. */
function isPassing(cause: unknown): boolean {
  const code = (cause as { code?: string }).code
  return code === '40P01' || code === '40001'
}

/**
 * Runs a write in one transaction with its key and its audit entry. A refusal undoes whatever it had begun, unless it
 * stands, and is remembered as well. Gives the answer as JSON.
 */
export async function answerInTransaction(
  asked: AskedByPerson,
  command: Command,
  procedure: AnyProcedure,
  note: () => object,
  run: (inTransaction: AskedByPerson) => Promise<{ body: object; isUndone: boolean }>,
): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await asked.cloud.db.transaction().execute(async (db) => {
        const earlier = await claim(db, asked, command, null)
        if (earlier !== undefined) return earlier
        const { body, isUndone } = await run({ ...asked, db })
        const answer = JSON.stringify(body)
        if (isUndone) throw new Undone(answer)
        const kept = procedure.answersSecret ? sealAnswer(answer, asked.token, command.key) : answer
        await db
          .updateTable('command')
          .set({ answer: kept })
          .where('orgId', '=', asked.orgId)
          .where('personId', '=', asked.person.personId)
          .where('key', '=', command.key)
          .execute()
        await writeAudit(db, asked, procedure.name, 'write', note())
        return answer
      })
    } catch (cause) {
      if (cause instanceof Undone) return remember(asked, command, cause.answer)
      if (!isPassing(cause) || tries >= 4) throw cause
    }
  }
}
