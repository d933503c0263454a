import { createHash } from 'node:crypto'
import { openResponse } from '../../functions/survey/sealed-response'
import type { TestCloud } from './start-cloud'

type Row = Record<string, unknown> & { xmin: number; cmin: number; xmax: number; ctid: string }

/** Every table with everything in it, what PostgreSQL keeps of each row besides too. */
export interface Dump {
  tables: Record<string, Row[]>
}

/** Reads the whole database, in the order the rows lie in. */
export async function dumpOf({ cloud: { pool } }: TestCloud): Promise<Dump> {
  const { rows: names } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const tables: Dump['tables'] = {}
  for (const { name } of names) {
    const { rows } = await pool.query<Row>(
      `SELECT t.*, t.xmin::text::bigint AS xmin, t.cmin::text::bigint AS cmin, t.xmax::text::bigint AS xmax, t.ctid::text AS ctid FROM ${name} t ORDER BY t.ctid`,
    )
    tables[name] = rows
  }
  return { tables }
}

/** What waits, opened with the key that the dump itself holds, where that is the key. */
function openedOf({ tables }: Dump, staged: readonly Row[]): Row[] {
  const key = createHash('sha256')
    .update(tables.survey_key?.[0]?.key as Buffer)
    .digest()
  return staged.flatMap((row) => {
    try {
      return [{ ...row, response_id: row.staged_id, ...openResponse(row.sealed as Buffer, [key]) }]
    } catch {
      return []
    }
  })
}

interface Link {
  personId: string
  number: number
}

/** The attacker's guess: the people in one order beside the answers in another. */
function sideBySide(people: readonly string[], numbers: readonly number[]): Link[] {
  return people.slice(0, numbers.length).map((personId, n) => ({ personId, number: numbers[n] ?? Number.NaN }))
}

const by = <T>(rows: readonly T[], key: (row: T) => number | string): T[] =>
  [...rows].sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    return x < y ? -1 : x > y ? 1 : 0
  })

/** The rows that a command of its transaction wrote by themselves. */
function alone(rows: readonly Row[]): Row[] {
  const of = ({ xmin, cmin }: Row) => `${xmin} ${cmin}`
  const written = new Map<string, number>()
  for (const row of rows) written.set(of(row), (written.get(of(row)) ?? 0) + 1)
  return rows.filter((row) => written.get(of(row)) === 1)
}

/**
 * All ways that we know of to guess whose answers are whose: by the transaction both were written in, by the order of
 * transactions, of rows on the disk, of ids, of when people were seen last or locked last, and each order backwards.
 */
export function linksOf(dump: Dump, surveyId: string): Record<string, Link[]> {
  const { tables } = dump
  const own = (rows: readonly Row[] = []) => rows.filter((row) => row.survey_id === surveyId)
  const participations = own(tables.survey_participation)
  const responses = [...own(tables.survey_response), ...openedOf(dump, own(tables.survey_staged))]
  const numberOf = (row: Row) => (row.answers as { q1: { number: number } }).q1.number
  const took = new Set(participations.map((row) => String(row.person_id)))
  const ids = (rows: readonly Row[]) =>
    rows.map((row) => String(row.person_id)).filter((personId) => took.has(personId))

  const peopleBy: Record<string, string[]> = {
    'place on the disk': ids(participations),
    transaction: ids(by(participations, ({ xmin }) => xmin)),
    'last lock': ids(by(tables.person ?? [], ({ xmax }) => xmax)),
    'last seen': ids(by(tables.session ?? [], (row) => Number(row.last_seen_at))),
    'session written': ids(by(tables.session ?? [], ({ xmin }) => xmin)),
    'staff number': ids(by(tables.person ?? [], (row) => String(row.staff_number))),
    id: ids(by(participations, (row) => String(row.person_id))),
  }
  const answersBy: Record<string, number[]> = {
    'place on the disk': responses.map(numberOf),
    transaction: by(responses, ({ xmin }) => xmin).map(numberOf),
    id: by(responses, (row) => String(row.response_id)).map(numberOf),
    answer: by(responses, numberOf).map(numberOf),
  }
  const links: Record<string, Link[]> = {}
  for (const [order, people] of Object.entries(peopleBy)) {
    for (const [other, numbers] of Object.entries(answersBy)) {
      links[`${order}, ${other}`] = sideBySide(people, numbers)
      links[`${order}, ${other} backwards`] = sideBySide(people, [...numbers].reverse())
    }
  }
  const together = new Map(responses.map((row) => [row.xmin, numberOf(row)]))
  links['the same transaction'] = participations.map((row) => ({
    personId: String(row.person_id),
    number: together.get(row.xmin) ?? Number.NaN,
  }))
  const apart = new Map(alone(responses).map((row) => [row.xmin, numberOf(row)]))
  links['alone in a command of the same transaction'] = alone(participations).map((row) => ({
    personId: String(row.person_id),
    number: apart.get(row.xmin) ?? Number.NaN,
  }))
  return links
}
