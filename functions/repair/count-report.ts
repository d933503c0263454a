import { sql } from 'kysely'
import { clockWords } from '../../contract/repair-clocks'
import { isOpen, type TicketStatus } from '../../contract/repair-lifecycle'
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
  ownerlessMinutes: number[]
}

const closedKinds = ['fixed', 'temporary', 'notFixed', ''] as const

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

/** How many tickets are alike in what is counted of them; or how many were reported, or done, on a day. */
interface Alike {
  tickets: number
  status: string | null
  closedKind: string | null
  visitState: string | null
  isImport: boolean | null
  cycle: number | null
  reportedOn: string | null
  doneOn: string | null
}

/** Counts tickets by what they are like, by the day they were reported and by the day they were done, in one pass. */
async function countAlike({ db, tickets, zone, ends }: ReportScope): Promise<Alike[]> {
  const { rows } = await sql<Alike>`
    SELECT count(*) AS tickets, status, closed_kind, visit_state, is_import, cycle, reported_on, done_on FROM (
      SELECT t.status, t.closed_kind, t.visit_state, t.channel = 'import' AS is_import, t.cycle,
        (t.created_at AT TIME ZONE ${zone}::interval)::date AS reported_on,
        CASE WHEN t.status IN ('done', 'confirmed') AND t.resolved_at < ${ends}
          THEN (t.resolved_at AT TIME ZONE ${zone}::interval)::date END AS done_on
      FROM ${tickets} t) each
    GROUP BY GROUPING SETS ((status, closed_kind, visit_state, is_import, cycle), (reported_on), (done_on))`.execute(db)
  return rows
}

/** How many tickets something holds for; `weight`: what each of them counts for. */
function sumOf(alike: readonly Alike[], holds: (like: Alike) => boolean, weight = (_like: Alike) => 1): number {
  return alike.reduce((sum, like) => (holds(like) ? sum + like.tickets * weight(like) : sum), 0)
}

const isDone = ({ status }: Alike) => status === 'done' || status === 'confirmed'
const isHere = ({ isImport, cycle }: Alike) => !(isImport && cycle === 1)

function daysOf(all: readonly Alike[]): RepairReport['byDay'] {
  const days = new Map<string, RepairReport['byDay'][number]>()
  const at = (day: string) => {
    const known = days.get(day) ?? { day, reported: 0, done: 0 }
    days.set(day, known)
    return known
  }
  for (const { reportedOn, doneOn, tickets } of all) {
    if (reportedOn !== null) at(reportedOn).reported = tickets
    if (doneOn !== null) at(doneOn).done = tickets
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
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

/** Counts for two connections: each does one query after the other. */
async function countAll(scope: ReportScope, catalog: Catalog) {
  const [first, second] = await Promise.all([
    (async () => ({ cycles: await countCycles(scope), mostFrequent: await countMostFrequent(scope, catalog) }))(),
    (async () => ({
      alike: await countAlike(scope),
      past: await countPast(scope),
      hangReasons: await countHangs(scope),
      ratings: await countRatings(scope),
      costFen: await countCost(scope),
      selfHelp: await countSelfHelp(scope),
    }))(),
  ])
  return { ...first, ...second }
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
  const { cycles, alike: all, past, ratings, ...others } = await countAll(scope, catalog)
  const total = cycles.find(({ categoryId }) => categoryId === null)
  const alike = all.filter(({ status }) => status !== null)
  const visits = (state: string) => sumOf(alike, (like) => like.visitState === state) + (past.visits[state] ?? 0)
  return {
    tickets: total?.tickets ?? 0,
    open: sumOf(alike, ({ status }) => isOpen(status as TicketStatus)),
    imported: sumOf(alike, ({ isImport }) => isImport === true),
    byClock: clockWords.map((clock) => ({ clock, ...kept(total?.[clock] ?? []) })),
    byCategory: byCategory(cycles, catalog),
    byDay: daysOf(all),
    responseMinutes: spread(total?.responseMinutes ?? []),
    resolutionMinutes: spread(total?.resolutionMinutes ?? []),
    ownerlessMinutes: spread(total?.ownerlessMinutes ?? []),
    closedKinds: closedKinds
      .map((closedKind) => ({
        closedKind,
        tickets: sumOf(alike, (like) => isDone(like) && (like.closedKind ?? '') === closedKind),
      }))
      .filter(({ tickets }) => tickets > 0)
      .sort((a, b) => b.tickets - a.tickets),
    reopened: {
      cycles: sumOf(
        alike,
        () => true,
        ({ cycle }) => (cycle ?? 1) - 1,
      ),
      tickets: sumOf(alike, ({ cycle }) => (cycle ?? 1) > 1),
    },
    ratings: { ...ratings, asked: sumOf(alike, (like) => isDone(like) && isHere(like)) + past.asked },
    visits: {
      due: visits('due'),
      satisfied: visits('satisfied'),
      unsatisfied: visits('unsatisfied'),
      unreachable: visits('unreachable'),
    },
    ...others,
  }
}
