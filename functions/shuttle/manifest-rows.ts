import { sql } from 'kysely'
import type { ManifestSeat } from '../../contract/shuttle-fleet'
import type { AskedByPerson } from '../keeper'
import { formatLocal } from './service-clock'

interface SeatRow extends Omit<ManifestSeat, 'boardedAt' | 'isGuest'> {
  guestName: string
  boardedAt: Date | null
  fromPosition: number
  toPosition: number
}

/** A rider with the stretch of the run, in positions of its stops, 1 first. */
export interface FoundSeat {
  seat: ManifestSeat
  fromPosition: number
  toPosition: number
}

/** Who has a place on a run or waited for one, by the stop where they get on and by name. */
export async function readManifest(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  { runId, timezone }: { runId: string; timezone: string },
): Promise<FoundSeat[]> {
  const { rows } = await sql<SeatRow>`
    SELECT s.reservation_id AS "reservationId", s.guest_name AS "guestName", s.kind, s.status,
      coalesce(nullif(s.guest_name, ''), p.name) AS rider, d.name AS department, s.from_position AS "fromPosition",
      s.to_position AS "toPosition", r.stop_ids[s.from_position] AS "fromStopId",
      r.stop_ids[s.to_position] AS "toStopId", s.boarded_at AS "boardedAt"
    FROM seat_reservation s
    JOIN shuttle_run r ON r.org_id = s.org_id AND r.run_id = s.run_id
    JOIN person p ON p.org_id = s.org_id AND p.person_id = s.person_id
    JOIN department d ON d.org_id = p.org_id AND d.department_id = p.department_id
    WHERE s.org_id = ${orgId} AND s.run_id = ${runId}::uuid AND s.status <> 'cancelled'
    ORDER BY s.from_position, p.pinyin, s.guest_name, s.reservation_id`.execute(db)
  return rows.map(({ guestName, boardedAt, fromPosition, toPosition, ...seat }) => ({
    fromPosition,
    toPosition,
    seat: {
      ...seat,
      isGuest: guestName !== '',
      ...(boardedAt ? { boardedAt: formatLocal(boardedAt.getTime(), timezone) } : {}),
    },
  }))
}

/** What was scanned on a run besides its riders. */
export async function countBoarding(
  { db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>,
  runId: string,
): Promise<{ walkIns: number; refused: number }> {
  const { rows } = await sql<{ walkIns: number; refused: number }>`
    SELECT (count(*) FILTER (WHERE what = 'walkIn'))::integer AS "walkIns",
      (count(*) FILTER (WHERE what = 'refused'))::integer AS refused
    FROM boarding_event WHERE org_id = ${orgId} AND run_id = ${runId}::uuid`.execute(db)
  return rows[0] ?? { walkIns: 0, refused: 0 }
}
