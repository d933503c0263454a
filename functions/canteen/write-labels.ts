import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { LabelledDish } from '../../contract/canteen-labels'
import { type Day, dayOf, formatDayLong } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { tellPeople } from '../tell'

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'now' | 'person'>

/** A dish held still while it is changed; the second of two who change it sees what the first has made of it. */
export async function holdDish({ db, orgId }: By, dishId: string) {
  return db
    .selectFrom('dish')
    .select(['dishId', 'name', 'ingredients', 'isNameFigurative', 'contains', 'free', 'diets', 'labels'])
    .select(['confirmedAt', 'labelRevision', 'isRetired'])
    .where('orgId', '=', orgId)
    .where('dishId', '=', dishId)
    .forUpdate()
    .executeTakeFirst()
}

/** Appends to a held dish's history what its labels stand on from now on. */
export async function appendLabelEvent(
  { db, orgId, now, person }: By,
  dishId: string,
  kind: 'created' | 'edited' | 'confirmed' | 'imported',
  { isConfirmed, ...data }: LabelledDish,
): Promise<void> {
  await sql`
    INSERT INTO dish_label_event (org_id, dish_id, event_number, at, by_id, kind, data)
    SELECT ${orgId}, ${dishId}, coalesce(max(event_number), 0) + 1, ${new Date(now)}, ${person.personId}, ${kind},
      ${JSON.stringify(data)}::jsonb
    FROM dish_label_event WHERE org_id = ${orgId} AND dish_id = ${dishId}`.execute(db)
}

/**
 * Says of every published meal to come with this dish that its labels have changed, when they have: whoever read the
 * menu before may have read something else. Who reserved the dish is told; whose favourite it is, once it is `settled`.
 */
export async function noteLabelChange(
  by: By,
  dish: { dishId: string; name: string },
  labels: { was: unknown; is: unknown },
  isSettled: boolean,
): Promise<void> {
  if (isDeepStrictEqual(labels.was, labels.is)) return
  const { db, orgId, now, person } = by
  const at = new Date(now)
  const { rows } = await sql<{ canteenId: string; day: Day; servingId: string }>`
    WITH touched AS (
      SELECT DISTINCT ON (s.sitting_id) s.canteen_id, s.day, t.meal, s.serving_id
      FROM serving s JOIN sitting t ON t.org_id = s.org_id AND t.sitting_id = s.sitting_id
      WHERE s.org_id = ${orgId} AND s.dish_id = ${dish.dishId} AND s.removed_at IS NULL AND t.removed_at IS NULL
        AND s.day >= ${dayOf(now, person.zone)} AND t.closes_at > ${at}
      ORDER BY s.sitting_id, s.sort_order, s.serving_id),
    days AS (
      UPDATE menu_day d SET changed_at = ${at}
      FROM (SELECT DISTINCT canteen_id, day FROM touched) t
      WHERE d.org_id = ${orgId} AND d.canteen_id = t.canteen_id AND d.day = t.day)
    INSERT INTO menu_change (org_id, change_id, canteen_id, day, meal, dish_id, serving_id, kind, fields, at, by_id)
    SELECT ${orgId}, gen_random_uuid(), canteen_id, day, meal, ${dish.dishId}, serving_id, 'updated', '{labels}', ${at},
      ${person.personId}
    FROM touched RETURNING canteen_id, day, serving_id`.execute(db)
  const [first] = rows.sort((a, b) => (a.day < b.day ? -1 : 1))
  if (first) await tellOfLabels(by, dish, first, isSettled)
}

/** Tells them once, with the next day on which the dish is on. */
async function tellOfLabels(
  { db, orgId, now, person }: By,
  { dishId, name }: { dishId: string; name: string },
  { canteenId, day }: { canteenId: string; day: Day },
  isSettled: boolean,
): Promise<void> {
  const { rows } = await sql<{ personId: string }>`
    SELECT a.person_id FROM serving s JOIN sitting t ON t.org_id = s.org_id AND t.sitting_id = s.sitting_id
      JOIN meal_answer a ON a.org_id = s.org_id AND a.sitting_id = s.sitting_id AND a.answer = 'eats'
        AND s.serving_id = ANY (a.serving_ids)
    WHERE s.org_id = ${orgId} AND s.dish_id = ${dishId} AND s.removed_at IS NULL
      AND s.day >= ${dayOf(now, person.zone)} AND t.closes_at > ${new Date(now)}
    UNION
    SELECT person_id FROM dish_favourite WHERE org_id = ${orgId} AND dish_id = ${dishId} AND ${isSettled}`.execute(db)
  const personIds = rows.map(({ personId }) => personId)
  if (personIds.length === 0) return
  const body = `“${name}”的过敏原标签有变化，${formatDayLong(day)}的菜单上有它。有忌口请在取餐前再看一眼。`
  const path = `/features/canteen/dish?dishId=${dishId}&canteenId=${canteenId}`
  await tellPeople(db, { orgId, personIds, now }, { title: '过敏原标签有变化', body, path })
}
