import { listNotices } from '../contract/people'
import { getTicket } from '../contract/repair'
import { listVisits, recordVisit } from '../contract/repair-desk'
import { confirmTicket, reopenTicket } from '../contract/repair-requester'
import { finishTicket, grabTicket } from '../contract/repair-work'
import { signedInAs } from './support/given'
import { givenCategory, givenTechnician } from './support/given-repair'
import { repairDesk } from './support/repair-desk'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: Awaited<ReturnType<typeof repairDesk>>
let worker: Awaited<ReturnType<typeof givenTechnician>>
/** Thursday 2025-10-09 17:00, when the work of case 6 is done. */
const finished = Date.UTC(2025, 9, 9, 9)
const hour = 3_600_000

beforeAll(async () => {
  house = await startCloud({ now: finished })
})
beforeEach(async () => {
  house.setNow(finished - hour)
  here = await repairDesk(house)
  worker = await givenTechnician(house, here.org, { name: '赵师傅' })
})
afterAll(() => house.end())

/** The technician finishes a ticket at that moment (epoch ms). */
async function finish({ ticketId }: { ticketId: string }, at: number): Promise<void> {
  house.setNow(at)
  await house.call(grabTicket, { ticketId }, worker)
  await house.call(finishTicket, { ticketId, closedKind: 'fixed' }, worker)
}
async function givenDone(at = finished, more: Parameters<typeof here.given>[0] = {}) {
  const ticket = await here.given(more)
  await finish(ticket, at)
  return ticket
}
const visit = (ticketId: string, outcome: 'satisfied' | 'unsatisfied' | 'unreachable', words = '', by = here.desk) =>
  house.call(recordVisit, { ticketId, outcome, words }, by)
const due = async (more: { limit?: number; cursor?: string } = {}, by = here.desk) =>
  (await house.call(listVisits, more, by)).value
const seen = async (ticketId: string) => (await house.call(getTicket, { ticketId }, here.desk)).value
const kindsOf = async (ticketId: string) =>
  (await seen(ticketId))?.timeline.map(({ kind, cycle }) => `${cycle} ${kind}`)

describe('the queue', () => {
  test('has what was done 48 hours to call back in, those with the least time left first, page by page', async () => {
    const [late, soon, first] = [await here.given(), await here.given(), await here.given()]
    for (const [i, ticket] of [first, soon, late].entries()) await finish(ticket, finished + i * hour)
    await here.given()
    const praise = await givenCategory(house, here.org, { kind: 'praise' })
    const thanks = await here.given({ categoryId: praise, words: '服务很好' })
    await house.call(finishTicket, { ticketId: thanks.ticketId, closedKind: 'fixed' }, here.desk)
    const all = await due()
    expect(all?.items.map(({ number }) => number)).toEqual([first.number, soon.number, late.number])
    expect(all?.total).toBe(3)
    // case 6: done 2025-10-09 17:00, due on Saturday
    expect(all?.items[0]).toMatchObject({
      visitDueAt: '2025-10-11T17:00:00+08:00',
      dueClock: 'visit',
      doer: '赵师傅',
      resolvedAt: '2025-10-09T17:00:00+08:00',
      attempts: [],
      isOverdue: false,
    })
    const page = await due({ limit: 2 })
    expect(page?.items).toHaveLength(2)
    expect((await due({ limit: 2, cursor: page?.nextCursor }))?.items.map(({ number }) => number)).toEqual([
      late.number,
    ])
    house.setNow(finished + 49 * hour - 1)
    expect((await due())?.items.map(({ isOverdue }) => isOverdue)).toEqual([true, false, false])
  })

  test('has the phone as it is, given with the ticket or on the roster; who read whose is in the log', async () => {
    const her = await signedInAs(house, here.org, [], { name: '王芳', phone: '13800000012' })
    const own = await givenDone(finished, { token: her.token })
    const given = await givenDone(finished + hour, { token: her.token, phone: '6123' })
    expect((await due())?.items.map(({ requester, phone }) => [requester, phone])).toEqual([
      ['王芳', '13800000012'],
      ['王芳', '6123'],
    ])
    const { rows } = await house.cloud.pool.query(
      `SELECT person_id, kind, detail FROM audit_entry WHERE org_id = $1 AND procedure = 'repair.listVisits'`,
      [here.org.orgId],
    )
    const detail = { tickets: [own.number, given.number] }
    expect(rows).toEqual([{ person_id: here.desk.personId, kind: 'read', detail }])
    expect((await house.call(listVisits, {}, worker)).status).toBe(403)
  })

  test('still has a ticket that the requester confirmed, and no longer one that was reopened', async () => {
    const [confirmed, reopened] = [await givenDone(), await givenDone()]
    await house.call(confirmTicket, { ticketId: confirmed.ticketId }, confirmed)
    await house.call(reopenTicket, { ticketId: reopened.ticketId, reason: '还是坏的' }, reopened)
    expect((await due())?.items).toMatchObject([{ number: confirmed.number, status: 'confirmed' }])
    expect((await visit(confirmed.ticketId, 'satisfied')).value).toMatchObject({ status: 'confirmed', attempts: 1 })
    expect(await kindsOf(confirmed.ticketId)).toEqual([
      '1 reported',
      '1 grabbed',
      '1 finished',
      '1 confirmed',
      '1 visited',
    ])
  })
})

describe('a visit', () => {
  test('that finds people satisfied confirms the ticket, and they are told', async () => {
    const ticket = await givenDone()
    house.setNow(finished + 20 * hour)
    expect((await visit(ticket.ticketId, 'satisfied', '修得很好')).value).toEqual({
      ticketId: ticket.ticketId,
      status: 'confirmed',
      attempts: 1,
    })
    expect(await seen(ticket.ticketId)).toMatchObject({ status: 'confirmed', visitState: 'satisfied' })
    expect((await seen(ticket.ticketId))?.rating).toBeUndefined()
    expect(await kindsOf(ticket.ticketId)).toEqual([
      '1 reported',
      '1 grabbed',
      '1 finished',
      '1 visited',
      '1 confirmed',
    ])
    expect((await due())?.items).toEqual([])
    expect((await visit(ticket.ticketId, 'satisfied')).refusal).toBe('NO_VISIT_DUE')
    const { value } = await house.call(listNotices, {}, ticket)
    expect(value?.items[0]?.body).toBe('已确认完成。')
  })

  test('that finds them unsatisfied reopens it in one go, with the words as the reason; cycle 1 stays as it was', async () => {
    const ticket = await givenDone(finished, { limits: { resolve: { clock: 'wall', minutes: 120 } } })
    expect((await visit(ticket.ticketId, 'unsatisfied')).refusal).toBe('NEEDS_REASON')
    expect((await visit(ticket.ticketId, 'unsatisfied', '第二天又漏了')).value).toMatchObject({
      status: 'new',
      attempts: 1,
    })
    const again = await seen(ticket.ticketId)
    expect(again).toMatchObject({ status: 'new', cycle: 2, dueAt: '2025-10-09T19:00:00+08:00' })
    expect(again?.visitState).toBeUndefined()
    expect(again?.timeline.at(-1)).toMatchObject({ kind: 'reopened', cycle: 2, detail: { reason: '第二天又漏了' } })
    const { rows } = await house.cloud.pool.query(
      'SELECT cycle, resolved_at, visit_state FROM past_cycle WHERE org_id = $1',
      [here.org.orgId],
    )
    expect(rows).toEqual([{ cycle: 1, resolved_at: new Date(finished), visit_state: 'unsatisfied' }])
    // the second cycle has a visit of its own, with three attempts again
    await house.call(grabTicket, { ticketId: ticket.ticketId }, worker)
    await house.call(finishTicket, { ticketId: ticket.ticketId, closedKind: 'fixed' }, worker)
    expect((await due())?.items).toMatchObject([{ number: ticket.number, cycle: 2, attempts: [] }])
    expect((await visit(ticket.ticketId, 'unreachable')).value?.attempts).toBe(1)
  })

  test('that reaches nobody is tried three times; then it is over and the ticket confirmed', async () => {
    const { ticketId, token } = await givenDone()
    expect((await visit(ticketId, 'unreachable', '无人接听')).value).toEqual({ ticketId, status: 'done', attempts: 1 })
    house.setNow(finished + hour)
    expect((await visit(ticketId, 'unreachable')).value).toEqual({ ticketId, status: 'done', attempts: 2 })
    expect((await due())?.items[0]?.attempts).toMatchObject([
      { at: '2025-10-09T17:00:00+08:00', by: '张伟', outcome: 'unreachable', words: '无人接听' },
      { at: '2025-10-09T18:00:00+08:00', outcome: 'unreachable', words: '' },
    ])
    expect((await visit(ticketId, 'unreachable')).value).toEqual({ ticketId, status: 'confirmed', attempts: 3 })
    expect(await seen(ticketId)).toMatchObject({ status: 'confirmed', visitState: 'unreachable' })
    // nobody is told that they confirmed what they were never asked
    const { value } = await house.call(listNotices, {}, { token })
    expect(value?.items[0]?.body).toBe('多次回访没有联系上您，工单先结束了；没有解决可以重新打开。')
    expect((await visit(ticketId, 'satisfied')).refusal).toBe('NO_VISIT_DUE')
  })

  test('is for somebody else than whoever did the work', async () => {
    const both = await givenTechnician(house, here.org, { duties: ['technician', 'dispatcher'] })
    const ticket = await here.given()
    await house.call(grabTicket, { ticketId: ticket.ticketId }, both)
    await house.call(finishTicket, { ticketId: ticket.ticketId, closedKind: 'fixed' }, both)
    expect((await due({}, { ...here.desk, ...both }))?.items).toMatchObject([{ isMyOwnWork: true }])
    expect((await due())?.items).toMatchObject([{ isMyOwnWork: false }])
    expect((await house.call(recordVisit, { ticketId: ticket.ticketId, outcome: 'satisfied' }, both)).refusal).toBe(
      'DID_IT_YOURSELF',
    )
    expect((await visit(ticket.ticketId, 'satisfied')).value?.status).toBe('confirmed')
  })

  test('is refused before it is due, of nothing, and to those who are not of the desk', async () => {
    const ticket = await here.given()
    expect((await visit(ticket.ticketId, 'satisfied')).refusal).toBe('NO_VISIT_DUE')
    const elsewhere = await (await repairDesk(house)).given()
    expect((await visit(elsewhere.ticketId, 'satisfied')).refusal).toBe('NO_SUCH_TICKET')
    expect((await house.call(recordVisit, { ticketId: ticket.ticketId, outcome: 'satisfied' }, worker)).status).toBe(
      403,
    )
  })

  test('that several record at once is counted once for each of them, and ends once', async () => {
    const { ticketId } = await givenDone()
    const colleagues = await Promise.all([1, 2, 3, 4, 5].map(() => signedInAs(house, here.org, ['manager'])))
    const answers = await Promise.all(colleagues.map((by) => visit(ticketId, 'unreachable', '', by)))
    expect(answers.map(({ value, refusal }) => value?.attempts ?? refusal).sort()).toEqual([
      1,
      2,
      3,
      'NO_VISIT_DUE',
      'NO_VISIT_DUE',
    ])
    const other = await givenDone()
    const outcomes = ['satisfied', 'unsatisfied', 'satisfied', 'unsatisfied'] as const
    const settled = await Promise.all(
      outcomes.map((outcome, i) => visit(other.ticketId, outcome, '不行', colleagues[i])),
    )
    expect(settled.filter(({ value }) => value)).toHaveLength(1)
    expect(settled.filter(({ refusal }) => refusal === 'NO_VISIT_DUE')).toHaveLength(3)
    const { rows } = await house.cloud.pool.query('SELECT attempt FROM ticket_visit WHERE ticket_id = $1', [
      other.ticketId,
    ])
    expect(rows).toEqual([{ attempt: 1 }])
  })
})
