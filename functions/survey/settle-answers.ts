import { randomInt, randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Cloud } from '../cloud'
import { openResponse, type ResponseKeys, responseKeys, type StagedResponse, sealResponse } from './sealed-response'

/** Fewer are not settled while a survey is open: each would be found among few. */
const leastStaged = 10
/** While a survey is open so many answers wait: two publications never differ by fewer, and neither do two copies of it. */
const heldBack = 5

interface Due {
  orgId: number
  surveyId: string
}

// More than a tenth of those settled must wait: each settling writes all rows anew, and all of them together stay cheap.
const due = `SELECT s.org_id AS "orgId", s.survey_id AS "surveyId" FROM survey s
  CROSS JOIN LATERAL (SELECT count(*) AS staged FROM survey_staged g WHERE g.org_id = s.org_id AND g.survey_id = s.survey_id) g
  CROSS JOIN LATERAL (SELECT count(*) AS settled FROM survey_response r
    WHERE r.org_id = s.org_id AND r.survey_id = s.survey_id) r
  WHERE s.is_anonymous AND NOT s.is_settled AND ($2::uuid IS NULL OR s.survey_id = $2) AND CASE
    WHEN s.status = 'closed' OR s.closes_at <= $1 THEN true
    ELSE g.staged - ${heldBack} >= greatest(${leastStaged}, r.settled / 10.0)
  END AND s.status <> 'draft'`

/** In an order that nothing else has (Fisher–Yates with the system's randomness). */
function shuffled<T>(things: readonly T[]): T[] {
  const all = [...things]
  for (let i = all.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    const [a, b] = [all[i] as T, all[j] as T]
    all[i] = b
    all[j] = a
  }
  return all
}

async function takeOut<T extends object>(client: PoolClient, { orgId, surveyId }: Due, table: string): Promise<T[]> {
  const { rows } = await client.query<T>(`DELETE FROM ${table} WHERE org_id = $1 AND survey_id = $2 RETURNING *`, [
    orgId,
    surveyId,
  ])
  return rows
}

/** All that is settled and staged of a survey, taken out of the tables. */
async function takeAll(client: PoolClient, survey: Due, keys: ResponseKeys) {
  const people = await takeOut<{ person_id: string }>(client, survey, 'survey_participation')
  const settled = await takeOut<{ answers: StagedResponse['answers']; is_paper: boolean }>(
    client,
    survey,
    'survey_response',
  )
  const staged = await takeOut<{ sealed: Buffer }>(client, survey, 'survey_staged')
  return {
    people: people.map(({ person_id }) => person_id),
    settled: settled.map(({ answers, is_paper }): StagedResponse => ({ answers, isPaper: is_paper })),
    staged: shuffled(staged.map(({ sealed }) => openResponse(sealed, keys))),
  }
}

async function writeAll(
  client: PoolClient,
  { orgId, surveyId }: Due,
  people: readonly string[],
  responses: readonly StagedResponse[],
  staged: readonly Buffer[],
): Promise<void> {
  await client.query(
    'INSERT INTO survey_participation (org_id, survey_id, person_id) SELECT $1, $2, person FROM unnest($3::uuid[]) person',
    [orgId, surveyId, shuffled(people)],
  )
  const all = shuffled(responses)
  await client.query(
    `INSERT INTO survey_response (org_id, survey_id, response_id, answers, is_paper)
     SELECT $1, $2, r.id, r.answers, r.is_paper
     FROM unnest($3::uuid[], $4::jsonb[], $5::boolean[]) r(id, answers, is_paper)`,
    [
      orgId,
      surveyId,
      all.map(() => randomUUID()),
      all.map(({ answers }) => JSON.stringify(answers)),
      all.map(({ isPaper }) => isPaper),
    ],
  )
  await client.query(
    `INSERT INTO survey_staged (org_id, survey_id, staged_id, sealed)
     SELECT $1, $2, s.id, s.sealed FROM unnest($3::uuid[], $4::bytea[]) s(id, sealed)`,
    [orgId, surveyId, staged.map(() => randomUUID()), staged],
  )
}

async function settle(client: PoolClient, survey: Due, now: Date, keys: ResponseKeys): Promise<void> {
  const { orgId, surveyId } = survey
  // whoever hands in holds this row until their answer is staged: nothing arrives in between
  const { rows } = await client.query<{ isOver: boolean }>(
    `SELECT status = 'closed' OR closes_at <= $3 AS "isOver"
     FROM survey WHERE org_id = $1 AND survey_id = $2 AND NOT is_settled FOR NO KEY UPDATE`,
    [orgId, surveyId, now],
  )
  const [here] = rows
  if (!here) return
  const { people, settled, staged } = await takeAll(client, survey, keys)
  // sealed anew, so that nothing of a copy of the database is found again in the next
  const waiting = here.isOver ? [] : staged.splice(0, heldBack).map((one) => sealResponse(one, keys[0]))
  await writeAll(client, survey, people, [...settled, ...staged], waiting)
  if (here.isOver)
    await client.query('UPDATE survey SET is_settled = true WHERE org_id = $1 AND survey_id = $2', [orgId, surveyId])
}

/**
 * Gives the answers of anonymous surveys their last place: all rows of a survey, those who took part and what was
 * answered, are written anew in one transaction, each kind in an order of its own with new ids. Then neither key, time,
 * order nor transaction joins one to the other (docs/decisions/0033). Of one survey, or of all; several hosts may do it at
 * once. `now` in epoch ms.
 */
export async function settleAnswers(cloud: Cloud, now: number, surveyId?: string): Promise<void> {
  const at = new Date(now)
  const { rows } = await cloud.pool.query<Due>(due, [at, surveyId ?? null])
  if (rows.length === 0) return
  const keys = await responseKeys(cloud)
  for (const survey of rows) {
    const client = await cloud.pool.connect()
    try {
      await client.query('BEGIN')
      await settle(client, survey, at, keys)
      await client.query('COMMIT')
    } catch (cause) {
      await client.query('ROLLBACK').catch(() => {})
      // the others are settled all the same; this one is due again at the next call
      cloud.log({ level: 'error', message: `settleAnswers: ${survey.surveyId}`, cause })
    } finally {
      client.release()
    }
  }
}
