import { createHash } from 'node:crypto'
import type { Cloud } from '../cloud'
import { feedOfTimetable } from './feed-of-timetable'

/** An institution's feed as open data: what tells it from other ones, and how to have it. */
export interface PublicFeed {
  etag: string
  publishedAt: Date
  zip(): Promise<Buffer>
}

// several who ask at once for the same one are given the same bytes
const underWay = new Map<string, Promise<Buffer>>()

function shared(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const known = underWay.get(key)
  if (known) return known
  const made = make().finally(() => underWay.delete(key))
  underWay.set(key, made)
  return made
}

/**
 * The timetable in force of the institution with this slug, when it is open data; undefined for every other one. The
 * etag changes with the timetable and with the special days that its services may follow.
 */
export async function publicGtfs({ pool, publicUrl }: Cloud, slug: string): Promise<PublicFeed | undefined> {
  const { rows } = await pool.query<{ org_id: number; timetable_key: number; said: string; published_at: Date }>({
    name: 'public-gtfs',
    text: `SELECT t.org_id, t.timetable_key, t.published_at, concat_ws(' ', t.timetable_id, t.revision,
        (SELECT string_agg(concat(day, is_off_day), ',' ORDER BY day) FROM special_day d WHERE d.org_id = o.org_id)) AS said
      FROM org o JOIN shuttle_setting s ON s.org_id = o.org_id AND s.is_public
      JOIN timetable t ON t.org_id = o.org_id AND t.status = 'published'
      WHERE o.slug = $1`,
    values: [slug],
  })
  const [found] = rows
  if (!found) return undefined
  const hash = createHash('sha256').update(found.said).digest('base64url').slice(0, 22)
  const of = { orgId: found.org_id, timetableKey: found.timetable_key, publicUrl }
  return {
    etag: `"${hash}"`,
    publishedAt: found.published_at,
    zip: () => shared(`${found.org_id} ${hash}`, () => feedOfTimetable(pool, of)),
  }
}
