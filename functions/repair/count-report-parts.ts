import { sql } from 'kysely'
import type { RepairReport } from '../../contract/repair-report'
import { type Catalog, categoryName } from './catalog'
import type { ReportScope } from './report-scope'

/** Why tickets were hung, how often, and for how many minutes on the wall clock, by the log. */
export async function countHangs({ db, orgId, tickets, now }: ReportScope): Promise<RepairReport['hangReasons']> {
  const { rows } = await sql<RepairReport['hangReasons'][number]>`
    SELECT coalesce(h.data ->> 'reason', '') AS reason, count(*) AS times,
      round(sum(minutes_between(h.at, coalesce(
        (SELECT e.at FROM ticket_event e WHERE e.org_id = h.org_id AND e.ticket_id = h.ticket_id
          AND e.event_number > h.event_number
          AND e.kind IN ('resumed', 'transferred', 'assigned', 'finished', 'refused', 'cancelled', 'reopened')
          ORDER BY e.event_number LIMIT 1), ${now}))))::integer AS minutes
    FROM ${tickets} t
    JOIN ticket_event h ON h.org_id = t.org_id AND h.ticket_id = t.ticket_id AND h.kind = 'hung'
    WHERE h.org_id = ${orgId}
    GROUP BY 1 ORDER BY times DESC, reason`.execute(db)
  return rows
}

/** Stars and reasons that people gave, with how many they were; of a history nobody was asked. */
export async function countRatings({ db, tickets }: ReportScope): Promise<Omit<RepairReport['ratings'], 'asked'>> {
  const { rows } = await sql<{ stars: number; reasons: string[]; times: number }>`
    SELECT r.stars, r.reasons, count(*) AS times
    FROM ${tickets} t JOIN ticket_rating r ON r.org_id = t.org_id AND r.ticket_id = t.ticket_id
    WHERE NOT (t.channel = 'import' AND r.cycle = 1) GROUP BY r.stars, r.reasons`.execute(db)
  const reasons = new Map<string, number>()
  for (const row of rows) for (const reason of row.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + row.times)
  const stars = [1, 2, 3, 4, 5].map((star) =>
    rows.reduce((sum, row) => (row.stars === star ? sum + row.times : sum), 0),
  )
  const n = stars.reduce((sum, times) => sum + times, 0)
  const sum = stars.reduce((total, times, i) => total + times * (i + 1), 0)
  return {
    n,
    ...(n > 0 ? { mean: Math.round((sum / n) * 100) / 100 } : {}),
    stars,
    reasons: [...reasons].map(([reason, times]) => ({ reason, times })).sort((a, b) => b.times - a.times),
  }
}

/** Where the same happened most often: an asset, a place of the institution, or what was written instead of one. */
export async function countMostFrequent(
  { db, orgId, tickets }: ReportScope,
  catalog: Catalog,
): Promise<RepairReport['mostFrequent']> {
  const { rows } = await sql<{ categoryId: string; tickets: number; parts: (string | null)[] }>`
    WITH often AS (
      SELECT t.category_id, t.asset_id, CASE WHEN t.asset_id IS NULL THEN t.place_id END AS place_id,
        CASE WHEN t.asset_id IS NULL AND t.place_id IS NULL THEN t.place_note ELSE '' END AS note, count(*) AS tickets
      FROM ${tickets} t
      WHERE t.status <> 'cancelled' AND t.kind <> 'praise' AND (t.place_id IS NOT NULL OR t.place_note <> '')
      GROUP BY 1, 2, 3, 4 HAVING count(*) > 1 ORDER BY tickets DESC, 1, 2, 3, 4 LIMIT 20)
    SELECT o.category_id, o.tickets, ARRAY[b.name, p.floor, p.name, a.name, o.note] AS parts FROM often o
    LEFT JOIN asset a ON a.org_id = ${orgId} AND a.asset_id = o.asset_id
    LEFT JOIN place p ON p.org_id = ${orgId} AND p.place_id = coalesce(a.place_id, o.place_id)
    LEFT JOIN building b ON b.org_id = ${orgId} AND b.building_id = p.building_id
    ORDER BY o.tickets DESC, o.category_id, o.asset_id, o.place_id, o.note`.execute(db)
  return rows.map(({ categoryId, tickets: n, parts }) => ({
    name: parts.filter(Boolean).join(' '),
    category: categoryName(catalog, categoryId),
    tickets: n,
  }))
}
