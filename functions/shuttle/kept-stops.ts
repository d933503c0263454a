import type { Db } from '../../database/connect'

/** The ids of the stops somebody keeps, the usual one first, then by when they were kept; of timetables gone by too. */
export async function readKeptStops(db: Db, orgId: number, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('keptStop')
    .select('stopId')
    .where('orgId', '=', orgId)
    .where('personId', '=', personId)
    .orderBy('isUsual', 'desc')
    .orderBy('keptAt')
    .orderBy('stopId')
    .execute()
  return rows.map(({ stopId }) => stopId)
}
