import {
  exportTickets,
  getBoard,
  listTickets,
  listViews,
  mergeTicket,
  type TicketFilter,
} from '../contract/repair-desk'
import { assignTicket, finishTicket, grabTicket, hangTicket } from '../contract/repair-work'
import { signedInAs } from './support/given'
import { givenAsset, givenCategory, givenPlace, givenTechnician } from './support/given-repair'
import { repairDesk } from './support/repair-desk'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: Awaited<ReturnType<typeof repairDesk>>
/** Friday 2026-11-20 09:00. */
const begin = Date.UTC(2026, 10, 20, 1)
const hour = 3_600_000
const wall = (minutes: number) => ({ resolve: { clock: 'wall' as const, minutes } })

beforeAll(async () => {
  house = await startCloud({ now: begin })
})
beforeEach(async () => {
  house.setNow(begin)
  here = await repairDesk(house)
})
afterAll(() => house.end())

describe('the board', () => {
  test('has a column for each status that waits for somebody, each by deadline, and nothing that is over', async () => {
    const { org, desk, boardOf, given, numbersOn } = here
    const worker = await givenTechnician(house, org)
    const late = await given({ limits: wall(300) })
    const soon = await given({ limits: wall(60) })
    const never = await given()
    const [assigned, accepted, hung, done] = [await given(), await given(), await given(), await given()]
    const to = { toPersonId: worker.personId }
    await house.call(assignTicket, { ticketId: assigned.ticketId, ...to }, { token: desk.token })
    for (const { ticketId } of [accepted, hung, done]) await house.call(grabTicket, { ticketId }, worker)
    const promised = { ticketId: hung.ticketId, reason: 'part' as const, promisedOn: '2026-11-25' }
    await house.call(hangTicket, promised, worker)
    await house.call(finishTicket, { ticketId: done.ticketId, closedKind: 'fixed' }, worker)
    const { columns, overdue, visitsDue } = await boardOf()
    expect(columns.map(({ status, count, items }) => [status, count, items.map(({ number }) => number)])).toEqual([
      ['new', 3, [soon.number, late.number, never.number]],
      ['assigned', 1, [assigned.number]],
      ['accepted', 1, [accepted.number]],
      ['working', 0, []],
      ['hung', 1, [hung.number]],
      ['done', 1, [done.number]],
    ])
    expect([overdue, visitsDue]).toEqual([0, 1])
    // of what is done, the return visit is the deadline: 48 hours
    expect(columns[5]?.items[0]).toMatchObject({ dueClock: 'visit', dueAt: '2026-11-22T09:00:00+08:00' })
    house.setNow(begin + 2 * hour)
    expect(await boardOf()).toMatchObject({ overdue: 1, visitsDue: 1 })
    house.setNow(begin + 49 * hour)
    expect(await boardOf()).toMatchObject({ overdue: 3, visitsDue: 1 })
    expect(await numbersOn({ isOverdue: true })).toEqual([soon.number, late.number, done.number].sort())
    expect(await numbersOn({ isOverdue: false })).toEqual(
      [never.number, assigned.number, accepted.number, hung.number].sort(),
    )
  })

  test('shows the first 20 of a column and counts to 1000', async () => {
    const { org, boardOf, given, numbersListed } = here
    const first = await given()
    await house.cloud.pool.query(
      `INSERT INTO ticket (org_id, ticket_id, number, kind, category_id, channel, requester_id, reported_by_id, created_at, started_at, due_at)
       SELECT org_id, gen_random_uuid(), 'N' || n, kind, category_id, channel, requester_id, reported_by_id, created_at, started_at,
         created_at + n * interval '1 min' FROM ticket, generate_series(1, 1100) n WHERE org_id = $1`,
      [org.orgId],
    )
    const [column] = (await boardOf()).columns
    expect(column?.count).toBe(1000)
    expect(column?.items.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, i) => `N${i + 1}`))
    expect(await numbersListed({}, 'due', 100)).toHaveLength(1101)
    expect((await numbersListed({}, 'due', 100)).at(-1)).toBe(first.number)
  })

  test('belongs to the desk', async () => {
    const { org } = here
    for (const duty of ['technician', 'admin'] as const) {
      const { token } = await signedInAs(house, org, [duty])
      for (const procedure of [getBoard, listTickets, exportTickets, listViews]) {
        expect((await house.call(procedure, {}, { token })).status).toBe(403)
      }
    }
  })
})

describe('a filter', () => {
  test('narrows by kind, urgency, group and category, building, technician and day', async () => {
    const { org, given, numbersOn, numbersListed } = here
    const group = await givenCategory(house, org, { kind: 'hazard', name: '消防' })
    const { parentId } = await house.cloud.db
      .selectFrom('category')
      .select('parentId')
      .where('categoryId', '=', group)
      .executeTakeFirstOrThrow()
    const elsewhere = await house.cloud.db
      .insertInto('building')
      .values({ orgId: org.orgId, siteId: org.siteId, name: '南楼' })
      .returning('buildingId')
      .executeTakeFirstOrThrow()
    const southern = await givenPlace(house, { ...org, ...elsewhere })
    const worker = await givenTechnician(house, org)
    const plain = await given()
    const hazard = await given({ categoryId: group })
    const urgent = await given({ urgency: 'urgent' })
    const south = await given({ placeId: southern })
    const taken = await given()
    await house.call(grabTicket, { ticketId: taken.ticketId }, worker)
    house.setNow(begin + 24 * hour)
    const later = await given()
    const all = [plain, hazard, urgent, south, taken, later].map(({ number }) => number)
    const cases: [TicketFilter, string[]][] = [
      [{}, all],
      [{ kind: 'hazard' }, [hazard.number]],
      [{ urgency: 'urgent' }, [urgent.number]],
      [{ urgency: 'normal' }, all.filter((number) => number !== urgent.number)],
      [{ categoryId: group }, [hazard.number]],
      [{ categoryId: parentId ?? '' }, [hazard.number]],
      [elsewhere, [south.number]],
      [{ assigneeId: worker.personId }, [taken.number]],
      [{ from: '2026-11-21' }, [later.number]],
      [{ until: '2026-11-20' }, all.filter((number) => number !== later.number)],
      [{ from: '2026-11-21', until: '2026-11-20' }, []],
      [{ statuses: ['accepted'] }, [taken.number]],
      [{ statuses: ['refused'] }, []],
      [{ kind: 'hazard', urgency: 'urgent' }, []],
    ]
    for (const [filter, numbers] of cases) {
      const said = JSON.stringify(filter)
      expect([said, await numbersOn(filter)]).toEqual([said, [...numbers].sort()])
      expect([said, (await numbersListed(filter)).sort()]).toEqual([said, [...numbers].sort()])
      expect([said, (await numbersListed(filter, 'newest')).sort()]).toEqual([said, [...numbers].sort()])
    }
  })

  test('finds by number, words, place in letters and pinyin, asset, and the requester’s name, and nothing else', async () => {
    const { org, given, numbersOn, numbersListed } = here
    const cold = await givenPlace(house, org, {
      name: '冷冻机房',
      floor: '负一层',
      pinyin: 'lengdongjifang',
      initials: 'ldjf',
    })
    const pump = await givenAsset(house, org, cold, { name: '循环泵', assetNumber: 'BG-0071' })
    const her = await signedInAs(house, org, [], { name: '欧阳娜娜', pinyin: 'ouyangnana', initials: 'oynn' })
    const place = await givenPlace(house, org, { name: '东门岗亭', pinyin: 'dongmengangting', initials: 'dmgt' })
    const other = await given({ words: '灯管闪烁，Type-C 接口也坏了', placeId: place })
    const wanted = await given({ placeId: cold, assetId: pump, token: her.token, words: '漏水，水管 50% 锈了' })
    const queries = [
      wanted.number,
      wanted.number.toLowerCase().slice(0, 4),
      '漏水',
      '水',
      '50% 锈',
      '冷冻',
      '综合楼负一层',
      'lengdong',
      'ldjf',
      '循环泵',
      'bg-0071',
      '欧阳',
      'oynn',
      'OUYANG',
    ]
    for (const query of queries) {
      expect([query, await numbersOn({ query })]).toEqual([query, [wanted.number]])
      expect([query, await numbersListed({ query })]).toEqual([query, [wanted.number]])
    }
    for (const query of ['type-c', 'TYPE-C', '灯管', '灯']) {
      expect([query, await numbersOn({ query })]).toEqual([query, [other.number]])
    }
    // letters that stand there, but not next to each other; signs that mean something to a pattern
    for (const query of ['管漏', '_', '\\', 'o']) expect([query, await numbersOn({ query })]).toEqual([query, []])
    expect(await numbersOn({ query: '%' })).toEqual([wanted.number])
    expect(await numbersOn({ query: '综合楼' })).toEqual([other.number, wanted.number].sort())
    expect(await numbersOn({ query: '综合楼', statuses: ['done'] })).toEqual([])
  })

  test('finds a merged ticket in the table by query only, with the status of the other', async () => {
    const { org, desk, given, numbersOn, numbersListed } = here
    const worker = await givenTechnician(house, org)
    const [a, b] = [await given({ words: '漏水' }), await given({ words: '滴水' })]
    await house.call(mergeTicket, { ticketId: a.ticketId, intoTicketId: b.ticketId }, desk)
    await house.call(grabTicket, { ticketId: b.ticketId }, worker)
    expect(await numbersOn({ query: '漏水' })).toEqual([])
    expect(await numbersListed({})).toEqual([b.number])
    expect(await numbersListed({}, 'newest')).toEqual([b.number])
    const { value } = await house.call(listTickets, { filter: { query: '漏水' } }, desk)
    expect(value?.items).toMatchObject([{ number: a.number, status: 'accepted', mergedIntoId: b.ticketId }])
  })
})
