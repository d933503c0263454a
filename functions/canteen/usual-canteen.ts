import type { AskedByPerson } from '../keeper'

const canteensWithMine = {
  name: 'canteens-with-mine',
  text: `SELECT c.canteen_id AS "canteenId", c.name, c.canteen_id = (
      SELECT s.canteen_id FROM meal_answer a JOIN sitting s ON s.org_id = a.org_id AND s.sitting_id = a.sitting_id
      WHERE a.org_id = $1 AND a.person_id = $2 AND a.answer = 'eats' ORDER BY a.day DESC, a.answered_at DESC LIMIT 1
    ) AS "isMine"
    FROM canteen c WHERE c.org_id = $1 AND NOT c.is_retired ORDER BY c.name, c.canteen_id`,
}

/** The canteens by name, and the asker's usual one: where they said last that they eat, else the first. */
export async function readUsualCanteen({
  cloud,
  orgId,
  person,
}: Pick<AskedByPerson, 'cloud' | 'orgId' | 'person'>): Promise<{
  canteens: { canteenId: string; name: string }[]
  usual?: { canteenId: string; name: string }
}> {
  const { rows } = await cloud.pool.query<{ canteenId: string; name: string; isMine: boolean | null }>({
    ...canteensWithMine,
    values: [orgId, person.personId],
  })
  const canteens = rows.map(({ canteenId, name }) => ({ canteenId, name }))
  const place = rows.findIndex(({ isMine }) => isMine)
  const usual = canteens[Math.max(place, 0)]
  return usual ? { canteens, usual } : { canteens }
}
