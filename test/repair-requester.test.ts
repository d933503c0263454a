import { confirmTicket, rateTicket, reopenTicket } from '../contract/repair-requester'
import { signedInAs } from './support/given'
import { givenTicket } from './support/given-repair'
import { friday, minutes, requesterOffice } from './support/requester-office'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let at: Awaited<ReturnType<typeof requesterOffice>>
type Who = { token: string; personId: string }

beforeAll(async () => {
  house = await startCloud({ now: friday })
})
beforeEach(async () => {
  at = await requesterOffice(house)
})
afterAll(() => house.end())

describe('reopening', () => {
  const reopen = (ticketId: string, { token }: Pick<Who, 'token'> = at.staff) =>
    house.call(reopenTicket, { ticketId, reason: '还是漏' }, { token })

  test('begins a cycle with clocks of its own, and the times of the first one stay', async () => {
    const { ticketId } = await at.mine()
    house.setNow(friday + minutes(20))
    await at.finish(ticketId)
    const pool = house.cloud.pool
    const before = (await pool.query('SELECT * FROM ticket_cycle WHERE ticket_id = $1', [ticketId])).rows[0]
    house.setNow(friday + minutes(180))
    expect((await reopen(ticketId)).value).toEqual({ ticketId, status: 'new' })
    const rows = await pool.query('SELECT * FROM ticket_cycle WHERE ticket_id = $1 ORDER BY cycle', [ticketId])
    expect(rows.rows[0]).toEqual({ ...before, is_present: false })
    expect(rows.rows[1]).toMatchObject({
      cycle: 2,
      started_at: new Date(friday + minutes(180)),
      responded_at: null,
      resolved_at: null,
      doer_id: null,
      closed_kind: null,
      visit_state: null,
      is_present: true,
    })
    const ticket = await at.see(ticketId)
    expect(ticket).toMatchObject({ cycle: 2, status: 'new', accountable: '刘师傅', assignee: '', bounces: 0 })
    expect(ticket.clocks[0]).toMatchObject({ clock: 'response', dueAt: '2026-11-20T14:00:00+08:00' })
    expect(ticket.timeline.at(-1)).toMatchObject({ kind: 'reopened', cycle: 2, detail: { reason: '还是漏' } })
    // whoever did it hears why
    const told = await pool.query('SELECT body FROM notice WHERE person_id = $1', [at.technician.personId])
    expect(told.rows.map(({ body }) => body)).toContain('没有解决，已重新打开。还是漏')
  })

  test('keeps the limits it was reported under, though the category has others now', async () => {
    const { ticketId, categoryId } = await at.mine()
    await at.finish(ticketId)
    await at.setLimits(categoryId, { normal: {}, urgent: {} })
    await reopen(ticketId)
    expect((await at.see(ticketId)).clocks.map(({ clock }) => clock)).toEqual(['response', 'resolve'])
  })

  test('is refused while it is open, for strangers, and when it was merged', async () => {
    const { ticketId } = await at.mine()
    expect((await reopen(ticketId)).refusal).toBe('WRONG_STATUS')
    const stranger = await signedInAs(house, at.org)
    expect((await reopen(ticketId, stranger)).refusal).toBe('NOT_YOURS')
    const root = await at.mine()
    await at.merge(ticketId, root.ticketId)
    expect(await reopen(ticketId)).toMatchObject({ refusal: 'MERGED', detail: { intoNumber: root.number } })
    expect((await reopen(crypto.randomUUID())).refusal).toBe('NO_SUCH_TICKET')
  })

  test('two at once begin one cycle', async () => {
    const { ticketId } = await at.mine()
    await at.finish(ticketId)
    const answers = await Promise.all([reopen(ticketId), reopen(ticketId), reopen(ticketId, at.desk)])
    expect(answers.map(({ value, refusal }) => value?.status ?? refusal).sort()).toEqual([
      'WRONG_STATUS',
      'WRONG_STATUS',
      'new',
    ])
    expect((await at.see(ticketId)).cycle).toBe(2)
  })
})

describe('rating', () => {
  const rate = (ticketId: string, { token }: Pick<Who, 'token'> = at.staff, stars = 4) =>
    house.call(rateTicket, { ticketId, stars, reasons: ['speed', 'speed'], words: '很快' }, { token })

  test('once in each cycle, and it changes no status', async () => {
    const { ticketId } = await at.mine()
    expect((await rate(ticketId)).refusal).toBe('NOT_DONE')
    await at.finish(ticketId)
    expect((await rate(ticketId)).value).toEqual({ ticketId, stars: 4 })
    expect(await at.see(ticketId)).toMatchObject({
      status: 'done',
      mayRate: false,
      rating: { stars: 4, reasons: ['speed'], words: '很快' },
    })
    expect((await rate(ticketId)).refusal).toBe('RATED_ALREADY')
    await house.call(reopenTicket, { ticketId, reason: '又坏了' }, { token: at.staff.token })
    expect((await at.see(ticketId)).rating).toBeUndefined()
    await at.finish(ticketId)
    await house.call(confirmTicket, { ticketId }, { token: at.staff.token })
    expect((await rate(ticketId, at.staff, 2)).value?.stars).toBe(2)
    const { rows } = await house.cloud.pool.query(
      'SELECT cycle, stars FROM ticket_rating WHERE ticket_id = $1 ORDER BY cycle',
      [ticketId],
    )
    expect(rows).toEqual([
      { cycle: 1, stars: 4 },
      { cycle: 2, stars: 2 },
    ])
    expect(
      (await at.see(ticketId, at.desk)).timeline.map(({ kind }) => kind).filter((kind) => kind === 'rated'),
    ).toHaveLength(2)
  })

  test('is for whom it was reported only; two at once are one', async () => {
    const person = await signedInAs(house, at.org)
    const { ticketId } = await givenTicket(house, at.org, { token: at.desk.token, requesterId: person.personId })
    await at.finish(ticketId)
    for (const who of [at.desk, at.technician]) expect((await rate(ticketId, who)).refusal).toBe('NOT_YOURS')
    expect((await rate(ticketId, at.staff)).refusal).toBe('NO_SUCH_TICKET')
    const answers = await Promise.all([1, 2, 3, 4].map((stars) => rate(ticketId, person, stars)))
    expect(answers.filter(({ value }) => value)).toHaveLength(1)
    expect(answers.filter(({ refusal }) => refusal === 'RATED_ALREADY')).toHaveLength(3)
  })
})

test('only done is confirmed, by the reporter or the desk', async () => {
  const { ticketId } = await at.mine()
  const confirm = ({ token }: Pick<Who, 'token'>) => house.call(confirmTicket, { ticketId }, { token })
  expect((await confirm(at.staff)).refusal).toBe('WRONG_STATUS')
  await at.finish(ticketId)
  expect((await confirm(at.technician)).refusal).toBe('NOT_YOURS')
  expect((await confirm(at.staff)).value?.status).toBe('confirmed')
})
