import type { Selectable, Updateable } from 'kysely'
import {
  isDesk,
  rolesOfDuties,
  type TicketEventKind,
  type TicketRole,
  type TicketStatus,
} from '../../contract/repair-lifecycle'
import type { WorkingCalendar } from '../../contract/working-time'
import type { Ticket } from '../../database/types'
import type { AskedByPerson } from '../keeper'
import { catalogOf } from './catalog'
import { doneSteps, type EventData, type LoggedEvent, readLogs } from './ticket-log'
import { type TicketTimes, timesOf } from './ticket-times'

export type TicketRow = Selectable<Ticket>

/** A ticket that nobody else changes until the transaction ends, with its log and what the asker is to it. */
export interface Held {
  row: TicketRow
  events: LoggedEvent[]
  roles: TicketRole[]
}

type By = Pick<AskedByPerson, 'db' | 'orgId' | 'person'>

/** What somebody is to a ticket: by their duties, by having reported it, by having it. */
export function rolesAt(
  row: Pick<TicketRow, 'requesterId' | 'reportedById' | 'assigneeId'>,
  { person }: Pick<AskedByPerson, 'person'>,
): TicketRole[] {
  const roles = rolesOfDuties(person.duties)
  if (row.requesterId === person.personId || row.reportedById === person.personId) roles.push('requester')
  if (row.assigneeId === person.personId) roles.push('assignee')
  return roles
}

type TicketPeople = Pick<TicketRow, 'requesterId' | 'reportedById' | 'assigneeId' | 'accountableId' | 'doerId'>

/** Whether somebody has the ticket or had it at some time. */
export function hasHad(row: TicketPeople, events: readonly LoggedEvent[], personId: string): boolean {
  if ([row.assigneeId, row.accountableId, row.doerId].includes(personId)) return true
  return events.some(
    ({ kind, byId, data }) => data.toPersonId === personId || (kind === 'grabbed' && byId === personId),
  )
}

/** Whether somebody reported the ticket, has or had it, or sits at the desk: they may read its words and photos. */
export function mayRead(
  row: TicketPeople,
  events: readonly LoggedEvent[],
  { person }: Pick<AskedByPerson, 'person'>,
): boolean {
  const { personId, duties } = person
  if (isDesk(duties) || row.requesterId === personId || row.reportedById === personId) return true
  return hasHad(row, events, personId)
}

/** Holds one ticket still, or undefined when the institution has none of that id. */
export async function holdTicket(by: By, ticketId: string): Promise<Held | undefined> {
  const { db, orgId } = by
  const row = await db
    .selectFrom('ticket')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('ticketId', '=', ticketId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return undefined
  const events = (await readLogs(db, orgId, [ticketId])).get(ticketId) ?? []
  return { row, events, roles: rolesAt(row, by) }
}

type Patch = Omit<Updateable<Ticket>, 'steps' | 'dueAt' | 'lastEvent'>

/**
 * Appends one event to a held ticket's log and brings its row up to it: the patch, and every time computed anew from the
 * log. `byId` null: time itself.
 */
export async function record(
  asked: AskedByPerson,
  held: Held,
  event: { kind: TicketEventKind; data?: EventData; byId?: string | null },
  patch: Patch = {},
): Promise<void> {
  const { db, orgId, now } = asked
  const { row, events } = held
  const data = event.data ?? {}
  const cycle = patch.cycle === undefined ? row.cycle : Number(patch.cycle)
  const eventNumber = (events.at(-1)?.eventNumber ?? 0) + 1
  // a clock that runs behind another host's must not write history in the wrong order
  const at = Math.max(now, events.at(-1)?.at ?? 0)
  const byId = event.byId === null ? undefined : (event.byId ?? asked.person.personId)
  await db
    .insertInto('ticketEvent')
    .values({
      orgId,
      ticketId: row.ticketId,
      eventNumber,
      cycle,
      at: new Date(at),
      kind: event.kind,
      byId: byId ?? null,
      data: JSON.stringify(data),
    })
    .execute()
  events.push({
    eventNumber,
    cycle,
    at,
    kind: event.kind,
    ...(byId ? { byId } : {}),
    data,
    ...(data.limits ? { limits: data.limits } : {}),
  })
  Object.assign(row, patch, { lastEvent: eventNumber })
  const { calendar } = await catalogOf(asked)
  const times = timesOfRow(held, calendar, now)
  Object.assign(row, times)
  await db
    .updateTable('ticket')
    .set({ ...patch, ...times, lastEvent: eventNumber })
    .where('orgId', '=', orgId)
    .where('ticketId', '=', row.ticketId)
    .execute()
}

/** The times of a row by its log. `now` in epoch ms. */
export function timesOfRow(
  { row, events }: Pick<Held, 'row' | 'events'>,
  calendar: WorkingCalendar,
  now: number,
): TicketTimes {
  const finished = events.filter(({ kind, cycle }) => kind === 'finished' && cycle === row.cycle).at(-1)
  return timesOf(events, calendar, now, {
    cycle: row.cycle,
    done: doneSteps(events, row.cycle),
    visitFrom: row.visitState === 'due' ? finished?.at : undefined,
    isDone: row.status === 'done',
    promisedOn: row.status === 'hung' ? row.promisedOn : undefined,
    isMerged: row.mergedInto !== null,
    importedDueAt: row.channel === 'import' && row.cycle === 1 ? row.resolveDueAt?.getTime() : undefined,
  })
}

/** The status of a row, as the contract has it. */
export const statusOf = (row: Pick<TicketRow, 'status'>): TicketStatus => row.status as TicketStatus
