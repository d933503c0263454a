import type { Duty } from '../../contract/procedure'
import type { Db } from '../../database/connect'
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

/** The session of a token in the database, noting that it was seen; undefined when it ended or its person left. */
export async function findSession(db: Db, orgId: number, token: string, now: number): Promise<Found | undefined> {
  const hash = hashOf(token)
  const row = await db
    .selectFrom('session as s')
    .innerJoin('person as p', (on) => on.onRef('p.orgId', '=', 's.orgId').onRef('p.personId', '=', 's.personId'))
    .innerJoin('department as d', (on) =>
      on.onRef('d.orgId', '=', 'p.orgId').onRef('d.departmentId', '=', 'p.departmentId'),
    )
    .innerJoin('org as o', 'o.orgId', 's.orgId')
    .select(['s.client', 's.lastSeenAt', 's.expiresAt', 'p.personId', 'p.name', 'p.staffNumber', 'p.duties'])
    .select(['d.pathIds', 'd.path', 'o.zone', 'o.slug', 'o.name as orgName'])
    .where('s.orgId', '=', orgId)
    .where('s.tokenHash', '=', hash)
    .where('p.status', '<>', 'left')
    .executeTakeFirst()
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
      .where('tokenHash', '=', hash)
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
export function sessionCache(db: Db): SessionCache {
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
      const found = await findSession(db, orgId, token, now)
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
