import { type ClockEvent, type Limits, stepName } from '../../contract/repair-clocks'
import type { TicketEventKind } from '../../contract/repair-lifecycle'
import type { Db } from '../../database/connect'

/** What belongs to an event besides its kind; `limits` are what the clocks run by from then on. */
export interface EventData {
  [field: string]: unknown
  limits?: Limits
}

/** One line of a ticket's log. `byId` is absent when time itself did it; `at` is epoch ms. */
export interface LoggedEvent extends ClockEvent {
  eventNumber: number
  byId?: string
  data: EventData
}

/** The log of some tickets of an institution, each in order. */
export async function readLogs(
  db: Db,
  orgId: number,
  ticketIds: readonly string[],
): Promise<Map<string, LoggedEvent[]>> {
  const logs = new Map<string, LoggedEvent[]>(ticketIds.map((ticketId) => [ticketId, []]))
  if (ticketIds.length === 0) return logs
  const rows = await db
    .selectFrom('ticketEvent')
    .select(['ticketId', 'eventNumber', 'cycle', 'at', 'kind', 'byId', 'data'])
    .where('orgId', '=', orgId)
    .where('ticketId', 'in', ticketIds)
    .orderBy('ticketId')
    .orderBy('eventNumber')
    .execute()
  for (const { ticketId, eventNumber, cycle, at, kind, byId, data } of rows) {
    const known = data as EventData
    logs.get(ticketId)?.push({
      eventNumber,
      cycle,
      at: at.getTime(),
      kind: kind as TicketEventKind,
      ...(byId ? { byId } : {}),
      data: known,
      ...(known.limits ? { limits: known.limits } : {}),
    })
  }
  return logs
}

/** Steps that time has already done in a cycle; each promise is reminded of anew. */
export function doneSteps(events: readonly LoggedEvent[], cycle: number): Set<string> {
  const own = events.filter((event) => event.cycle === cycle)
  const promisedFrom = own.map(({ kind }) => kind).lastIndexOf('hung')
  const done = own.filter(
    ({ kind, data }, place) =>
      (kind === 'warned' || kind === 'escalated') && (data.clock !== 'promise' || place > promisedFrom),
  )
  return new Set(done.map(({ data }) => stepName(data as unknown as Parameters<typeof stepName>[0])))
}
