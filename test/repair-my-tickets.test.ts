import { joinTicket, listMyTickets, solveBySelf } from '../contract/repair'
import { commentTicket, confirmTicket } from '../contract/repair-requester'
import { grabTicket } from '../contract/repair-work'
import { signedInAs } from './support/given'
import { givenCategory, givenTicket } from './support/given-repair'
import { friday, requesterOffice } from './support/requester-office'
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

describe('我也遇到了', () => {
  const join = (ticketId: string, { token }: Pick<Who, 'token'>) => house.call(joinTicket, { ticketId }, { token })

  test('raises priority by distinct people, however often and however many at once', async () => {
    const { ticketId } = await at.mine()
    const others = await Promise.all([1, 2, 3].map(() => signedInAs(house, at.org)))
    await Promise.all([...others, ...others].map((who) => join(ticketId, who)))
    expect((await at.see(ticketId)).priority).toBe(4)
    expect((await join(ticketId, others[0] ?? at.staff)).value).toEqual({ ticketId, priority: 4 })
    // whoever reported it has met it already
    expect((await join(ticketId, at.staff)).value).toEqual({ ticketId, priority: 4 })
    expect(
      (await at.see(ticketId, at.desk)).timeline.map(({ kind }) => kind).filter((kind) => kind === 'joined'),
    ).toHaveLength(3)
  })

  test('goes to the ticket it was merged into', async () => {
    const root = await at.mine()
    const { ticketId } = await at.mine()
    await at.merge(ticketId, root.ticketId)
    const other = await signedInAs(house, at.org)
    expect((await join(ticketId, other)).value).toEqual({ ticketId: root.ticketId, priority: 2 })
  })

  test('never goes into a closed one', async () => {
    const { ticketId } = await at.mine()
    await at.finish(ticketId)
    const other = await signedInAs(house, at.org)
    expect(await join(ticketId, other)).toMatchObject({ refusal: 'TICKET_CLOSED', detail: { status: 'done' } })
    expect((await join(crypto.randomUUID(), other)).refusal).toBe('NO_SUCH_TICKET')
  })
})

describe('words added to a ticket', () => {
  const say = (ticketId: string, { token }: Pick<Who, 'token'>, words = '门没锁') =>
    house.call(commentTicket, { ticketId, words }, { token })
  const noticesOf = async ({ personId }: Who) =>
    (await house.cloud.pool.query('SELECT body FROM notice WHERE person_id = $1', [personId])).rows.map((r) => r.body)

  test('come from the reporter, whoever has it, and the at.desk, and reach the others', async () => {
    const { ticketId } = await at.mine()
    await house.call(grabTicket, { ticketId }, { token: at.technician.token })
    for (const who of [at.staff, at.technician, at.desk]) expect((await say(ticketId, who)).value).toEqual({ ticketId })
    expect(await noticesOf(at.technician)).toContain('王芳补充：门没锁')
    expect(await noticesOf(at.staff)).toEqual(expect.arrayContaining(['刘师傅补充：门没锁', '周调度补充：门没锁']))
    expect((await at.see(ticketId)).timeline.at(-1)).toMatchObject({ kind: 'commented', detail: { words: '门没锁' } })
  })

  test('come from nobody else', async () => {
    const { ticketId } = await at.mine()
    const follower = await signedInAs(house, at.org)
    await house.call(joinTicket, { ticketId }, { token: follower.token })
    for (const who of [follower, at.technician]) expect((await say(ticketId, who)).refusal).toBe('NOT_YOURS')
    expect((await say(ticketId, await signedInAs(house, at.org))).refusal).toBe('NO_SUCH_TICKET')
  })
})

describe('my tickets', () => {
  const list = async (input: object = {}, { token }: Pick<Who, 'token'> = at.staff) => {
    const { value } = await house.call(listMyTickets, input, { token })
    if (!value) throw new Error('no list')
    return value
  }

  test('are those I reported, had reported or joined, newest first, page by page', async () => {
    const own = await at.mine()
    house.setNow(friday + 1)
    const forMe = await givenTicket(house, at.org, { token: at.desk.token, requesterId: at.staff.personId })
    house.setNow(friday + 2)
    const joined = await givenTicket(house, at.org, { placeNote: '李四工位' })
    await house.call(joinTicket, { ticketId: joined.ticketId }, { token: at.staff.token })
    await givenTicket(house, at.org)
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
    expect((await list({}, at.desk)).items.map(({ ticketId }) => ticketId)).toEqual([forMe.ticketId])
    expect((await house.call(listMyTickets, { cursor: 'x' }, { token: at.staff.token })).status).toBe(400)
  })

  test('are open until I have said that they are settled', async () => {
    const { ticketId } = await at.mine()
    const isThere = async (isOpen: boolean) => (await list({ isOpen })).items.length === 1
    expect([await isThere(true), await isThere(false)]).toEqual([true, false])
    await at.finish(ticketId)
    expect((await list({ isOpen: true })).items).toMatchObject([{ status: 'done', wantsMe: true, dueClock: 'visit' }])
    await house.call(confirmTicket, { ticketId }, { token: at.staff.token })
    expect([await isThere(true), await isThere(false)]).toEqual([false, true])
    expect((await list()).items).toMatchObject([{ status: 'confirmed', wantsMe: false }])
  })

  test('that were merged stand as the other one stands', async () => {
    const root = await givenTicket(house, at.org)
    const { ticketId } = await at.mine()
    await at.merge(ticketId, root.ticketId)
    await at.finish(root.ticketId)
    await house.call(confirmTicket, { ticketId: root.ticketId }, { token: at.desk.token })
    expect((await list({ isOpen: true })).items).toEqual([])
    expect((await list({ isOpen: false })).items).toMatchObject([
      { ticketId, status: 'confirmed', mergedIntoId: root.ticketId },
    ])
  })
})

test('that the card was enough is counted for its category', async () => {
  const categoryId = await givenCategory(house, at.org)
  const solve = (id: string, { token } = at.staff) => house.call(solveBySelf, { categoryId: id }, { token })
  expect((await solve(categoryId)).value).toEqual({ solved: 1 })
  expect((await solve(categoryId, at.desk)).value).toEqual({ solved: 2 })
  const { parentId } = await house.cloud.db
    .selectFrom('category')
    .select('parentId')
    .where('categoryId', '=', categoryId)
    .executeTakeFirstOrThrow()
  for (const other of [crypto.randomUUID(), parentId ?? '']) {
    expect((await solve(other)).refusal).toBe('NO_SUCH_CATEGORY')
  }
})
