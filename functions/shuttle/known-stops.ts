import type { Pool } from 'pg'
import type { Stop } from '../../contract/shuttle-words'
import type { AskedByPerson } from '../keeper'

/** A stop of the timetable in force. */
export interface KnownStop {
  stop: Stop
  /** Where one gets on: the stop itself, or the platforms of a station, by stop_key with their stop ids. */
  platforms: ReadonlyMap<number, string>
}

interface StopRow {
  stopId: string
  name: string
  code: string
  lat: number | null
  lon: number | null
  isKept: boolean
  isAsked: boolean
  keys: number[]
  ids: string[]
}

// A station's platforms are its stops; its entrances and the like are none.
const stopsOfPerson = {
  name: 'stops-of-person',
  text: `SELECT s.stop_id AS "stopId", s.name, s.code, s.lat, s.lon, k.stop_id IS NOT NULL AS "isKept",
      s.stop_id = ANY ($4::text[]) AS "isAsked",
      ARRAY[s.stop_key] || coalesce(p.keys, '{}') AS keys, ARRAY[s.stop_id] || coalesce(p.ids, '{}') AS ids
    FROM (SELECT stop_id FROM kept_stop WHERE org_id = $1 AND person_id = $3::uuid
      UNION SELECT unnest($4::text[])) w
    JOIN timetable_stop s ON s.org_id = $1 AND s.timetable_key = $2 AND s.stop_id = w.stop_id
    LEFT JOIN kept_stop k ON k.org_id = $1 AND k.person_id = $3::uuid AND k.stop_id = w.stop_id
    LEFT JOIN LATERAL (SELECT array_agg(c.stop_key) AS keys, array_agg(c.stop_id) AS ids FROM timetable_stop c
      WHERE s.location_type = 1 AND c.org_id = $1 AND c.timetable_key = $2 AND c.parent_key = s.stop_key
        AND c.location_type = 0) p ON true
    ORDER BY k.is_usual DESC, k.kept_at, s.stop_id`,
}

function knownStop({ stopId, name, code, lat, lon, keys, ids }: StopRow): KnownStop {
  return {
    stop: { stopId, name, code, ...(lat === null ? {} : { lat }), ...(lon === null ? {} : { lon }) },
    platforms: new Map(keys.map((key, i) => [key, ids[i] ?? ''])),
  }
}

/**
 * Stops of a timetable by their ids, and those that somebody keeps, the usual one first. What the timetable has not any
 * more is left out.
 */
export async function knownStops(
  { orgId, person, pool }: Pick<AskedByPerson, 'orgId' | 'person'> & { pool: Pool },
  timetableKey: number,
  stopIds: readonly string[],
): Promise<{ asked: ReadonlyMap<string, KnownStop>; kept: KnownStop[] }> {
  const { rows } = await pool.query<StopRow>({
    ...stopsOfPerson,
    values: [orgId, timetableKey, person.personId, stopIds],
  })
  return {
    asked: new Map(rows.filter(({ isAsked }) => isAsked).map((row) => [row.stopId, knownStop(row)])),
    kept: rows.filter(({ isKept }) => isKept).map(knownStop),
  }
}
