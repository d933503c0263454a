import type { AskedByPerson } from '../keeper'

const canteensWithMine = {
  name: 'canteens-with-mine',
  text: `SELECT c.canteen_id AS "canteenId", c.name, c.canteen_id = (
      SELECT s.canteen_id FROM meal_answer a JOIN sitting s ON s.org_id = a.org_id AND s.sitting_id = a.sitting_id
      WHERE a.org_id = $1 AND a.person_id = $2 AND a.answer = 'eats' ORDER BY a.day DESC, a.answered_at DESC LIMIT 1
    ) AS "isMine", coalesce(r.revision, 0) AS menu, coalesce(r.votes, 0) AS votes
    FROM canteen c LEFT JOIN menu_revision r ON r.org_id = c.org_id
    WHERE c.org_id = $1 AND NOT c.is_retired ORDER BY c.name, c.canteen_id`,
}

/** Other numbers than before: something has changed. */
export interface Revisions {
  menu: number
  votes: number
}

/**
 * The canteens by name, and the asker's usual one: where they said last that they eat, else the first. With the
 * revisions of the institution's menus and ratings, in the same round trip: they tell whether what is kept is still right.
 */
export async function readUsualCanteen({
  cloud,
  orgId,
  person,
}: Pick<AskedByPerson, 'cloud' | 'orgId' | 'person'>): Promise<{
  canteens: { canteenId: string; name: string }[]
  usual?: { canteenId: string; name: string }
  revisions: Revisions
}> {
  const { rows } = await cloud.pool.query<{ canteenId: string; name: string; isMine: boolean | null } & Revisions>({
    ...canteensWithMine,
    values: [orgId, person.personId],
  })
  const canteens = rows.map(({ canteenId, name }) => ({ canteenId, name }))
  const place = rows.findIndex(({ isMine }) => isMine)
  const usual = canteens[Math.max(place, 0)]
  const { menu = 0, votes = 0 } = rows[0] ?? {}
  return { canteens, ...(usual ? { usual } : {}), revisions: { menu, votes } }
}
