import { sql } from 'kysely'

/** Entries of the ledger count for so many days. */
export const ledgerDays = 180

/** What stands in the ledger: nobody came, or the seat came back too late for others. Of seat_reservation `s`. */
export const inLedger = sql<boolean>`(s.status = 'noShow' OR s.is_late_cancel)`

/** A line as people call it: of the timetable in force, or by its id when it is in it no more. Of shuttle_run `r`. */
export const routeName = sql<string>`coalesce((SELECT coalesce(nullif(l.short_name, ''), l.long_name)
  FROM timetable t JOIN timetable_route l ON l.org_id = t.org_id AND l.timetable_key = t.timetable_key
  WHERE t.org_id = r.org_id AND t.status = 'published' AND l.route_id = r.route_id), r.route_id)`
