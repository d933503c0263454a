import { isDesk } from '../../contract/repair-lifecycle'
import type { AskedByPerson } from '../keeper'
import { type Held, hasHad, mayRead, rolesAt } from './hold-ticket'
import { readLogs } from './ticket-log'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'person'>

/**
 * As what somebody looks at a ticket, which decides what of it they see. `desk`: everything. `handler`: has or had it.
 * `requester`: reported it or had it reported. `pool`: a technician who could take it. `follower`: has met the same, and
 * sees how it stands, but no words, names or photos.
 */
export type Eyes = 'desk' | 'handler' | 'requester' | 'pool' | 'follower'

/** Whether somebody joined a ticket or one that was merged into it, or reported one of the latter. */
async function isFollower({ db, orgId, person }: By, ticketId: string): Promise<boolean> {
  const same = db
    .selectFrom('ticket as t')
    .select('t.ticketId')
    .where('t.orgId', '=', orgId)
    .where((is) => is.or([is('t.ticketId', '=', ticketId), is('t.mergedInto', '=', ticketId)]))
  const joined = await db
    .selectFrom('ticketFollower')
    .select('ticketId')
    .where('orgId', '=', orgId)
    .where('personId', '=', person.personId)
    .where('ticketId', 'in', same)
    .limit(1)
    .executeTakeFirst()
  if (joined) return true
  const merged = await db
    .selectFrom('ticket')
    .select('ticketId')
    .where('orgId', '=', orgId)
    .where('mergedInto', '=', ticketId)
    .where('requesterId', '=', person.personId)
    .limit(1)
    .executeTakeFirst()
  return merged !== undefined
}

/** As what somebody looks at a ticket; undefined for a stranger, to whom it does not exist. */
export async function eyesOn(by: By, { row, events }: Pick<Held, 'row' | 'events'>): Promise<Eyes | undefined> {
  const { personId, duties } = by.person
  if (isDesk(duties)) return 'desk'
  if (mayRead(row, events, by)) return hasHad(row, events, personId) ? 'handler' : 'requester'
  if (duties.has('technician') && row.status === 'new' && !row.mergedInto) return 'pool'
  return (await isFollower(by, row.ticketId)) ? 'follower' : undefined
}

/** A ticket as it is now, not held, with what the asker is to it; undefined when there is none that they may see. */
export async function seeTicket(by: By, ticketId: string): Promise<(Held & { eyes: Eyes }) | undefined> {
  const { db, orgId } = by
  const row = await db
    .selectFrom('ticket')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('ticketId', '=', ticketId)
    .executeTakeFirst()
  if (!row) return undefined
  const events = (await readLogs(db, orgId, [ticketId])).get(ticketId) ?? []
  const eyes = await eyesOn(by, { row, events })
  return eyes && { row, events, roles: rolesAt(row, by), eyes }
}
