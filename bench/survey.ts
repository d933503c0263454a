import type { Client } from 'pg'
import { givenInstitution, givenTokens } from './given-tickets'
import { HttpConnection, percentile } from './http-clients'
import { type BenchServer, describeMachine, loadNow, startBenchServer } from './server'

const people = 2000
const surveys = 3
/** Of the surveys that are open, so that 2,000 people hand in more than 5,000 times. */
const submissions = 5000
const clients = 32
const settledAnswers = 20_000
const questions = 30
const asks = 100

const points = (n: number) => ({
  code: `q${n}`,
  kind: 'csat',
  title: `您对第 ${n} 项服务满意吗？`,
  hint: '',
  isRequired: true,
  hasDontKnow: true,
})
const definition = JSON.stringify({
  version: 1,
  title: '满意度',
  intro: '',
  thanks: '谢谢',
  pages: [{ items: Array.from({ length: questions }, (_, i) => points(i + 1)) }],
})

const insertSurvey = `INSERT INTO survey (org_id, survey_id, title, status, definition, opens_at, closes_at, created_by,
    created_at, changed_at, published_at, is_settled)
  SELECT 1, md5('survey ' || $1::text)::uuid, '满意度', $2::text, $3::jsonb, now() - interval '1 day',
    CASE $2::text WHEN 'closed' THEN now() - interval '1 hour' ELSE now() + interval '1 day' END, person_id, now(), now(),
    now(), $2::text = 'closed'
  FROM person WHERE org_id = 1 LIMIT 1 RETURNING survey_id`

/** Three open surveys for everybody, and a closed one with 20,000 answers of 30 questions. */
async function prepare(client: Client): Promise<{ open: string[]; closed: string }> {
  const ids: string[] = []
  for (let n = 0; n <= surveys; n++) {
    const status = n === surveys ? 'closed' : 'published'
    const { rows } = await client.query<{ survey_id: string }>(insertSurvey, [n, status, definition])
    ids.push(rows[0]?.survey_id ?? '')
  }
  const [closed = ''] = ids.splice(-1)
  await client.query(
    `INSERT INTO survey_invitation SELECT 1, s::uuid, p.person_id FROM person p, unnest($1::text[]) s WHERE p.org_id = 1`,
    [ids],
  )
  await client.query(
    `INSERT INTO survey_response (org_id, survey_id, response_id, answers)
     SELECT 1, $1, gen_random_uuid(), (SELECT jsonb_object_agg('q' || q, jsonb_build_object('number', 1 + (n * 31 + q * 7) % 5))
       FROM generate_series(1, ${questions}) q)
     FROM generate_series(1, ${settledAnswers}) n`,
    [closed],
  )
  await client.query('ANALYZE')
  return { open: ids, closed }
}

/** So many hand in as fast as 32 clients can; none may be lost. */
async function benchSubmissions(bench: BenchServer, tokens: readonly string[], open: readonly string[]): Promise<void> {
  const answers = Object.fromEntries(
    Array.from({ length: questions }, (_, i) => [`q${i + 1}`, { number: 1 + (i % 5) }]),
  )
  const wrong: string[] = []
  const times: number[] = []
  let next = 0
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new HttpConnection(bench.httpPort)
      for (let n = next++; n < submissions; n = next++) {
        const surveyId = open[Math.floor(n / people)]
        const sentAt = performance.now()
        const answer = await connection.send({
          path: '/api/survey.submitAnswers',
          token: tokens[n % people] ?? '',
          body: JSON.stringify({ surveyId, revision: 1, answers }),
        })
        times.push(performance.now() - sentAt)
        if (!answer.includes('"value"')) wrong.push(answer)
      }
      connection.close()
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const { rows } = await bench.client.query<{ kept: number; took: number }>(
    `SELECT (SELECT count(*) FROM survey_staged)::int + (SELECT count(*) FROM survey_response WHERE survey_id = ANY ($1))::int
       AS kept, (SELECT count(*) FROM survey_participation)::int AS took`,
    [open],
  )
  const [counts] = rows
  if (wrong.length > 0 || counts?.kept !== submissions || counts.took !== submissions)
    throw new Error(`lost: ${wrong[0]?.slice(0, 300) ?? JSON.stringify(counts)}`)
  times.sort((a, b) => a - b)
  console.log(
    `${submissions} submissions by ${clients} clients in ${seconds.toFixed(1)} s (wanted 60), ${(submissions / seconds).toFixed(0)}/s, p95 ${percentile(times, 0.95).toFixed(0)} ms; ${counts.kept} kept, none lost · ${loadNow()}`,
  )
}

/** The results of the closed survey, the first reading apart from those that find it counted. */
async function benchResults(bench: BenchServer, token: string, surveyId: string): Promise<void> {
  const connection = new HttpConnection(bench.httpPort)
  const times: number[] = []
  const raws: number[] = []
  for (let n = 0; n < asks; n++) {
    const filter = n % 2 ? { filter: { item: `q${1 + (n % questions)}`, option: String(1 + (n % 5)) } } : {}
    const sentAt = performance.now()
    const answer = await connection.send({
      path: '/api/survey.getResults',
      token,
      body: JSON.stringify({ surveyId, ...filter }),
    })
    times.push(performance.now() - sentAt)
    if (!answer.includes('"items"')) throw new Error(`no results: ${answer.slice(0, 300)}`)
    if (n >= 10) continue
    const rawAt = performance.now()
    await bench.client.query('SELECT answers FROM survey_response WHERE survey_id = $1', [surveyId])
    raws.push(performance.now() - rawAt)
  }
  connection.close()
  const [first = Number.NaN] = times
  const sorted = [...times].sort((a, b) => a - b)
  const raw = [...raws].sort((a, b) => a - b)
  console.log(
    `results of ${settledAnswers} answers × ${questions} questions: first ${first.toFixed(0)} ms, median ${percentile(sorted, 0.5).toFixed(0)} ms, p95 ${percentile(sorted, 0.95).toFixed(0)} ms (wanted 300) · reading the rows alone ${percentile(raw, 0.5).toFixed(0)} ms · ${loadNow()}`,
  )
}

/** Surveys: everybody handing in within a minute, and the results of many answers. */
export default async function benchSurvey(): Promise<void> {
  const bench = await startBenchServer()
  try {
    await givenInstitution(bench.client)
    await bench.client.query(`UPDATE person SET duties = ARRAY['surveyor'] WHERE staff_number = '0'`)
    const tokens = (await givenTokens(bench.client, people)).map(({ token }) => token)
    const { open, closed } = await prepare(bench.client)
    console.log(await describeMachine(bench.client))
    await benchSubmissions(bench, tokens, open)
    await benchResults(bench, tokens[0] ?? '', closed)
  } finally {
    await bench.end()
  }
}
