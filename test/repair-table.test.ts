import ExcelJS from 'exceljs'
import { exportTickets, listTickets, listViews, removeView, saveView, type TicketFilter } from '../contract/repair-desk'
import { grabTicket, refuseTicket } from '../contract/repair-work'
import { givenOrg, givenPerson, signedInAs } from './support/given'
import { givenCategory, givenPlace, givenTechnician } from './support/given-repair'
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

test('the table keeps its order over pages: by deadline, those without one last; newest first', async () => {
  const { org, desk, given, numbersListed } = here
  const worker = await givenTechnician(house, org)
  const minutes = [50, 10, undefined, 30, 10, 40, undefined]
  const made: string[] = []
  for (const [i, limit] of minutes.entries()) {
    house.setNow(begin + i * 60_000)
    const { number, ticketId } = await given(limit === undefined ? {} : { limits: wall(limit) })
    if (i % 2) await house.call(grabTicket, { ticketId }, worker)
    made.push(number)
  }
  const byDue = [1, 4, 3, 5, 0, 2, 6].map((i) => made[i])
  for (const limit of [1, 2, 3, 100]) expect(await numbersListed({}, 'due', limit)).toEqual(byDue)
  for (const limit of [1, 3, 100]) expect(await numbersListed({}, 'newest', limit)).toEqual([...made].reverse())
  for (const limit of [1, 3]) expect(await numbersListed({ query: '坏' }, 'due', limit)).toEqual(byDue)
  const { value } = await house.call(listTickets, { limit: 1 }, desk)
  const turned = { sort: 'newest' as const, cursor: value?.nextCursor }
  expect((await house.call(listTickets, turned, desk)).fault).toBe('BAD_INPUT')
})

describe('Excel', () => {
  async function rowsOf(filter: TicketFilter): Promise<string[][]> {
    const { desk } = here
    const { value } = await house.call(exportTickets, { filter }, desk)
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(Buffer.from(value?.content ?? '', 'base64') as unknown as ArrayBuffer)
    const rows: string[][] = []
    workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
    return rows
  }

  test('has a row for each ticket, newest first; text stays text; reading phones leaves an entry in the log', async () => {
    const { org, given, desk } = here
    const her = await signedInAs(house, org, [], { name: '王芳', staffNumber: '0012' })
    const placeId = await givenPlace(house, org, { name: '水泵房' })
    const first = await given({
      words: '=HYPERLINK("http://x","点我")',
      phone: '013800000012',
      placeId,
      token: her.token,
    })
    house.setNow(begin + hour)
    const second = await given({ limits: wall(60) })
    const [head = [], ...rows] = await rowsOf({})
    expect(rows.map(([number]) => number)).toEqual([second.number, first.number])
    const cell = (row: number, title: string) => rows[row]?.[head.indexOf(title)]
    expect(cell(1, '描述')).toBe('=HYPERLINK("http://x","点我")')
    expect(cell(1, '联系电话')).toBe('013800000012')
    expect([cell(1, '报修人'), cell(1, '工号'), cell(1, '地点')]).toEqual(['王芳', '0012', '综合楼 3层 水泵房'])
    expect([cell(0, '状态'), cell(0, '报修时间'), cell(0, '当前期限')]).toEqual([
      '待派单',
      '2026-11-20 10:00',
      '2026-11-20 11:00',
    ])
    expect((await rowsOf({ query: 'HYPERLINK' })).map(([number]) => number)).toEqual(['工单号', first.number])
    const act = { ticketId: first.ticketId, reason: '不归我们' }
    await house.call(refuseTicket, act, desk)
    // nobody has to call any more
    expect((await rowsOf({ statuses: ['refused'] }))[1]?.[head.indexOf('联系电话')]).toBe('****12')
    const { rows: entries } = await house.cloud.pool.query(
      `SELECT detail FROM audit_entry WHERE org_id = $1 AND procedure = 'repair.exportTickets' ORDER BY at, entry_id`,
      [org.orgId],
    )
    expect(entries.map(({ detail }) => detail.tickets)).toEqual([2, 1, 1])
  })
})

describe('saved views', () => {
  const names = async (token: string) =>
    (await house.call(listViews, {}, { token })).value?.views.map(({ name }) => name)

  test('are kept under a name, replaced by the same name, forgotten, and seen by nobody else', async () => {
    const { org, desk } = here
    const filter: TicketFilter = { kind: 'repair', buildingId: org.buildingId, query: '空调' }
    const { value } = await house.call(saveView, { name: '综合楼空调', filter }, desk)
    expect(value?.filter).toMatchObject(filter)
    await house.call(saveView, { name: '综合楼空调', filter: { kind: 'hazard' } }, desk)
    const { value: listed } = await house.call(listViews, {}, desk)
    expect(listed?.views).toMatchObject([{ viewId: value?.viewId, name: '综合楼空调', filter: { kind: 'hazard' } }])
    expect(listed?.views[0]?.filter).not.toHaveProperty('buildingId')
    const colleague = await signedInAs(house, org, ['manager'])
    expect(await names(colleague.token)).toEqual([])
    const viewId = value?.viewId ?? ''
    expect((await house.call(removeView, { viewId }, colleague)).refusal).toBe('NO_SUCH_VIEW')
    expect((await house.call(removeView, { viewId }, desk)).value).toEqual({ viewId })
    expect(await names(here.desk.token)).toEqual([])
  })

  test('are at most 20, also when many are saved at once', async () => {
    const { desk } = here
    const save = (n: number) => house.call(saveView, { name: `视图${n}`, filter: {} }, desk)
    const answers = await Promise.all(Array.from({ length: 23 }, (_, n) => save(n)))
    expect(answers.filter(({ refusal }) => refusal === 'TOO_MANY_VIEWS')).toHaveLength(3)
    expect(await names(here.desk.token)).toHaveLength(20)
    const [known = ''] = (await names(here.desk.token)) ?? []
    expect((await house.call(saveView, { name: known, filter: { kind: 'praise' } }, desk)).value?.name).toBe(known)
  })

  test('keep nothing that points into another institution', async () => {
    const { desk } = here
    const other = await givenOrg(house)
    const categoryId = await givenCategory(house, other)
    const { personId } = await givenPerson(house, other)
    const filter = { categoryId, buildingId: other.buildingId, assigneeId: personId, query: '灯' }
    const { value } = await house.call(saveView, { name: '别处', filter }, desk)
    expect(value?.filter).toEqual({ statuses: [], query: '灯' })
  })
})
