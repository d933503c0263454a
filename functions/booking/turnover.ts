import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'

/** Coming meetings of a room that a turnover of so many minutes would push into the next one. At most 20. */
export async function clashesWithTurnover(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  roomId: string,
  minutes: number,
): Promise<{ endsAt: Date; nextStartsAt: Date }[]> {
  const found = await sql<{ endsAt: Date; nextStartsAt: Date }>`
    SELECT * FROM (
      SELECT ends_at, lead(starts_at) OVER (ORDER BY starts_at) AS next_starts_at
      FROM booking
      WHERE org_id = ${orgId} AND room_id = ${roomId} AND status = 'confirmed' AND ends_at > ${new Date(now)}
    ) AS following
    WHERE next_starts_at < ends_at + make_interval(mins => ${minutes})
    ORDER BY ends_at LIMIT 20`.execute(db)
  return found.rows
}

/** Gives the coming meetings of a room the turnover after them that its rules now ask for. */
export async function keepTurnover(
  { db, orgId, now }: Pick<AskedByPerson, 'db' | 'orgId' | 'now'>,
  roomId: string,
  minutes: number,
): Promise<void> {
  await sql`
    UPDATE booking SET free_at = ends_at + make_interval(mins => ${minutes})
    WHERE org_id = ${orgId} AND room_id = ${roomId} AND status = 'confirmed' AND ends_at > ${new Date(now)}
      AND free_at <> ends_at + make_interval(mins => ${minutes})`.execute(db)
}
