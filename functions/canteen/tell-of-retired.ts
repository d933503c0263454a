import { sql } from 'kysely'
import type { AskedByPerson } from '../keeper'
import { tellPeople } from '../tell'

/** Tells whoever said that they eat in a canteen from now on that it is closed for good. */
export async function tellOfRetired(
  { db, orgId, now }: AskedByPerson,
  { canteenId, name }: { canteenId: string; name: string },
): Promise<void> {
  const { rows } = await sql<{ personId: string }>`
    SELECT DISTINCT a.person_id FROM sitting s
      JOIN meal_answer a ON a.org_id = s.org_id AND a.sitting_id = s.sitting_id AND a.answer = 'eats'
      JOIN person p ON p.org_id = a.org_id AND p.person_id = a.person_id AND p.status <> 'left'
    WHERE s.org_id = ${orgId} AND s.canteen_id = ${canteenId} AND s.removed_at IS NULL
      AND s.closes_at > ${new Date(now)}`.execute(db)
  const personIds = rows.map(({ personId }) => personId)
  const body = `${name}已停用，你在那里报的餐不再供应，请改报别的食堂。`
  await tellPeople(db, { orgId, personIds, now }, { title: '你报的餐有变化', body, path: '/features/canteen/menu' })
}
