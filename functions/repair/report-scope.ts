import { type RawBuilder, sql } from 'kysely'
import type { AskedOf } from '../../contract/procedure'
import type { getRepairReport } from '../../contract/repair-report'
import { instantAt } from '../../contract/zone'
import type { Db } from '../../database/connect'
import type { AskedByPerson } from '../keeper'
import { type Catalog, withBelow } from './catalog'

type Input = AskedOf<typeof getRepairReport>

/** What one report is counted over, as the queries want it. */
export interface ReportScope {
  db: Db
  orgId: number
  zone: string
  now: Date
  since: Date
  /** The end of the last day, excluded. */
  ends: Date
  /** The rows of `ticket` that are counted. */
  tickets: RawBuilder<unknown>
  /** The same set for `count_cycles`: what `reported_tickets` takes. */
  filter: RawBuilder<unknown>
  kind: string | null
  categoryIds: string[] | null
}

/**
 * The set of tickets that a report is about. What is reported while it is being counted stays out, so that figures
 * counted one after the other belong together. Undefined when the days are in the wrong order.
 */
export function scopeOf(
  { from, until, kind, buildingId, categoryId }: Input,
  { db, orgId, person: { zone }, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'person' | 'now'>,
  catalog: Catalog,
): ReportScope | undefined {
  if (until < from) return undefined
  const since = new Date(instantAt(from, 0, zone))
  const ends = new Date(instantAt(until, 1440, zone))
  const before = new Date(Math.min(ends.getTime(), now + 1))
  const categoryIds = categoryId ? withBelow(catalog, categoryId) : null
  const filter = sql`${orgId}::integer, ${since}::timestamptz, ${before}::timestamptz, ${kind ?? null}::text,
    ${buildingId ?? null}::uuid, ${categoryIds}::uuid[]`
  return {
    db,
    orgId,
    zone,
    now: new Date(now),
    since,
    ends,
    tickets: sql`reported_tickets(${filter})`,
    filter,
    kind: kind ?? null,
    categoryIds,
  }
}
