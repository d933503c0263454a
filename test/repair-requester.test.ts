import { getTicket, joinTicket, listMyTickets, solveBySelf } from '../contract/repair'
import {
  cancelTicket,
  commentTicket,
  confirmTicket,
  editTicket,
  rateTicket,
  reopenTicket,
} from '../contract/repair-requester'
import { acceptTicket, assignTicket, finishTicket, grabTicket, hangTicket } from '../contract/repair-work'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenCategory, givenTechnician, givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
type Who = { token: string; personId: string }
let staff: Who
let desk: Who
let technician: Who & { name: string }
/** A Friday, 09:00 in Shanghai. */
const begin = Date.UTC(2026, 10, 20, 1)
const minutes = (n: number) => n * 60_000
const limits = {
  response: { clock: 'wall', minutes: 120 },
  resolve: { clock: 'service', minutes: 480 },
} as const

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  house.setNow(begin)
  org = await givenOrg(house)
  staff = await signedInAs(house, org, [], { name: '王芳' })
  desk = await signedInAs(house, org, ['dispatcher'], { name: '周调度' })
  technician = await givenTechnician(house, org, { name: '刘师傅' })
})
afterAll(() => house.end())

const mine = (more: object = {}) => givenTicket(house, org, { token: staff.token, limits, ...more })
const see = async (ticketId: string, { token }: Pick<Who, 'token'> = staff) => {
  const { value } = await house.call(getTicket, { ticketId }, { token })
  if (!value) throw new Error('the ticket is not seen')
  return value
}
const kinds = async (ticketId: string) => (await see(ticketId, desk)).timeline.map(({ kind }) => kind)

/** Grabs it and says that it is fixed. */
async function finish(ticketId: string, more: object = {}) {
  const { token } = technician
  expect((await house.call(grabTicket, { ticketId }, { token })).value?.status).toBe('accepted')
  const done = await house.call(finishTicket, { ticketId, closedKind: 'fixed', ...more }, { token })
  expect(done.value?.status).toBe('done')
}

describe('the page of a ticket', () => {
  test('says what was reported, what one may do, and when each clock ends and why', async () => {
    const { ticketId, number } = await mine({ words: '不制冷', placeNote: '靠窗', phone: '13800000012' })
    house.setNow(begin + minutes(30))
    const ticket = await see(ticketId)
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
    const { ticketId } = await mine()
    await house.call(assignTicket, { ticketId, toPersonId: technician.personId }, { token: desk.token })
    await house.call(acceptTicket, { ticketId }, { token: technician.token })
    const { timeline, assignee, accountable, acts } = await see(ticketId)
    expect(timeline.map(({ kind, by, detail }) => [kind, by, detail.toName ?? ''])).toEqual([
      ['reported', '王芳', ''],
      ['assigned', '周调度', '刘师傅'],
      ['accepted', '刘师傅', ''],
    ])
    expect([assignee, accountable, acts]).toEqual(['刘师傅', '刘师傅', []])
    expect(timeline.every(({ detail }) => !('toPersonId' in detail) && !('limits' in detail))).toBe(true)
  })

  test('shows a clock that stands still as paused, and the day that was promised', async () => {
    const { ticketId } = await mine()
    await house.call(grabTicket, { ticketId }, { token: technician.token })
    const promisedOn = '2026-11-23'
    await house.call(hangTicket, { ticketId, reason: 'part', promisedOn }, { token: technician.token })
    house.setNow(begin + minutes(60))
    const ticket = await see(ticketId)
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
    const { ticketId } = await mine()
    await finish(ticketId)
    const ticket = await see(ticketId)
    expect(ticket).toMatchObject({ acts: ['confirm', 'reopen'], mayRate: true, visitState: 'due', closedKind: 'fixed' })
    expect(ticket.clocks.find(({ clock }) => clock === 'visit')).toMatchObject({
      startsAt: '2026-11-20T09:00:00+08:00',
      dueAt: '2026-11-22T09:00:00+08:00',
      explanation: { counted: 2880, wall: 2880 },
    })
  })

  test('shows money to those who handle it only', async () => {
    const { ticketId } = await mine()
    await finish(ticketId, { costs: [{ kind: 'part', name: '电容', quantity: 2, unitPriceFen: 1250 }] })
    expect((await see(ticketId, desk)).costs).toEqual([
      { kind: 'part', name: '电容', quantity: 2, unitPriceFen: 1250, cycle: 1 },
    ])
    expect((await see(ticketId, technician)).costs).toHaveLength(1)
    const own = await see(ticketId)
    expect(own.costs).toEqual([])
    expect(JSON.stringify(own)).not.toContain('2500')
  })
})

describe('correcting', () => {
  const edit = (ticketId: string, change: object, { token }: Pick<Who, 'token'> = staff) =>
    house.call(editTicket, { ticketId, ...change }, { token })

  test('changes what is said and leaves the rest; the log says which fields, not what stood there', async () => {
    const { ticketId } = await mine({ words: '坏了', phone: '13800000012', wantedFrom: '2026-11-20T14:00:00+08:00' })
    expect((await edit(ticketId, { words: '空调漏水' })).value?.status).toBe('new')
    expect(await see(ticketId)).toMatchObject({ words: '空调漏水', phone: '13800000012', placeNote: '' })
    expect((await edit(ticketId, { wantedFrom: null, phone: '' })).value?.status).toBe('new')
    const after = await see(ticketId)
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
    const { ticketId } = await mine({ words: '坏了', wantedFrom: '2026-11-20T14:00:00+08:00' })
    await edit(ticketId, { words: '坏了', wantedFrom: '2026-11-20T06:00:00Z' })
    expect(await kinds(ticketId)).toEqual(['reported'])
  })

  test('another urgency has limits of its own from the beginning', async () => {
    const categoryId = await givenCategory(house, org)
    const byUrgency = { normal: limits, urgent: { response: { clock: 'wall', minutes: 15 } } }
    await house.cloud.db
      .updateTable('category')
      .set({ limits: JSON.stringify(byUrgency) })
      .where('categoryId', '=', categoryId)
      .execute()
    const { ticketId } = await mine({ categoryId })
    house.setNow(begin + minutes(10))
    await edit(ticketId, { urgency: 'urgent' })
    expect(await see(ticketId)).toMatchObject({ urgency: 'urgent', dueAt: '2026-11-20T09:15:00+08:00' })
  })

  test('is for reporter and desk, while it is new', async () => {
    const { ticketId } = await mine()
    expect((await edit(ticketId, { words: '改' }, technician)).refusal).toBe('NOT_YOURS')
    expect((await edit(ticketId, { words: '改' }, desk)).value?.status).toBe('new')
    await house.call(assignTicket, { ticketId, toPersonId: technician.personId }, { token: desk.token })
    expect(await edit(ticketId, { words: '又改' })).toMatchObject({
      refusal: 'WRONG_STATUS',
      detail: { status: 'assigned' },
    })
    expect((await see(ticketId)).mayEdit).toBe(false)
    expect((await edit(crypto.randomUUID(), { words: '改' })).refusal).toBe('NO_SUCH_TICKET')
  })

  test('never leaves a visit that ends before it begins, nor a ticket without place or praise without words', async () => {
    const { ticketId } = await mine({ wantedFrom: '2026-11-20T14:00:00+08:00' })
    expect((await edit(ticketId, { wantedUntil: '2026-11-20T13:00:00+08:00' })).refusal).toBe('ENDS_BEFORE_START')
    const nowhere = await givenTicket(house, org, { token: staff.token, placeNote: '东门' })
    await house.cloud.db.updateTable('ticket').set({ placeId: null }).where('ticketId', '=', nowhere.ticketId).execute()
    expect((await edit(nowhere.ticketId, { placeNote: '' })).refusal).toBe('NEEDS_PLACE')
    const praise = await mine({ categoryId: await givenCategory(house, org, { kind: 'praise' }) })
    expect((await edit(praise.ticketId, { words: '' })).refusal).toBe('NEEDS_WORDS')
  })
})

test('a ticket is withdrawn while it is new, and not afterwards', async () => {
  const { ticketId } = await mine()
  const { token } = staff
  expect((await house.call(cancelTicket, { ticketId, reason: '自己好了' }, { token })).value?.status).toBe('cancelled')
  expect(await see(ticketId)).toMatchObject({ status: 'cancelled', acts: [], mayEdit: false, mayAddPhotos: false })
  const other = await mine()
  await house.call(grabTicket, { ticketId: other.ticketId }, { token: technician.token })
  expect((await house.call(cancelTicket, { ticketId: other.ticketId }, { token })).refusal).toBe('WRONG_STATUS')
})

describe('reopening', () => {
  const reopen = (ticketId: string, { token }: Pick<Who, 'token'> = staff) =>
    house.call(reopenTicket, { ticketId, reason: '还是漏' }, { token })

  test('begins a cycle with clocks of its own, and the times of the first one stay', async () => {
    const { ticketId } = await mine()
    house.setNow(begin + minutes(20))
    await finish(ticketId)
    const pool = house.cloud.pool
    const before = (await pool.query('SELECT * FROM ticket_cycle WHERE ticket_id = $1', [ticketId])).rows[0]
    house.setNow(begin + minutes(180))
    expect((await reopen(ticketId)).value).toEqual({ ticketId, status: 'new' })
    const rows = await pool.query('SELECT * FROM ticket_cycle WHERE ticket_id = $1 ORDER BY cycle', [ticketId])
    expect(rows.rows[0]).toEqual({ ...before, is_present: false })
    expect(rows.rows[1]).toMatchObject({
      cycle: 2,
      started_at: new Date(begin + minutes(180)),
      responded_at: null,
      resolved_at: null,
      doer_id: null,
      closed_kind: null,
      visit_state: null,
      is_present: true,
    })
    const ticket = await see(ticketId)
    expect(ticket).toMatchObject({ cycle: 2, status: 'new', accountable: '刘师傅', assignee: '', bounces: 0 })
    expect(ticket.clocks[0]).toMatchObject({ clock: 'response', dueAt: '2026-11-20T14:00:00+08:00' })
    expect(ticket.timeline.at(-1)).toMatchObject({ kind: 'reopened', cycle: 2, detail: { reason: '还是漏' } })
    // whoever did it hears why
    const told = await pool.query('SELECT body FROM notice WHERE person_id = $1', [technician.personId])
    expect(told.rows.map(({ body }) => body)).toContain('没有解决，已重新打开。还是漏')
  })

  test('keeps the limits it was reported under, though the category has others now', async () => {
    const { ticketId, categoryId } = await mine()
    await finish(ticketId)
    await house.cloud.db
      .updateTable('category')
      .set({ limits: JSON.stringify({ normal: {}, urgent: {} }) })
      .where('categoryId', '=', categoryId)
      .execute()
    await reopen(ticketId)
    expect((await see(ticketId)).clocks.map(({ clock }) => clock)).toEqual(['response', 'resolve'])
  })

  test('is refused while it is open, for strangers, and when it was merged', async () => {
    const { ticketId } = await mine()
    expect((await reopen(ticketId)).refusal).toBe('WRONG_STATUS')
    const stranger = await signedInAs(house, org)
    expect((await reopen(ticketId, stranger)).refusal).toBe('NOT_YOURS')
    const root = await mine()
    await house.cloud.db
      .updateTable('ticket')
      .set({ mergedInto: root.ticketId })
      .where('ticketId', '=', ticketId)
      .execute()
    expect(await reopen(ticketId)).toMatchObject({ refusal: 'MERGED', detail: { intoNumber: root.number } })
    expect((await reopen(crypto.randomUUID())).refusal).toBe('NO_SUCH_TICKET')
  })

  test('two at once begin one cycle', async () => {
    const { ticketId } = await mine()
    await finish(ticketId)
    const answers = await Promise.all([reopen(ticketId), reopen(ticketId), reopen(ticketId, desk)])
    expect(answers.map(({ value, refusal }) => value?.status ?? refusal).sort()).toEqual([
      'WRONG_STATUS',
      'WRONG_STATUS',
      'new',
    ])
    expect((await see(ticketId)).cycle).toBe(2)
  })
})

describe('rating', () => {
  const rate = (ticketId: string, { token }: Pick<Who, 'token'> = staff, stars = 4) =>
    house.call(rateTicket, { ticketId, stars, reasons: ['speed', 'speed'], words: '很快' }, { token })

  test('once in each cycle, and it changes no status', async () => {
    const { ticketId } = await mine()
    expect((await rate(ticketId)).refusal).toBe('NOT_DONE')
    await finish(ticketId)
    expect((await rate(ticketId)).value).toEqual({ ticketId, stars: 4 })
    expect(await see(ticketId)).toMatchObject({
      status: 'done',
      mayRate: false,
      rating: { stars: 4, reasons: ['speed'], words: '很快' },
    })
    expect((await rate(ticketId)).refusal).toBe('RATED_ALREADY')
    await house.call(reopenTicket, { ticketId, reason: '又坏了' }, { token: staff.token })
    expect((await see(ticketId)).rating).toBeUndefined()
    await finish(ticketId)
    await house.call(confirmTicket, { ticketId }, { token: staff.token })
    expect((await rate(ticketId, staff, 2)).value?.stars).toBe(2)
    const { rows } = await house.cloud.pool.query(
      'SELECT cycle, stars FROM ticket_rating WHERE ticket_id = $1 ORDER BY cycle',
      [ticketId],
    )
    expect(rows).toEqual([
      { cycle: 1, stars: 4 },
      { cycle: 2, stars: 2 },
    ])
    expect((await kinds(ticketId)).filter((kind) => kind === 'rated')).toHaveLength(2)
  })

  test('is for whom it was reported only; two at once are one', async () => {
    const person = await signedInAs(house, org)
    const { ticketId } = await givenTicket(house, org, { token: desk.token, requesterId: person.personId })
    await finish(ticketId)
    for (const who of [desk, technician]) expect((await rate(ticketId, who)).refusal).toBe('NOT_YOURS')
    expect((await rate(ticketId, staff)).refusal).toBe('NO_SUCH_TICKET')
    const answers = await Promise.all([1, 2, 3, 4].map((stars) => rate(ticketId, person, stars)))
    expect(answers.filter(({ value }) => value)).toHaveLength(1)
    expect(answers.filter(({ refusal }) => refusal === 'RATED_ALREADY')).toHaveLength(3)
  })
})

test('only done is confirmed, by the reporter or the desk', async () => {
  const { ticketId } = await mine()
  const confirm = ({ token }: Pick<Who, 'token'>) => house.call(confirmTicket, { ticketId }, { token })
  expect((await confirm(staff)).refusal).toBe('WRONG_STATUS')
  await finish(ticketId)
  expect((await confirm(technician)).refusal).toBe('NOT_YOURS')
  expect((await confirm(staff)).value?.status).toBe('confirmed')
})

describe('我也遇到了', () => {
  const join = (ticketId: string, { token }: Pick<Who, 'token'>) => house.call(joinTicket, { ticketId }, { token })

  test('raises priority by distinct people, however often and however many at once', async () => {
    const { ticketId } = await mine()
    const others = await Promise.all([1, 2, 3].map(() => signedInAs(house, org)))
    await Promise.all([...others, ...others].map((who) => join(ticketId, who)))
    expect((await see(ticketId)).priority).toBe(4)
    expect((await join(ticketId, others[0] ?? staff)).value).toEqual({ ticketId, priority: 4 })
    // whoever reported it has met it already
    expect((await join(ticketId, staff)).value).toEqual({ ticketId, priority: 4 })
    expect((await kinds(ticketId)).filter((kind) => kind === 'joined')).toHaveLength(3)
  })

  test('goes to the ticket it was merged into', async () => {
    const root = await mine()
    const { ticketId } = await mine()
    await house.cloud.db
      .updateTable('ticket')
      .set({ mergedInto: root.ticketId })
      .where('ticketId', '=', ticketId)
      .execute()
    const other = await signedInAs(house, org)
    expect((await join(ticketId, other)).value).toEqual({ ticketId: root.ticketId, priority: 2 })
  })

  test('never goes into a closed one', async () => {
    const { ticketId } = await mine()
    await finish(ticketId)
    const other = await signedInAs(house, org)
    expect(await join(ticketId, other)).toMatchObject({ refusal: 'TICKET_CLOSED', detail: { status: 'done' } })
    expect((await join(crypto.randomUUID(), other)).refusal).toBe('NO_SUCH_TICKET')
  })
})

describe('words added to a ticket', () => {
  const say = (ticketId: string, { token }: Pick<Who, 'token'>, words = '门没锁') =>
    house.call(commentTicket, { ticketId, words }, { token })
  const noticesOf = async ({ personId }: Who) =>
    (await house.cloud.pool.query('SELECT body FROM notice WHERE person_id = $1', [personId])).rows.map((r) => r.body)

  test('come from the reporter, whoever has it, and the desk, and reach the others', async () => {
    const { ticketId } = await mine()
    await house.call(grabTicket, { ticketId }, { token: technician.token })
    for (const who of [staff, technician, desk]) expect((await say(ticketId, who)).value).toEqual({ ticketId })
    expect(await noticesOf(technician)).toContain('王芳补充：门没锁')
    expect(await noticesOf(staff)).toEqual(expect.arrayContaining(['刘师傅补充：门没锁', '周调度补充：门没锁']))
    expect((await see(ticketId)).timeline.at(-1)).toMatchObject({ kind: 'commented', detail: { words: '门没锁' } })
  })

  test('come from nobody else', async () => {
    const { ticketId } = await mine()
    const follower = await signedInAs(house, org)
    await house.call(joinTicket, { ticketId }, { token: follower.token })
    for (const who of [follower, technician]) expect((await say(ticketId, who)).refusal).toBe('NOT_YOURS')
    expect((await say(ticketId, await signedInAs(house, org))).refusal).toBe('NO_SUCH_TICKET')
  })
})

describe('my tickets', () => {
  const list = async (input: object = {}, { token }: Pick<Who, 'token'> = staff) => {
    const { value } = await house.call(listMyTickets, input, { token })
    if (!value) throw new Error('no list')
    return value
  }

  test('are those I reported, had reported or joined, newest first, page by page', async () => {
    const own = await mine()
    house.setNow(begin + 1)
    const forMe = await givenTicket(house, org, { token: desk.token, requesterId: staff.personId })
    house.setNow(begin + 2)
    const joined = await givenTicket(house, org, { placeNote: '李四工位' })
    await house.call(joinTicket, { ticketId: joined.ticketId }, { token: staff.token })
    await givenTicket(house, org)
    const expected = [joined.ticketId, forMe.ticketId, own.ticketId]
    const { items } = await list()
    expect(items.map(({ ticketId }) => ticketId)).toEqual(expected)
    expect(items.map(({ isJoined }) => isJoined)).toEqual([true, false, false])
    expect(items[0]?.place).not.toContain('李四')
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 1, cursor })
      paged.push(...page.items.map(({ ticketId }) => ticketId))
      cursor = page.nextCursor
    } while (cursor)
    expect(paged).toEqual(expected)
    // whoever reported it for me finds it too
    expect((await list({}, desk)).items.map(({ ticketId }) => ticketId)).toEqual([forMe.ticketId])
    expect((await house.call(listMyTickets, { cursor: 'x' }, { token: staff.token })).status).toBe(400)
  })

  test('are open until I have said that they are settled', async () => {
    const { ticketId } = await mine()
    const isThere = async (isOpen: boolean) => (await list({ isOpen })).items.length === 1
    expect([await isThere(true), await isThere(false)]).toEqual([true, false])
    await finish(ticketId)
    expect((await list({ isOpen: true })).items).toMatchObject([{ status: 'done', wantsMe: true, dueClock: 'visit' }])
    await house.call(confirmTicket, { ticketId }, { token: staff.token })
    expect([await isThere(true), await isThere(false)]).toEqual([false, true])
    expect((await list()).items).toMatchObject([{ status: 'confirmed', wantsMe: false }])
  })

  test('that were merged stand as the other one stands', async () => {
    const root = await givenTicket(house, org)
    const { ticketId } = await mine()
    await house.cloud.db
      .updateTable('ticket')
      .set({ mergedInto: root.ticketId })
      .where('ticketId', '=', ticketId)
      .execute()
    await finish(root.ticketId)
    await house.call(confirmTicket, { ticketId: root.ticketId }, { token: desk.token })
    expect((await list({ isOpen: true })).items).toEqual([])
    expect((await list({ isOpen: false })).items).toMatchObject([
      { ticketId, status: 'confirmed', mergedIntoId: root.ticketId },
    ])
  })
})

test('that the card was enough is counted for its category', async () => {
  const categoryId = await givenCategory(house, org)
  const solve = (id: string, { token } = staff) => house.call(solveBySelf, { categoryId: id }, { token })
  expect((await solve(categoryId)).value).toEqual({ solved: 1 })
  expect((await solve(categoryId, desk)).value).toEqual({ solved: 2 })
  const { parentId } = await house.cloud.db
    .selectFrom('category')
    .select('parentId')
    .where('categoryId', '=', categoryId)
    .executeTakeFirstOrThrow()
  for (const other of [crypto.randomUUID(), parentId ?? '']) {
    expect((await solve(other)).refusal).toBe('NO_SUCH_CATEGORY')
  }
})
