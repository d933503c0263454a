import type { TestCloud } from './start-cloud'

/** Segments on which the reservations themselves, counted one by one, are more than the places. */
export async function overSold({ cloud }: Pick<TestCloud, 'cloud'>, orgId: number): Promise<object[]> {
  const { rows } = await cloud.pool.query<object>(
    `SELECT r.run_id, k.kind, i, count(s.*) AS taken FROM shuttle_run r, generate_series(1, cardinality(r.stop_ids) - 1) i,
       (VALUES ('seat'), ('wheelchair')) k(kind), seat_reservation s
     WHERE r.org_id = $1 AND s.org_id = r.org_id AND s.run_id = r.run_id AND s.kind = k.kind
       AND s.status IN ('reserved', 'offered', 'boarded', 'noShow') AND s.from_position <= i AND i < s.to_position
     GROUP BY r.run_id, r.seats, r.wheelchair_places, k.kind, i
     HAVING count(s.*) > CASE k.kind WHEN 'seat' THEN r.seats ELSE r.wheelchair_places END`,
    [orgId],
  )
  return rows
}

/** Segments whose counter on the run is not the number of its reservations. */
export async function miscounted({ cloud }: Pick<TestCloud, 'cloud'>, orgId: number): Promise<object[]> {
  const { rows } = await cloud.pool.query<object>(
    `SELECT r.run_id, k.kind, i, k.taken[i] AS counted FROM shuttle_run r
       CROSS JOIN LATERAL (VALUES ('seat', r.taken_seats), ('wheelchair', r.taken_wheelchair)) k(kind, taken)
       CROSS JOIN LATERAL generate_series(1, cardinality(r.stop_ids) - 1) i
     WHERE r.org_id = $1 AND k.taken[i] <> (SELECT count(*) FROM seat_reservation s WHERE s.org_id = r.org_id
       AND s.run_id = r.run_id AND s.kind = k.kind AND s.status IN ('reserved', 'offered', 'boarded', 'noShow')
       AND s.from_position <= i AND i < s.to_position)`,
    [orgId],
  )
  return rows
}
