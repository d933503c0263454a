import { listMyTickets, reportTicket } from '../contract/repair'
import { getRepairReport, importHistory, previewHistory } from '../contract/repair-report'
import { confirmTicket, reopenTicket } from '../contract/repair-requester'
import { assignTicket } from '../contract/repair-work'
import { tick } from '../functions/tick'
import { givenOrg, signedInAs } from './support/given'
import { givenCategory, givenPlace, givenTechnician } from './support/given-repair'
import { historyOf, historyOffice } from './support/history-office'
import { fileOf, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const now = Date.UTC(2025, 9, 1, 4)
let house: TestCloud
let office: Awaited<ReturnType<typeof historyOffice>>

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  house.setNow(now)
  office = await historyOffice(house, ['dispatcher', 'manager'])
})
afterAll(() => house.end())

const head = ['报修时间', '完成时间', '要求完成时间', '类别', '地点']
const history = historyOf(
  head,
  ['2025-03-05 10:00', '2025-03-05 14:00', '2025-03-05 18:00', '水管', '综合楼 3层 301'],
  ['2025-03-06 10:00', '2025-03-08 10:00', '2025-03-07 10:00', '水管', '综合楼 3层 301'],
  ['2025-09-30 10:00', '', '2025-10-02 10:00', '电灯', '院外'],
)

test('rows become tickets with events at their own times, and count in the report at once', async () => {
  const placeId = await givenPlace(house, office.org, { name: '301' })
  const seen = await office.preview(history)
  expect(seen.counts).toEqual({ rows: 3, new: 3, known: 0, errors: 0, open: 1, due: 3, placed: 2, closing: 0 })
  expect(seen).toMatchObject({ from: '2025-03-05', until: '2025-09-30', newCategories: ['水管', '电灯'], remarks: [] })
  expect(await office.tickets()).toEqual([])
  const written = await office.write(history, 'a.csv', 3)
  expect(written.value).toEqual({ added: 3, known: 0, closed: 0, left: 0, newCategories: 2 })
  const tickets = await office.tickets()
  const utc = (text: string) => new Date(`${text}:00+08:00`)
  expect(tickets).toMatchObject([
    {
      ...{ channel: 'import', status: 'confirmed', kind: 'repair', cycle: 1, place_id: placeId, place_note: '' },
      ...{ building_id: office.org.buildingId, category: '水管', group_name: '历史导入', visit_state: null },
      ...{ requester_id: office.personId, reported_by_id: office.personId, assignee_id: null, closed_kind: null },
      ...{ created_at: utc('2025-03-05T10:00'), started_at: utc('2025-03-05T10:00') },
      ...{ resolved_at: utc('2025-03-05T14:00'), closed_at: utc('2025-03-05T14:00') },
      ...{ resolve_due_at: utc('2025-03-05T18:00'), response_due_at: null, accountable_id: null },
      events: [
        ['imported', '2025-03-05T02:00'],
        ['finished', '2025-03-05T06:00'],
      ],
    },
    { status: 'confirmed', resolve_due_at: utc('2025-03-07T10:00') },
    {
      ...{ status: 'new', place_id: null, place_note: '院外', resolved_at: null },
      ...{ resolve_due_at: utc('2025-10-02T10:00'), due_at: utc('2025-10-02T10:00') },
      events: [['imported', '2025-09-30T02:00']],
    },
  ])
  const answered = await house.call(
    getRepairReport,
    { from: '2025-03-01', until: '2025-09-30' },
    { token: office.token },
  )
  expect(answered.value).toMatchObject({
    ...{ tickets: 3, imported: 3, open: 1, responseMinutes: { n: 0 }, ownerlessMinutes: { n: 0 } },
    byClock: [
      { clock: 'response', counted: 0 },
      { clock: 'plan', counted: 0 },
      { clock: 'resolve', counted: 2, inTime: 1 },
    ],
    resolutionMinutes: { n: 2, mean: 1560, median: 1560, p90: 2616 },
    ratings: { n: 0, asked: 0 },
    mostFrequent: [{ name: '综合楼 3层 301', category: '历史导入 · 水管', tickets: 2 }],
  })
})

test('the same file again adds nothing, also as a workbook; of two at once one adds', async () => {
  const twice = await Promise.all([office.write(history), office.write(history)])
  expect(twice.map(({ value }) => value?.added).sort()).toEqual([0, 3])
  expect((await office.write(history)).value).toEqual({ added: 0, known: 3, closed: 0, left: 0, newCategories: 0 })
  const workbook = await xlsxOf({
    台账: [
      ['序号', ...head],
      ...[
        ['2025-03-05 10:00', '2025-03-05 14:00', '2025-03-05 18:00', '水管', '综合楼 3层 301'],
        ['2025-03-06 10:00', '2025-03-08 10:00', '2025-03-07 10:00', '水管', '综合楼 3层 301'],
        ['2025-09-30 10:00', '', '2025-10-02 10:00', '电灯', '院外'],
      ].map((row, i) => [i + 1, ...row.map((cell, j) => (j < 3 && cell !== '' ? new Date(`${cell}Z`) : cell))]),
    ],
  })
  expect((await office.preview(workbook, 'a.xlsx')).counts).toMatchObject({ new: 0, known: 3 })
  expect((await office.write(workbook, 'a.xlsx')).value).toMatchObject({ added: 0, known: 3 })
  expect(await office.tickets()).toHaveLength(3)
  const { rows } = await house.cloud.pool.query('SELECT count(*) FROM category WHERE org_id = $1', [office.org.orgId])
  expect(rows[0].count).toBe(3)
})

test('equal rows are as many tickets as there are; with a number the same one is one', async () => {
  const row = ['2025-03-05', '', '', '水管', '南楼']
  const file = historyOf(head, row, row, row)
  expect((await office.write(file)).value).toMatchObject({ added: 3 })
  expect((await office.write(historyOf(head, row, row, row, row))).value).toMatchObject({ added: 1, known: 3 })
  const numbered = historyOf(['工单号', ...head], ['A-1', ...row], ['A-1', ...row], ['A-2', ...row])
  const seen = await office.preview(numbered)
  expect(seen.counts).toMatchObject({ rows: 3, new: 2, errors: 0 })
  expect(seen.remarks.map(({ line, message }) => [line, message])).toContainEqual([
    3,
    '与第 2 行是同一张工单，只导入一次',
  ])
  expect((await office.write(numbered)).value).toMatchObject({ added: 2 })
  const words = (await office.tickets()).map((ticket) => ticket.words)
  expect(words.filter(Boolean).sort()).toEqual(['原单号 A-1', '原单号 A-2'])
})

test('a later file closes what was open, unless somebody has begun with it here', async () => {
  const open = (category: string, closed = '') => ['2025-09-01 10:00', closed, '', category, '南楼']
  await office.write(historyOf(head, open('水'), open('电'), open('门')))
  const [, begun] = await office.tickets()
  const technician = await givenTechnician(house, office.org)
  const given = { ticketId: begun?.ticket_id ?? '', toPersonId: technician.personId }
  expect((await house.call(assignTicket, given, { token: office.token })).value).toBeDefined()
  const later = historyOf(head, open('水', '2025-09-02 10:00'), open('电', '2025-09-02 10:00'), open('门'))
  expect((await office.preview(later)).counts).toMatchObject({
    new: 0,
    known: 3,
    closing: begun?.category === '门' ? 2 : 1,
  })
  const { value } = await office.write(later)
  expect(value).toMatchObject({ added: 0, known: 3 })
  const after = await office.tickets()
  const status = (category: string) => after.find((ticket) => ticket.category === category)?.status
  for (const category of ['水', '电']) {
    expect(status(category)).toBe(begun?.category === category ? 'assigned' : 'confirmed')
  }
  expect(after.find((ticket) => ticket.status === 'confirmed')?.events).toEqual([
    ['imported', '2025-09-01T02:00'],
    ['finished', '2025-09-02T02:00'],
  ])
})

test('what was cancelled or refused is no repair that was done', async () => {
  const row = (status: string, closed: string) => ['2025-03-05 10:00', closed, '水', '南楼', status]
  const file = historyOf(
    ['报修时间', '完成时间', '类别', '地点', '状态'],
    row('已完成', '2025-03-05 12:00'),
    row('待评价', '2025-03-05 13:00'),
    row('未完成', ''),
    row('已取消', '2025-03-05 11:00'),
    row('不予受理', ''),
  )
  await office.write(file)
  const tickets = await office.tickets()
  expect(tickets.map((ticket) => [ticket.status, ticket.events[1]?.[0]]).sort()).toEqual([
    ['cancelled', 'cancelled'],
    ['confirmed', 'finished'],
    ['confirmed', 'finished'],
    ['new', undefined],
    ['refused', 'refused'],
  ])
})

test('an open ticket of a history is dispatched to nobody, warns nobody, and goes on like any other', async () => {
  const categoryId = await givenCategory(house, office.org, {
    name: '水管',
    skill: '水',
    limits: { response: { clock: 'wall', minutes: 30 } },
  })
  await givenTechnician(house, office.org, { skills: ['水'] })
  await office.write(historyOf(head, ['2025-09-30 10:00', '', '2025-09-30 12:00', '水管', '南楼']))
  const notices = async () =>
    (await house.cloud.pool.query('SELECT count(*) FROM notice WHERE org_id = $1', [office.org.orgId])).rows[0].count
  await tick(house.cloud)
  house.setNow(now + 3_600_000)
  await tick(house.cloud)
  const [imported] = await office.tickets()
  expect(imported).toMatchObject({ status: 'new', assignee_id: null, category_id: categoryId })
  expect(imported?.events).toHaveLength(1)
  expect(await notices()).toBe(0)
  // a new one of the same category is dispatched
  const input = { categoryId, placeNote: '南楼' }
  expect((await house.call(reportTicket, input, { token: office.token })).value).toBeDefined()
  await tick(house.cloud)
  expect((await office.tickets()).map((ticket) => ticket.status)).toEqual(['new', 'assigned'])
})

test('a closed one can be reopened: its second cycle has clocks, the first keeps what was imported', async () => {
  await givenCategory(house, office.org, { name: '水管', limits: { response: { clock: 'wall', minutes: 30 } } })
  await office.write(historyOf(head, ['2025-09-29 10:00', '2025-09-29 12:00', '2025-09-29 13:00', '水管', '南楼']))
  const [imported] = await office.tickets()
  const ticketId = imported?.ticket_id ?? ''
  const { token } = office
  expect((await house.call(reopenTicket, { ticketId, reason: '又漏了' }, { token })).value).toMatchObject({
    status: 'new',
  })
  const [reopened] = await office.tickets()
  expect(reopened).toMatchObject({ cycle: 2, response_due_at: new Date(now + 1_800_000), resolve_due_at: null })
  const answered = await house.call(getRepairReport, { from: '2025-09-29', until: '2025-09-29' }, { token })
  expect(answered.value).toMatchObject({
    byClock: [{ counted: 0 }, {}, { counted: 1, inTime: 1 }],
    ...{ resolutionMinutes: { n: 1, median: 120 }, reopened: { cycles: 1, tickets: 1 } },
  })
  expect((await house.call(confirmTicket, { ticketId }, { token })).refusal).toBe('WRONG_STATUS')
})

test('whoever takes it over has not reported it: nothing of it is among their own tickets', async () => {
  await office.write(history)
  const mine = await house.call(listMyTickets, {}, { token: office.token })
  expect(mine.value?.items).toEqual([])
})

test('formulas stay text, and a file that reads otherwise than it was seen is not taken', async () => {
  const file = historyOf(head, ['2025-03-05 10:00', '', '', '=HYPERLINK("http://x")', "'+cmd|' /C calc'!A0"])
  const seen = await office.preview(file)
  expect(seen.rows[0]).toMatchObject({ category: '历史导入 · =HYPERLINK("http://x")', place: "+cmd|' /C calc'!A0" })
  const answered = await office.write(file, 'a.csv', 2)
  expect(answered).toMatchObject({ refusal: 'CHANGED_SINCE_PREVIEW', detail: { rows: 1, expected: 2 } })
  expect(await office.tickets()).toEqual([])
})

test('who does not run the service may not; another institution sees nothing of it', async () => {
  const { token } = await signedInAs(house, office.org, ['technician', 'steward', 'auditor'])
  for (const procedure of [previewHistory, importHistory] as const) {
    expect(await house.call(procedure, fileOf('a.csv', history), { token })).toMatchObject({ fault: 'FORBIDDEN' })
  }
  await office.write(history)
  const other = await signedInAs(house, await givenOrg(house), ['manager'])
  const seen = await house.call(previewHistory, fileOf('a.csv', history), { token: other.token })
  expect(seen.value?.counts).toMatchObject({ new: 3, known: 0, placed: 0 })
})
