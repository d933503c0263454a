import { CompiledQuery } from 'kysely'
import type { Pool } from 'pg'
import type { Duty } from '../../contract/procedure'
import type { Database, Db } from '../../database/connect'
import { orgOfToken } from '../org-token'
import type { Person } from '../person'
import { hashOf } from '../secrets'

/** A session found in the database is believed for this long: somebody who leaves is out well within a minute. */
const believedMs = 10_000
/** The console falls asleep when nobody has touched it for this long. */
export const consoleIdleMs = 30 * 60_000
/** `last_seen_at` need not be finer than this. */
const seenEveryMs = 60_000
const mostKept = 50_000

interface Kept {
  person: Person
  from: number
  until: number
}

/** Tells who a token belongs to; keeps what it found for some seconds. */
export interface SessionCache {
  personOf(token: string, now: number): Promise<Person | undefined>
  /** Forgets one token, as signing out does. */
  forget(token: string): void
  /** Forgets all tokens of a person whose duties or status changed. */
  forgetPerson(personId: string): void
}

interface Found {
  person: Person
  /** Epoch ms until which the answer may be believed without asking again. */
  until: number
}

interface Row {
  client: string
  lastSeenAt: Date
  expiresAt: Date
  personId: string
  name: string
  staffNumber: string
  duties: string[]
  pathIds: string[]
  path: string[]
  zone: string
  slug: string
  orgName: string
}

// The first statement of nearly every call: prepared once on each connection, it is not planned anew each time.
const sessionOfToken = {
  name: 'session-of-token',
  text: `SELECT s.client, s.last_seen_at AS "lastSeenAt", s.expires_at AS "expiresAt", p.person_id AS "personId", p.name,
      p.staff_number AS "staffNumber", p.duties, d.path_ids AS "pathIds", d.path, o.zone, o.slug, o.name AS "orgName"
    FROM session s JOIN person p ON p.org_id = s.org_id AND p.person_id = s.person_id
    JOIN department d ON d.org_id = p.org_id AND d.department_id = p.department_id
    JOIN org o ON o.org_id = s.org_id
    WHERE s.org_id = $1 AND s.token_hash = $2 AND p.status <> 'left'`,
}

/**
 * The session of a token in the database, noting that it was seen; undefined when it ended or its person left. Without a
 * pool it is looked for in the transaction that is `db`.
 */
export async function findSession(
  { db, pool }: { db: Db; pool?: Pool },
  orgId: number,
  token: string,
  now: number,
): Promise<Found | undefined> {
  const values = [orgId, hashOf(token)]
  const { rows } = await (pool
    ? pool.query<Row>({ ...sessionOfToken, values })
    : db.executeQuery<Row>(CompiledQuery.raw(sessionOfToken.text, values)))
  const [row] = rows
  if (!row || row.expiresAt.getTime() <= now) return undefined
  const idleMs = now - row.lastSeenAt.getTime()
  const isConsole = row.client === 'console'
  if (isConsole && idleMs >= consoleIdleMs) return undefined
  // the console's idle minutes run from its very last call, so each of its calls is noted and none answered from here
  if (idleMs > (isConsole ? 0 : seenEveryMs)) {
    await db
      .updateTable('session')
      .set({ lastSeenAt: new Date(now) })
      .where('orgId', '=', orgId)
      .where('tokenHash', '=', hashOf(token))
      .execute()
  }
  const person: Person = {
    orgId,
    personId: row.personId,
    name: row.name,
    staffNumber: row.staffNumber,
    departmentIds: row.pathIds,
    departmentPath: row.path,
    duties: new Set<Duty>(['staff', ...(row.duties as Duty[])]),
    zone: row.zone,
    orgSlug: row.slug,
    orgName: row.orgName,
  }
  return { person, until: isConsole ? now : Math.min(now + believedMs, row.expiresAt.getTime()) }
}

/** A cache over the session table. */
export function sessionCache(database: Pick<Database, 'db' | 'pool'>): SessionCache {
  const kept = new Map<string, Kept>()
  // grows with every forgetting: what was read before it and arrives after it must not be kept
  let forgettings = 0
  return {
    async personOf(token, now) {
      const known = kept.get(token)
      if (known && now >= known.from && now < known.until) return known.person
      const orgId = orgOfToken(token)
      if (orgId === undefined) return undefined
      const before = forgettings
      const found = await findSession(database, orgId, token, now)
      kept.delete(token)
      if (found && found.until > now && before === forgettings) {
        if (kept.size >= mostKept) kept.clear()
        kept.set(token, { person: found.person, from: now, until: found.until })
      }
      return found?.person
    },
    forget: (token) => {
      forgettings++
      kept.delete(token)
    },
    forgetPerson: (personId) => {
      forgettings++
      for (const [token, { person }] of kept) if (person.personId === personId) kept.delete(token)
    },
  }
}
