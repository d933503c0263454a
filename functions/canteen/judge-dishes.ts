import { sql } from 'kysely'
import type { LabelledDish } from '../../contract/canteen-labels'
import type { Db } from '../../database/connect'
import type { Cloud } from '../cloud'
import { judgeDish, judgedBy } from './judge-dish'

/** So many dishes in one transaction: whoever changes one of them waits for no more. */
const mostAtOnce = 200

type Row = LabelledDish & { orgId: number; dishId: string }

/** Judges some dishes that another lexicon judged; those that somebody is changing at this moment come at the next tick. */
async function judgeSome(db: Db): Promise<number> {
  const { rows } = await sql<Row>`
    SELECT org_id, dish_id, name, ingredients, is_name_figurative, contains, free, diets,
      confirmed_at IS NOT NULL AS is_confirmed
    FROM dish WHERE judged_by < ${judgedBy} OR judged_by > ${judgedBy}
    ORDER BY org_id, dish_id LIMIT ${mostAtOnce} FOR NO KEY UPDATE SKIP LOCKED`.execute(db)
  if (rows.length === 0) return 0
  const judged = rows.map(({ orgId, dishId, ...dish }) => {
    const { labels, hasProblems } = judgeDish(dish)
    return { orgId, dishId, labels: JSON.parse(labels), hasProblems }
  })
  await sql`
    UPDATE dish d SET labels = j.labels, has_problems = j."hasProblems", judged_by = ${judgedBy}
    FROM json_to_recordset(${JSON.stringify(judged)}::json)
      AS j("orgId" integer, "dishId" uuid, labels jsonb, "hasProblems" boolean)
    WHERE d.org_id = j."orgId" AND d.dish_id = j."dishId"`.execute(db)
  return rows.length
}

/**
 * Judges anew the labels of dishes that another version of the lexicon judged, in all institutions. Without any it is
 * one look into an index. Any number of hosts may do it at once. Gives how many were judged.
 */
export async function judgeDishes({ db }: Cloud): Promise<number> {
  let judged = 0
  for (;;) {
    const some = await db.transaction().execute(judgeSome)
    judged += some
    if (some < mostAtOnce) return judged
  }
}
