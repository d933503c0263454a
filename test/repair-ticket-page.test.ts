import { cancelTicket, editTicket } from '../contract/repair-requester'
import { acceptTicket, assignTicket, grabTicket, hangTicket } from '../contract/repair-work'
import { givenCategory, givenTicket } from './support/given-repair'
import { friday, limits, minutes, requesterOffice } from './support/requester-office'
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

describe('the page of a ticket', () => {
  test('says what was reported, what one may do, and when each clock ends and why', async () => {
    const { ticketId, number } = await at.mine({ words: '不制冷', placeNote: '靠窗', phone: '13800000012' })
    house.setNow(friday + minutes(30))
    const ticket = await at.see(ticketId)
    expect(ticket).toMatchObject({
      number,
      roles: ['requester'],
      acts: ['cancel'],
      mayEdit: true,
      mayAddPhotos: true,
      mayRate: false,
      words: '不制冷',
      phone: '13800000012',
      requester: '王芳',
      requesterDepartment: '院办公室',
      ownerlessMinutes: 30,
      cycle: 1,
      channel: 'app',
      now: '2026-11-20T09:30:00+08:00',
      dueAt: '2026-11-20T11:00:00+08:00',
      dueClock: 'response',
      isOverdue: false,
    })
    expect(ticket.place).toMatch(/^综合楼 3层 会议室\d+ 靠窗$/)
    const [response, resolve] = ticket.clocks
    expect(response).toMatchObject({ clock: 'response', dueAt: '2026-11-20T11:00:00+08:00', isPaused: false })
    // eight service hours from Friday 09:00, lunch left out, end on Monday 10:00
    expect(resolve).toMatchObject({
      clock: 'resolve',
      dueAt: '2026-11-23T10:00:00+08:00',
      explanation: { counted: 480, lunch: 150, closed: 3750, holiday: 0, paused: 0, wall: 4380 },
    })
  })

  test('tells who did what at each step, by name', async () => {
    const { ticketId } = await at.mine()
    await house.call(assignTicket, { ticketId, toPersonId: at.technician.personId }, { token: at.desk.token })
    await house.call(acceptTicket, { ticketId }, { token: at.technician.token })
    const { timeline, assignee, accountable, acts } = await at.see(ticketId)
    expect(timeline.map(({ kind, by, detail }) => [kind, by, detail.toName ?? ''])).toEqual([
      ['reported', '王芳', ''],
      ['assigned', '周调度', '刘师傅'],
      ['accepted', '刘师傅', ''],
    ])
    expect([assignee, accountable, acts]).toEqual(['刘师傅', '刘师傅', []])
    expect(timeline.every(({ detail }) => !('toPersonId' in detail) && !('limits' in detail))).toBe(true)
  })

  test('shows a clock that stands still as paused, and the day that was promised', async () => {
    const { ticketId } = await at.mine()
    await house.call(grabTicket, { ticketId }, { token: at.technician.token })
    const promisedOn = '2026-11-23'
    await house.call(hangTicket, { ticketId, reason: 'part', promisedOn }, { token: at.technician.token })
    house.setNow(friday + minutes(60))
    const ticket = await at.see(ticketId)
    expect(ticket).toMatchObject({ status: 'hung', hangReason: 'part', promisedOn })
    expect(ticket.dueAt).toBeUndefined()
    expect(ticket.clocks.find(({ clock }) => clock === 'resolve')).toMatchObject({ isPaused: true })
    expect(ticket.clocks.find(({ clock }) => clock === 'response')).toMatchObject({
      isPaused: false,
      stoppedAt: '2026-11-20T09:00:00+08:00',
    })
    expect(ticket.timeline.at(-1)).toMatchObject({ kind: 'hung', detail: { reason: 'part', promisedOn } })
  })

  test('shows the return visit’s clock once it is done', async () => {
    const { ticketId } = await at.mine()
    await at.finish(ticketId)
    const ticket = await at.see(ticketId)
    expect(ticket).toMatchObject({ acts: ['confirm', 'reopen'], mayRate: true, visitState: 'due', closedKind: 'fixed' })
    expect(ticket.clocks.find(({ clock }) => clock === 'visit')).toMatchObject({
      startsAt: '2026-11-20T09:00:00+08:00',
      dueAt: '2026-11-22T09:00:00+08:00',
      explanation: { counted: 2880, wall: 2880 },
    })
  })

  test('shows money to those who handle it only', async () => {
    const { ticketId } = await at.mine()
    await at.finish(ticketId, { costs: [{ kind: 'part', name: '电容', quantity: 2, unitPriceFen: 1250 }] })
    expect((await at.see(ticketId, at.desk)).costs).toEqual([
      { kind: 'part', name: '电容', quantity: 2, unitPriceFen: 1250, cycle: 1 },
    ])
    expect((await at.see(ticketId, at.technician)).costs).toHaveLength(1)
    const own = await at.see(ticketId)
    expect(own.costs).toEqual([])
    expect(JSON.stringify(own)).not.toContain('2500')
  })
})

describe('correcting', () => {
  const edit = (ticketId: string, change: object, { token }: Pick<Who, 'token'> = at.staff) =>
    house.call(editTicket, { ticketId, ...change }, { token })

  test('changes what is said and leaves the rest; the log says which fields, not what stood there', async () => {
    const { ticketId } = await at.mine({ words: '坏了', phone: '13800000012', wantedFrom: '2026-11-20T14:00:00+08:00' })
    expect((await edit(ticketId, { words: '空调漏水' })).value?.status).toBe('new')
    expect(await at.see(ticketId)).toMatchObject({ words: '空调漏水', phone: '13800000012', placeNote: '' })
    expect((await edit(ticketId, { wantedFrom: null, phone: '' })).value?.status).toBe('new')
    const after = await at.see(ticketId)
    expect(after.wantedFrom).toBeUndefined()
    expect(after.phone).toBe('')
    expect(after.timeline.map(({ kind, detail }) => [kind, detail.fields])).toEqual([
      ['reported', undefined],
      ['edited', 'words'],
      ['edited', 'phone wantedFrom'],
    ])
    expect(JSON.stringify(after.timeline)).not.toContain('漏水')
  })

  test('that changes nothing leaves no line', async () => {
    const { ticketId } = await at.mine({ words: '坏了', wantedFrom: '2026-11-20T14:00:00+08:00' })
    await edit(ticketId, { words: '坏了', wantedFrom: '2026-11-20T06:00:00Z' })
    expect((await at.see(ticketId)).timeline.map(({ kind }) => kind)).toEqual(['reported'])
  })

  test('another urgency has limits of its own from the beginning', async () => {
    const categoryId = await givenCategory(house, at.org)
    await at.setLimits(categoryId, { normal: limits, urgent: { response: { clock: 'wall', minutes: 15 } } })
    const { ticketId } = await at.mine({ categoryId })
    house.setNow(friday + minutes(10))
    await edit(ticketId, { urgency: 'urgent' })
    expect(await at.see(ticketId)).toMatchObject({ urgency: 'urgent', dueAt: '2026-11-20T09:15:00+08:00' })
  })

  test('is for reporter and at.desk, while it is new', async () => {
    const { ticketId } = await at.mine()
    expect((await edit(ticketId, { words: '改' }, at.technician)).refusal).toBe('NOT_YOURS')
    expect((await edit(ticketId, { words: '改' }, at.desk)).value?.status).toBe('new')
    await house.call(assignTicket, { ticketId, toPersonId: at.technician.personId }, { token: at.desk.token })
    expect(await edit(ticketId, { words: '又改' })).toMatchObject({
      refusal: 'WRONG_STATUS',
      detail: { status: 'assigned' },
    })
    expect((await at.see(ticketId)).mayEdit).toBe(false)
    expect((await edit(crypto.randomUUID(), { words: '改' })).refusal).toBe('NO_SUCH_TICKET')
  })

  test('never leaves a visit that ends before it begins, nor a ticket without place or praise without words', async () => {
    const { ticketId } = await at.mine({ wantedFrom: '2026-11-20T14:00:00+08:00' })
    expect((await edit(ticketId, { wantedUntil: '2026-11-20T13:00:00+08:00' })).refusal).toBe('ENDS_BEFORE_START')
    const nowhere = await givenTicket(house, at.org, { token: at.staff.token, placeNote: '东门' })
    await house.cloud.db.updateTable('ticket').set({ placeId: null }).where('ticketId', '=', nowhere.ticketId).execute()
    expect((await edit(nowhere.ticketId, { placeNote: '' })).refusal).toBe('NEEDS_PLACE')
    const praise = await at.mine({ categoryId: await givenCategory(house, at.org, { kind: 'praise' }) })
    expect((await edit(praise.ticketId, { words: '' })).refusal).toBe('NEEDS_WORDS')
  })
})

test('a ticket is withdrawn while it is new, and not afterwards', async () => {
  const { ticketId } = await at.mine()
  const { token } = at.staff
  expect((await house.call(cancelTicket, { ticketId, reason: '自己好了' }, { token })).value?.status).toBe('cancelled')
  expect(await at.see(ticketId)).toMatchObject({ status: 'cancelled', acts: [], mayEdit: false, mayAddPhotos: false })
  const other = await at.mine()
  await house.call(grabTicket, { ticketId: other.ticketId }, { token: at.technician.token })
  expect((await house.call(cancelTicket, { ticketId: other.ticketId }, { token })).refusal).toBe('WRONG_STATUS')
})
