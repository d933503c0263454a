import type { AnyProcedure, Duty } from '../contract/procedure'
import {
  eventOfAct,
  type TicketAct,
  type TicketRole,
  type TicketStatus,
  ticketActs,
  ticketStatuses,
  transitions,
} from '../contract/repair-lifecycle'
import { cancelTicket, confirmTicket, reopenTicket } from '../contract/repair-requester'
import * as work from '../contract/repair-work'
import { newId } from '../functions/secrets'
import { type GivenOrg, signedInAs } from './support/given'
import { givenCategory, givenTechnician } from './support/given-repair'
import { givenRepairHouse, type Who } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

const people = ['requester', 'assignee', 'technician', 'dispatcher', 'manager', 'stranger'] as const
type Name = (typeof people)[number]
const duties: Record<Name, Duty[]> = {
  requester: [],
  assignee: ['technician'],
  technician: ['technician'],
  dispatcher: ['dispatcher'],
  manager: ['manager'],
  stranger: [],
}

let house: TestCloud
let org: GivenOrg
let categoryId: string
let who: Record<Name, Who>

beforeAll(async () => {
  house = await startCloud()
  ;({ org } = await givenRepairHouse(house, '2026-11-20 09:00'))
  categoryId = await givenCategory(house, org, { limits: { response: { clock: 'wall', minutes: 60 } } })
  const technicians = { assignee: await givenTechnician(house, org), technician: await givenTechnician(house, org) }
  const given: Partial<Record<Name, Who>> = technicians
  for (const name of people) given[name] ??= await signedInAs(house, org, duties[name])
  who = given as Record<Name, Who>
})
afterAll(() => house.end())

/** How each act is asked for. */
const asks: Record<TicketAct, { procedure: AnyProcedure; input?: () => object }> = {
  assign: { procedure: work.assignTicket, input: () => ({ toPersonId: who.technician.personId }) },
  grab: { procedure: work.grabTicket },
  accept: { procedure: work.acceptTicket },
  bounce: { procedure: work.bounceTicket, input: () => ({ reason: '不会' }) },
  transfer: { procedure: work.transferTicket, input: () => ({ toPersonId: who.technician.personId, reason: '太忙' }) },
  start: { procedure: work.startTicket },
  hang: { procedure: work.hangTicket, input: () => ({ reason: 'part', promisedOn: '2026-11-23' }) },
  resume: { procedure: work.resumeTicket },
  finish: { procedure: work.finishTicket, input: () => ({ closedKind: 'fixed' }) },
  confirm: { procedure: confirmTicket },
  reopen: { procedure: reopenTicket, input: () => ({ reason: '没好' }) },
  refuse: { procedure: work.refuseTicket, input: () => ({ reason: '不归我们' }) },
  cancel: { procedure: cancelTicket, input: () => ({ reason: '' }) },
}

/** The log that leads to a status, after the report. */
const ways: Record<TicketStatus, readonly string[]> = {
  new: [],
  assigned: ['assigned'],
  accepted: ['assigned', 'accepted'],
  working: ['assigned', 'accepted', 'started'],
  hung: ['assigned', 'accepted', 'hung'],
  done: ['assigned', 'accepted', 'finished'],
  confirmed: ['assigned', 'accepted', 'finished', 'confirmed'],
  refused: ['assigned', 'refused'],
  cancelled: ['cancelled'],
}
const isGiven = (status: TicketStatus) => ways[status][0] === 'assigned'

/** A ticket in a status, as its log says. */
async function ticketIn(status: TicketStatus): Promise<string> {
  const { db, clock } = house.cloud
  const [ticketId, at, { orgId }] = [newId(clock()), new Date(clock() - 60_000), org]
  const person = who.requester.personId
  const has = isGiven(status) ? who.assignee.personId : null
  await db
    .insertInto('ticket')
    .values({
      ...{ orgId, ticketId, number: ticketId, kind: 'repair', categoryId, channel: 'app', status, assigneeId: has },
      ...{ requesterId: person, reportedById: person, createdAt: at, startedAt: at, dueAt: at },
      ...(ways[status].includes('finished') ? { doerId: has, closedKind: 'fixed', resolvedAt: at } : {}),
    })
    .execute()
  await db
    .insertInto('ticketEvent')
    .values(
      ['reported', ...ways[status]].map((kind, i) => {
        return {
          orgId,
          ticketId,
          eventNumber: i + 1,
          cycle: 1,
          at,
          kind,
          data: kind === 'reported' ? '{"limits":{}}' : '{}',
        }
      }),
    )
    .execute()
  return ticketId
}

/** Everything an act could leave behind, all tickets together. */
async function everythingWritten(): Promise<string> {
  const tables = ['ticket', 'ticket_event', 'past_cycle', 'ticket_cost', 'ticket_step', 'notice', 'audit_entry']
  const sums = tables.map(
    (table) => `(SELECT count(*) || ' ' || coalesce(sum(hashtextextended(x::text, 0)), 0) FROM ${table} x) AS ${table}`,
  )
  return JSON.stringify((await house.cloud.pool.query(`SELECT ${sums.join(', ')}`)).rows[0])
}

const ask = (act: TicketAct, name: Name, ticketId: string) => {
  const { procedure, input } = asks[act]
  return house.call(procedure, { ticketId, ...input?.() }, { token: who[name].token })
}

/** What somebody is to a ticket in a status, said apart from the code that finds it out. */
function rolesOf(name: Name, status: TicketStatus): TicketRole[] {
  if (name === 'stranger') return []
  if (name === 'assignee') return isGiven(status) ? ['technician', 'assignee'] : ['technician']
  return [name]
}

/** What the table says, row by row, without the function the cloud asks. */
function expected(act: TicketAct, name: Name, status: TicketStatus): TicketStatus | 'NOT_YOURS' | 'WRONG_STATUS' {
  const roles = rolesOf(name, status)
  let isEverTheirs = false
  let isSomebodysNow = false
  for (const row of transitions) {
    if (row.act !== act) continue
    const isTheirs = roles.some((role) => row.by.includes(role))
    const isNow = row.from.includes(status)
    if (isTheirs && isNow) return row.to
    isEverTheirs ||= isTheirs
    isSomebodysNow ||= isNow
  }
  return isEverTheirs && !isSomebodysNow ? 'WRONG_STATUS' : 'NOT_YOURS'
}

/** Whether somebody's duties let them ask at all. */
function mayAsk(act: TicketAct, name: Name): boolean {
  const { may } = asks[act].procedure
  const own: readonly string[] = ['staff', ...duties[name]]
  return (typeof may === 'string' ? [may] : may).some((duty) => own.includes(duty))
}

test.each(ticketActs)('%s: in every status, by everybody, exactly as the table says', async (act) => {
  for (const status of ticketStatuses) {
    for (const name of people) {
      const ticketId = await ticketIn(status)
      const before = await everythingWritten()
      const answer = await ask(act, name, ticketId)
      const cell = `${name} ${act} ${status}`
      const outcome = expected(act, name, status)
      if (!mayAsk(act, name)) {
        expect([cell, answer.status, answer.fault]).toEqual([cell, 403, 'FORBIDDEN'])
        // whom the door turns away, the table would have refused as well
        expect([cell, outcome]).toEqual([cell, expect.stringMatching(/^[A-Z_]+$/)])
      } else if (outcome === 'NOT_YOURS' || outcome === 'WRONG_STATUS') {
        expect([cell, answer.refusal]).toEqual([cell, outcome])
      } else {
        expect([cell, answer.value]).toEqual([cell, { ticketId, status: outcome }])
        const { rows } = await house.cloud.pool.query(
          `SELECT status, (SELECT array_agg(kind ORDER BY event_number) FROM ticket_event e WHERE e.ticket_id = t.ticket_id)
             AS kinds FROM ticket t WHERE ticket_id = $1`,
          [ticketId],
        )
        expect([cell, rows[0]]).toEqual([
          cell,
          { status: outcome, kinds: ['reported', ...ways[status], eventOfAct[act]] },
        ])
        continue
      }
      expect([cell, await everythingWritten()]).toEqual([cell, before])
    }
  }
})

test.each<[TicketAct, Name, TicketStatus, string]>([
  ['grab', 'technician', 'new', 'accepted'],
  ['grab', 'dispatcher', 'new', 'NOT_YOURS'],
  ['grab', 'technician', 'assigned', 'WRONG_STATUS'],
  ['assign', 'manager', 'assigned', 'assigned'],
  ['assign', 'dispatcher', 'accepted', 'WRONG_STATUS'],
  ['accept', 'assignee', 'assigned', 'accepted'],
  ['accept', 'technician', 'assigned', 'NOT_YOURS'],
  ['accept', 'dispatcher', 'assigned', 'NOT_YOURS'],
  ['bounce', 'assignee', 'assigned', 'new'],
  ['bounce', 'assignee', 'accepted', 'WRONG_STATUS'],
  ['transfer', 'assignee', 'hung', 'assigned'],
  ['start', 'dispatcher', 'accepted', 'NOT_YOURS'],
  ['hang', 'assignee', 'working', 'hung'],
  ['finish', 'assignee', 'accepted', 'done'],
  ['finish', 'assignee', 'hung', 'NOT_YOURS'],
  ['finish', 'dispatcher', 'new', 'done'],
  ['confirm', 'requester', 'done', 'confirmed'],
  ['reopen', 'requester', 'refused', 'new'],
  ['reopen', 'requester', 'cancelled', 'WRONG_STATUS'],
  ['refuse', 'dispatcher', 'working', 'WRONG_STATUS'],
  ['cancel', 'requester', 'new', 'cancelled'],
  ['cancel', 'requester', 'assigned', 'WRONG_STATUS'],
  ['cancel', 'stranger', 'new', 'NOT_YOURS'],
])('%s by %s when it is %s: %s', async (act, name, status, outcome) => {
  const { value, refusal } = await ask(act, name, await ticketIn(status))
  expect((value as { status: string } | undefined)?.status ?? refusal).toBe(outcome)
})

describe('two acts at once on one ticket', () => {
  const outcomesOf = (answers: Awaited<ReturnType<typeof ask>>[]) =>
    answers.map(({ value, refusal }) => (value as { status: string } | undefined)?.status ?? refusal)
  const kindsOf = async (ticketId: string) =>
    (
      await house.cloud.pool.query('SELECT kind FROM ticket_event WHERE ticket_id = $1 ORDER BY event_number', [
        ticketId,
      ])
    ).rows.map(({ kind }) => kind)

  test('ten who grab it: one has it', async () => {
    const names = Array.from({ length: 10 }, (_, i) => (i % 2 ? 'assignee' : 'technician') as Name)
    for (let round = 0; round < 10; round++) {
      const ticketId = await ticketIn('new')
      const outcomes = outcomesOf(await Promise.all(names.map((name) => ask('grab', name, ticketId))))
      expect(outcomes.sort()).toEqual([...Array(9).fill('WRONG_STATUS'), 'accepted'])
      expect(await kindsOf(ticketId)).toEqual(['reported', 'grabbed'])
    }
  })

  test('accepted while it is given to somebody else: either the one or the other', async () => {
    for (let round = 0; round < 20; round++) {
      const ticketId = await ticketIn('assigned')
      const both = [ask('accept', 'assignee', ticketId), ask('assign', 'dispatcher', ticketId)]
      const outcomes = outcomesOf(await Promise.all(round % 2 ? both : [...both].reverse()))
        .sort()
        .join(' ')
      expect(['WRONG_STATUS accepted', 'NOT_YOURS assigned']).toContain(outcomes)
      expect((await kindsOf(ticketId)).slice(2)).toEqual([outcomes.endsWith('accepted') ? 'accepted' : 'assigned'])
    }
  })
})
