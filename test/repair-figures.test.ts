import ExcelJS from 'exceljs'
import type { InputOf } from '../contract/procedure'
import { exportRepairReport, getRepairReport, type RepairReport } from '../contract/repair-report'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { givenAsset, givenCategory, givenPlace } from './support/given-repair'
import { naiveReport } from './support/naive-report'
import { type RandomTicket, randomTickets } from './support/random-tickets'
import { startCloud, type TestCloud } from './support/start-cloud'
import { type RandomPlaces, writeRandomTickets } from './support/write-random-tickets'

type Scope = InputOf<typeof getRepairReport>

const now = Date.UTC(2026, 10, 20, 4, 30)
const everything = { from: '2026-10-01', until: '2026-11-20' }
let house: TestCloud
let org: GivenOrg
let manager: string
let where: RandomPlaces

async function places(): Promise<RandomPlaces> {
  const { personId } = await givenPerson(house, org)
  const { db } = house.cloud
  const other = await db
    .insertInto('building')
    .values({ orgId: org.orgId, siteId: org.siteId, name: '实验楼' })
    .returning('buildingId')
    .executeTakeFirstOrThrow()
  const buildingIds = [org.buildingId, other.buildingId]
  const [categoryIds, placeIds, assetIds]: string[][] = [[], [], []]
  for (let i = 0; i < 5; i++) categoryIds?.push(await givenCategory(house, org, { name: `类${i}` }))
  for (let i = 0; i < 6; i++) {
    const buildingId = buildingIds[i % 2] ?? ''
    const placeId = await givenPlace(house, { ...org, buildingId }, { name: `房间${i}` })
    placeIds?.push(placeId)
    assetIds?.push(await givenAsset(house, org, placeId, { name: `设备${i}` }))
  }
  return {
    orgId: org.orgId,
    personId,
    buildingIds,
    categoryIds: categoryIds ?? [],
    placeIds: placeIds ?? [],
    assetIds: assetIds ?? [],
  }
}

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  org = await givenOrg(house)
  manager = (await signedInAs(house, org, ['manager'])).token
  where = await places()
})
afterAll(() => house.end())

async function reportOn(scope: Scope): Promise<RepairReport> {
  const answered = await house.call(getRepairReport, scope, { token: manager })
  if (!answered.value) throw new Error(JSON.stringify(answered))
  return answered.value
}

const sorted = <T>(list: readonly T[]) => [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** The report in the naive one's words: categories by number, and lists in an order of their own. */
function plain({ byCategory, hangReasons, closedKinds, ratings, mostFrequent, ...rest }: RepairReport) {
  const { selfHelp, ...report } = rest
  return {
    ...report,
    byCategory: sorted(
      byCategory.map(({ categoryId, category, ...counts }) => ({
        category: where.categoryIds.indexOf(categoryId),
        ...counts,
      })),
    ),
    hangReasons: sorted(hangReasons),
    closedKinds: sorted(closedKinds),
    ratings: { ...ratings, reasons: sorted(ratings.reasons) },
    mostFrequent: mostFrequent.map(({ tickets }) => tickets),
  }
}

function expected(tickets: readonly RandomTicket[], lastDay: string) {
  const { byCategory, hangReasons, closedKinds, ratings, ...rest } = naiveReport(tickets, now, lastDay)
  return {
    ...rest,
    byCategory: sorted(byCategory),
    hangReasons: sorted(hangReasons),
    closedKinds: sorted(closedKinds),
    ratings: { ...ratings, reasons: sorted(ratings.reasons) },
  }
}

const dayOf = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)

test.each([1, 2, 3, 4, 5, 6])('the figures of random tickets are those of a naive count (%i)', async (seed) => {
  const tickets = randomTickets(seed, 400, now)
  await writeRandomTickets(house, tickets, where)
  const [building = '', category = ''] = [where.buildingIds[1], where.categoryIds[2]]
  const group = await house.cloud.db
    .selectFrom('category')
    .select('parentId')
    .where('categoryId', '=', category)
    .executeTakeFirstOrThrow()
  const cases: [Scope, (ticket: RandomTicket) => boolean][] = [
    [everything, () => true],
    [{ ...everything, kind: 'repair' }, ({ kind }) => kind === 'repair'],
    [{ ...everything, buildingId: building }, (ticket) => ticket.building === 1],
    [{ ...everything, categoryId: category }, (ticket) => ticket.category === 2],
    [{ ...everything, categoryId: group.parentId ?? '' }, (ticket) => ticket.category === 2],
    [
      { from: '2026-10-20', until: '2026-10-31' },
      ({ createdAt }) => dayOf(createdAt) >= '2026-10-20' && dayOf(createdAt) <= '2026-10-31',
    ],
    [
      { from: '2026-11-01', until: '2026-11-01', kind: 'cleaning' },
      ({ createdAt, kind }) => dayOf(createdAt) === '2026-11-01' && kind === 'cleaning',
    ],
  ]
  for (const [scope, holds] of cases) {
    expect(plain(await reportOn(scope))).toEqual(expected(tickets.filter(holds), scope.until))
  }
})

/** The sheets of an exported workbook: rows as they stand, numbers as numbers. */
async function exported(scope: Scope): Promise<Map<string, ExcelJS.CellValue[][]>> {
  const answered = await house.call(exportRepairReport, scope, { token: manager })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(Buffer.from(answered.value?.content ?? '', 'base64') as unknown as ArrayBuffer)
  return new Map(
    workbook.worksheets.map((sheet) => {
      const rows: ExcelJS.CellValue[][] = []
      // an empty text is a cell without a value
      sheet.eachRow((row) =>
        rows.push(Array.from((row.values as ExcelJS.CellValue[]).slice(1), (value) => value ?? '')),
      )
      return [sheet.name, rows]
    }),
  )
}

test('the workbook has a sheet for each table, and the same figures as numbers', async () => {
  await writeRandomTickets(house, randomTickets(7, 300, now), where)
  const report = await reportOn(everything)
  const sheets = await exported(everything)
  expect([...sheets.keys()]).toEqual([
    '概要',
    '按时率与时长',
    '类别',
    '每日',
    '挂起原因',
    '完成方式',
    '评价',
    '高频故障',
  ])
  expect(sheets.get('概要')).toContainEqual(['报修日期', '2026-10-01 至 2026-11-20'])
  expect(sheets.get('概要')).toContainEqual(['工单数', report.tickets])
  expect(sheets.get('概要')).toContainEqual(['费用（元）', report.costFen / 100])
  const [response] = report.byClock
  expect(sheets.get('按时率与时长')?.[1]).toEqual([
    '响应',
    response?.counted,
    response?.inTime,
    Math.round(((response?.inTime ?? 0) / (response?.counted ?? 1)) * 1000) / 10,
    report.responseMinutes.n,
    report.responseMinutes.mean,
    report.responseMinutes.median,
    report.responseMinutes.p90,
  ])
  expect(
    sheets
      .get('类别')
      ?.slice(1)
      .map((row) => row.slice(0, 2)),
  ).toEqual(report.byCategory.map(({ category, tickets }) => [category, tickets]))
  expect(sheets.get('每日')?.slice(1)).toEqual(report.byDay.map(({ day, reported, done }) => [day, reported, done]))
  expect(sheets.get('高频故障')?.slice(1)).toEqual(
    report.mostFrequent.map(({ name, category, tickets }) => [name, category, tickets]),
  )
  expect(report.mostFrequent[0]?.name).toMatch(/^(综合楼|实验楼) 3层 房间\d( 设备\d)?$|^(东门|南侧楼梯)$/)
})

test('without tickets nothing is made up: no mean, no percentile, no rate', async () => {
  const report = await reportOn(everything)
  expect(report).toMatchObject({ tickets: 0, byCategory: [], byDay: [], mostFrequent: [], costFen: 0 })
  expect(report.ratings).toEqual({ n: 0, asked: 0, stars: [0, 0, 0, 0, 0], reasons: [] })
  expect([report.responseMinutes, report.resolutionMinutes, report.ownerlessMinutes]).toEqual(Array(3).fill({ n: 0 }))
  const sheets = await exported(everything)
  expect(sheets.get('按时率与时长')?.[1]?.slice(0, 4)).toEqual(['响应', 0, 0, ''])
})

test('days in the wrong order are refused; who does not run the service may not ask', async () => {
  const wrong = { from: '2026-11-02', until: '2026-11-01' }
  expect(await house.call(getRepairReport, wrong, { token: manager })).toMatchObject({ refusal: 'ENDS_BEFORE_START' })
  expect(await house.call(exportRepairReport, wrong, { token: manager })).toMatchObject({
    refusal: 'ENDS_BEFORE_START',
  })
  const { token } = await signedInAs(house, org, ['technician'])
  expect(await house.call(getRepairReport, everything, { token })).toMatchObject({ fault: 'FORBIDDEN' })
})

test('self-help is counted by day and category, and another institution counts for itself', async () => {
  const { orgId } = org
  const [categoryId = '', otherId = ''] = where.categoryIds
  const at = (day: string) => new Date(`${day}T23:59:00+08:00`)
  const own = { orgId, personId: where.personId }
  await house.cloud.db
    .insertInto('selfHelp')
    .values([
      { ...own, selfHelpId: crypto.randomUUID(), categoryId, at: at('2026-11-01') },
      { ...own, selfHelpId: crypto.randomUUID(), categoryId: otherId, at: at('2026-11-02') },
    ])
    .execute()
  expect((await reportOn(everything)).selfHelp).toBe(2)
  expect((await reportOn({ ...everything, categoryId })).selfHelp).toBe(1)
  expect((await reportOn({ from: '2026-11-02', until: '2026-11-02' })).selfHelp).toBe(1)
  expect((await reportOn({ ...everything, kind: 'cleaning' })).selfHelp).toBe(0)
  const elsewhere = await givenOrg(house)
  const { token } = await signedInAs(house, elsewhere, ['manager'])
  await writeRandomTickets(house, randomTickets(8, 50, now), where)
  const answered = await house.call(getRepairReport, { ...everything, categoryId }, { token })
  expect(answered.value).toMatchObject({ tickets: 0, selfHelp: 0 })
})
