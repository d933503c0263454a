import { type RawBuilder, sql } from 'kysely'
import type { Kept, RepairReport, Spread } from '../../contract/repair-report'
import { type Catalog, categoryName } from './catalog'
import { countHangs, countMostFrequent, countRatings } from './count-report-parts'
import type { ReportScope } from './report-scope'

interface CycleCounts {
  categoryId: string | null
  tickets: number
  response: number[]
  plan: number[]
  resolve: number[]
  responseMinutes: number[]
  resolutionMinutes: number[]
}

const closedKinds = ['fixed', 'temporary', 'notFixed', '']
const visitOutcomes = ['satisfied', 'unsatisfied', 'unreachable']

const kept = ([counted = 0, inTime = 0]: number[]): Kept => ({ counted, inTime })
const tenth = (minutes: number) => Math.round(minutes * 10) / 10

/** [n, mean, median, p90] as the contract has it. */
function spread([n = 0, mean, median, p90]: (number | null)[]): Spread {
  if (n === null || n === 0 || mean == null || median == null || p90 == null) return { n: 0 }
  return { n, mean: tenth(mean), median: tenth(median), p90: tenth(p90) }
}

async function countCycles({ db, filter, now }: ReportScope): Promise<CycleCounts[]> {
  const { rows } = await sql<CycleCounts>`SELECT * FROM count_cycles(${filter}, ${now})`.execute(db)
  return rows
}

interface Overall {
  open: number
  imported: number
  asked: number
  reopenedCycles: number
  reopenedTickets: number
  closedKinds: Record<string, number>
  visits: Record<string, number>
  ownerless: (number | null)[]
}

/** How many rows there are for each of these values: {"fixed": 3, …}. */
const countsOf = (value: RawBuilder<unknown>, among: readonly string[]) =>
  sql`jsonb_build_object(${sql.join(
    among.flatMap((each) => [sql`${each}::text`, sql`count(*) FILTER (WHERE ${value} = ${each})`]),
  )})`

/** What is counted ticket by ticket. */
async function countTickets({ db, tickets, now }: ReportScope): Promise<Overall> {
  const done = sql`t.status IN ('done', 'confirmed')`
  const ownerless = sql`CASE WHEN t.channel <> 'import'
    THEN minutes_between(t.created_at, coalesce(t.owned_at, t.resolved_at, ${now})) END`
  const { rows } = await sql<Overall>`
    SELECT count(*) FILTER (WHERE t.status IN ('new', 'assigned', 'accepted', 'working', 'hung')) AS open,
      count(*) FILTER (WHERE t.channel = 'import') AS imported,
      count(*) FILTER (WHERE ${done} AND NOT (t.channel = 'import' AND t.cycle = 1)) AS asked,
      coalesce(sum(t.cycle - 1), 0)::integer AS reopened_cycles,
      count(*) FILTER (WHERE t.cycle > 1) AS reopened_tickets,
      ${countsOf(sql`CASE WHEN ${done} THEN coalesce(t.closed_kind, '') END`, closedKinds)} AS closed_kinds,
      ${countsOf(sql`t.visit_state`, ['due', ...visitOutcomes])} AS visits,
      ARRAY[count(${ownerless})::float8, avg(${ownerless})]
        || percentile_cont('{0.5,0.9}'::float8[]) WITHIN GROUP (ORDER BY ${ownerless}) AS ownerless
    FROM ${tickets} t`.execute(db)
  const [row] = rows
  if (!row) throw new Error('a count without groups has one row')
  return row
}

/** What cycles that were reopened had come to. */
async function countPast({ db, tickets }: ReportScope): Promise<{ asked: number; visits: Record<string, number> }> {
  const { rows } = await sql<{ visitState: string | null; asked: number; cycles: number }>`
    SELECT c.visit_state, count(*) AS cycles,
      count(*) FILTER (WHERE c.closed_kind IS NOT NULL AND NOT (t.channel = 'import' AND c.cycle = 1)) AS asked
    FROM ${tickets} t JOIN past_cycle c ON c.org_id = t.org_id AND c.ticket_id = t.ticket_id
    GROUP BY c.visit_state`.execute(db)
  const visits: Record<string, number> = {}
  for (const { visitState, cycles } of rows) if (visitState) visits[visitState] = cycles
  return { asked: rows.reduce((sum, { asked }) => sum + asked, 0), visits }
}

async function countDays({ db, tickets, zone, ends }: ReportScope): Promise<RepairReport['byDay']> {
  const day = (column: 'created_at' | 'resolved_at') =>
    sql`(${sql.ref(`t.${column}`)} AT TIME ZONE ${zone}::interval)::date`
  const { rows } = await sql<RepairReport['byDay'][number]>`
    SELECT day, sum(reported)::integer AS reported, sum(done)::integer AS done FROM (
      SELECT ${day('created_at')} AS day, count(*) AS reported, 0 AS done FROM ${tickets} t GROUP BY 1
      UNION ALL
      SELECT ${day('resolved_at')}, 0, count(*) FROM ${tickets} t
      WHERE t.status IN ('done', 'confirmed') AND t.resolved_at < ${ends} GROUP BY 1) each
    GROUP BY day ORDER BY day`.execute(db)
  return rows
}

async function countCost({ db, tickets }: ReportScope): Promise<number> {
  const { rows } = await sql<{ fen: number }>`
    SELECT coalesce(sum(round(c.quantity * c.unit_price_fen)), 0)::bigint AS fen
    FROM ${tickets} t JOIN ticket_cost c ON c.org_id = t.org_id AND c.ticket_id = t.ticket_id`.execute(db)
  return rows[0]?.fen ?? 0
}

async function countSelfHelp({ db, orgId, since, ends, kind, categoryIds }: ReportScope): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM self_help s JOIN category c ON c.org_id = s.org_id AND c.category_id = s.category_id
    WHERE s.org_id = ${orgId} AND s.at >= ${since} AND s.at < ${ends}
      AND (${kind}::text IS NULL OR c.kind = ${kind})
      AND (${categoryIds}::uuid[] IS NULL OR s.category_id = ANY (${categoryIds}::uuid[]))`.execute(db)
  return rows[0]?.n ?? 0
}

/** The rest, one query after the other. */
async function countRest(scope: ReportScope, catalog: Catalog) {
  return {
    overall: await countTickets(scope),
    past: await countPast(scope),
    byDay: await countDays(scope),
    hangReasons: await countHangs(scope),
    ratings: await countRatings(scope),
    costFen: await countCost(scope),
    selfHelp: await countSelfHelp(scope),
    mostFrequent: await countMostFrequent(scope, catalog),
  }
}

function byCategory(cycles: readonly CycleCounts[], catalog: Catalog): RepairReport['byCategory'] {
  return cycles
    .flatMap(({ categoryId, tickets, response, plan, resolve, responseMinutes, resolutionMinutes }) =>
      categoryId === null
        ? []
        : {
            categoryId,
            category: categoryName(catalog, categoryId),
            tickets,
            response: kept(response),
            plan: kept(plan),
            resolve: kept(resolve),
            responseMinutes: spread(responseMinutes),
            resolutionMinutes: spread(resolutionMinutes),
          },
    )
    .sort((a, b) => b.tickets - a.tickets || (a.category < b.category ? -1 : 1))
}

/** Every figure of a report, counted by the database over one set of tickets; two queries at a time. */
export async function countReport(scope: ReportScope, catalog: Catalog): Promise<RepairReport> {
  const [cycles, rest] = await Promise.all([countCycles(scope), countRest(scope, catalog)])
  const all = cycles.find(({ categoryId }) => categoryId === null)
  const { overall, past, ratings, ...others } = rest
  const visits = (state: string) => (overall.visits[state] ?? 0) + (past.visits[state] ?? 0)
  return {
    tickets: all?.tickets ?? 0,
    open: overall.open,
    imported: overall.imported,
    byClock: (['response', 'plan', 'resolve'] as const).map((clock) => ({ clock, ...kept(all?.[clock] ?? []) })),
    byCategory: byCategory(cycles, catalog),
    responseMinutes: spread(all?.responseMinutes ?? []),
    resolutionMinutes: spread(all?.resolutionMinutes ?? []),
    closedKinds: Object.entries(overall.closedKinds)
      .map(([closedKind, tickets]) => ({ closedKind, tickets }))
      .filter(({ tickets }) => tickets > 0)
      .sort((a, b) => b.tickets - a.tickets),
    reopened: { cycles: overall.reopenedCycles, tickets: overall.reopenedTickets },
    ratings: { ...ratings, asked: overall.asked + past.asked },
    visits: {
      due: visits('due'),
      satisfied: visits('satisfied'),
      unsatisfied: visits('unsatisfied'),
      unreachable: visits('unreachable'),
    },
    ownerlessMinutes: spread(overall.ownerless),
    ...others,
  }
}
