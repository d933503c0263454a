import { sql } from 'kysely'
import * as v from 'valibot'
import type { ValueOf } from '../../contract/procedure'
import { listNoShows } from '../../contract/shuttle-vehicles'
import { cursorId, cursorMs, pageOut, readCursor } from '../cursor'
import { keeper, refuse } from '../keeper'
import { inLedger, ledgerDays, routeName } from './ledger-rows'
import { formatLocal } from './service-clock'

type Entry = ValueOf<typeof listNoShows>['items'][number]
type EntryRow = Omit<Entry, 'departsAt'> & { boardsAt: Date; timezone: string }

export default keeper(listNoShows, async (input, { db, orgId, now, note }) => {
  const { from, until, query, limit } = input
  if (from && until && until < from) return refuse('ENDS_BEFORE_START')
  const [at, id] = readCursor(input.cursor, v.tuple([cursorMs, cursorId])) ?? []
  const like = `%${query.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<EntryRow>`
    SELECT s.reservation_id AS "reservationId", coalesce(nullif(s.guest_name, ''), p.name) AS rider, d.name AS department,
      s.day::text, ${routeName} AS route, s.boards_at AS "boardsAt", r.timezone, r.stop_names[s.from_position] AS "fromStop",
      CASE WHEN s.is_late_cancel THEN 'lateCancel' ELSE 'noShow' END AS what, s.is_excused AS "isExcused", s.excuse,
      (SELECT count(*)::integer FROM seat_reservation o WHERE o.org_id = s.org_id AND o.person_id = s.person_id
        AND o.boards_at >= ${new Date(now - ledgerDays * 86_400_000)} AND (o.status = 'noShow' OR o.is_late_cancel)
        AND NOT o.is_excused) AS "inLedger"
    FROM seat_reservation s
    JOIN shuttle_run r ON r.org_id = s.org_id AND r.run_id = s.run_id
    JOIN person p ON p.org_id = s.org_id AND p.person_id = s.person_id
    JOIN department d ON d.org_id = p.org_id AND d.department_id = p.department_id
    WHERE s.org_id = ${orgId} AND ${inLedger}
      AND (${from ?? null}::date IS NULL OR s.day >= ${from ?? null}::date)
      AND (${until ?? null}::date IS NULL OR s.day <= ${until ?? null}::date)
      AND (${query} = '' OR p.name ILIKE ${like} OR s.guest_name ILIKE ${like} OR p.pinyin ILIKE ${like}
        OR p.initials ILIKE ${like} OR p.staff_number ILIKE ${like})
      AND (${at ?? null}::bigint IS NULL
        OR (s.boards_at, s.reservation_id) < (${new Date(at ?? 0)}::timestamptz, ${id ?? null}::uuid))
    ORDER BY s.boards_at DESC, s.reservation_id DESC LIMIT ${limit + 1}`.execute(db)
  const page = pageOut(rows, limit, ({ boardsAt, reservationId }) => [boardsAt.getTime(), reservationId])
  note({ query, from, until })
  return {
    items: page.rows.map(({ boardsAt, timezone, ...entry }) => ({
      ...entry,
      departsAt: formatLocal(boardsAt.getTime(), timezone),
    })),
    nextCursor: page.nextCursor,
  }
})
