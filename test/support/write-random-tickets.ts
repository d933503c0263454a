import type { RandomCycle, RandomTicket } from './random-tickets'
import type { TestCloud } from './start-cloud'

/** Where random tickets happen: ids by the numbers above; `placeIds[i]` stands in building `i % 2`. */
export interface RandomPlaces {
  orgId: number
  personId: string
  categoryIds: string[]
  buildingIds: string[]
  placeIds: string[]
  assetIds: string[]
}

const dateOf = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString())

const timesOf = (cycle: RandomCycle) => ({
  cycle: cycle.number,
  started_at: dateOf(cycle.startedAt),
  responded_at: dateOf(cycle.respondedAt),
  planned_at: dateOf(cycle.plannedAt),
  resolved_at: dateOf(cycle.resolvedAt),
  response_due_at: dateOf(cycle.due.response),
  plan_due_at: dateOf(cycle.due.plan),
  resolve_due_at: dateOf(cycle.due.resolve),
  closed_kind: cycle.closedKind ?? null,
  visit_state: cycle.visitState ?? null,
})

function rowOf(ticket: RandomTicket, i: number, where: RandomPlaces, rootId: string) {
  const present = ticket.cycles.at(-1)
  if (!present) throw new Error('a ticket has a cycle')
  const idOf = (ids: readonly string[], n: number | undefined) => (n === undefined ? null : ids[n])
  return {
    ticket_id: ticket.ticketId,
    number: `R${String(i).padStart(6, '0')}`,
    kind: ticket.kind,
    category_id: where.categoryIds[ticket.category],
    place_id: idOf(where.placeIds, ticket.place),
    building_id: idOf(where.buildingIds, ticket.building),
    asset_id: idOf(where.assetIds, ticket.asset),
    place_note: ticket.note,
    channel: ticket.channel,
    requester_id: where.personId,
    reported_by_id: where.personId,
    status: ticket.status,
    merged_into: ticket.isMerged ? rootId : null,
    created_at: dateOf(ticket.createdAt),
    owned_at: dateOf(ticket.ownedAt),
    due_at: '2100-01-01T00:00:00Z',
    ...timesOf(present),
  }
}

function eventsOf({ ticketId, cycles }: RandomTicket) {
  const events = cycles.flatMap(({ number: cycle, startedAt, hangs }) => [
    { cycle, at: startedAt, kind: cycle === 1 ? 'reported' : 'reopened', data: {} },
    ...hangs.flatMap(({ at, reason, until }) => [
      { cycle, at, kind: 'hung', data: { reason } },
      // what is said while it is hung does not end it
      { cycle, at, kind: 'commented', data: {} },
      ...(until === undefined ? [] : [{ cycle, at: until, kind: 'resumed', data: {} }]),
    ]),
  ])
  return events.map((event, i) => ({ ...event, ticket_id: ticketId, event_number: i + 1, at: dateOf(event.at) }))
}

/** Writes made-up tickets straight into the tables; those that are merged go into the first one. */
export async function writeRandomTickets(
  { cloud: { pool } }: TestCloud,
  tickets: readonly RandomTicket[],
  where: RandomPlaces,
): Promise<void> {
  async function insert(table: string, rows: readonly object[]): Promise<void> {
    const columns = Object.keys({ org_id: 0, ...rows[0] }).join(', ')
    const own = rows.map((row) => ({ org_id: where.orgId, ...row }))
    await pool.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1)`,
      [JSON.stringify(own)],
    )
  }
  const by = { person_id: where.personId }
  await insert(
    'ticket',
    tickets.map((ticket, i) => rowOf(ticket, i, where, tickets[0]?.ticketId ?? '')),
  )
  await insert('ticket_event', tickets.flatMap(eventsOf))
  const past = tickets.flatMap(({ ticketId, cycles }) =>
    cycles.slice(0, -1).map((cycle) => ({ ticket_id: ticketId, is_provisional: false, ...timesOf(cycle) })),
  )
  await insert('past_cycle', past)
  const given = tickets.flatMap(({ ticketId, cycles }) =>
    cycles.flatMap(({ number: cycle, stars, reasons, resolvedAt }) =>
      stars ? [{ ticket_id: ticketId, cycle, ...by, stars, reasons, rated_at: dateOf(resolvedAt) }] : [],
    ),
  )
  await insert('ticket_rating', given)
  const costs = tickets.flatMap(({ ticketId, createdAt, costs: lines }) =>
    lines.map(({ quantity, unitPriceFen }) => ({
      ...{ ticket_id: ticketId, cost_id: crypto.randomUUID(), cycle: 1, kind: 'part', name: '配件' },
      ...{ quantity, unit_price_fen: unitPriceFen, by_id: where.personId, at: dateOf(createdAt) },
    })),
  )
  await insert('ticket_cost', costs)
}
