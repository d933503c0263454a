import type { Browser, Page } from 'playwright-core'
import { findStops, getDepartures } from '../../contract/shuttle'
import { getTimetableGrid } from '../../contract/shuttle-grid'
import { instantAt } from '../../contract/zone'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { xlsxOf } from '../support/sheet-file'
import { campusFeed, givenFleet, givenPublishedFleet, type VisitedFleet, zipOf } from '../support/shuttle-visitors'
import { dayIn } from '../support/times'
import { heldBack, openConsole } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const tomorrow = dayIn(1)

/** The clocks at which a rider sees buses leave from a stop tomorrow. */
async function clocksAt({ orgId }: VisitedFleet, stopId: string): Promise<string[]> {
  const rider = await givenVisitor([], orgId)
  const from = new Date(instantAt(tomorrow, 300, '+08:00')).toISOString()
  const { departures } = await get(getDepartures, { stopId, from, limit: 50 }, rider.token)
  return departures.filter(({ day }) => day === tomorrow).map(({ departsAt }) => departsAt.slice(11, 16))
}

const zip = (name: string, files: Record<string, string>) => ({
  name,
  mimeType: 'application/zip',
  buffer: zipOf(files),
})

test('a feed with faults is explained by file and line; the mended one is imported and published, and riders see it', async () => {
  const fleet = await givenFleet()
  const { page, picture, end } = await openConsole(browser, { as: fleet.keeper, width: 1440 })
  await page.goto('/console/#/shuttle/timetables')
  await page.getByText('还没有时刻表').waitFor()
  await page.goto('/console/#/shuttle/import-gtfs')
  const feed = campusFeed()
  const input = page.locator('input[type=file]')
  const wrong = { ...feed, 'stop_times.txt': `${feed['stop_times.txt']}t1,08:10:00,08:10:00,nowhere,4\n` }
  await input.setInputFiles(zip('园区.zip', { ...wrong, 'weather.txt': 'a,b\n1,2\n' }))
  await page.getByText('stop_times.txt:10').waitFor()
  await page.getByText(/^错误 1$/).click()
  await page.getByText('foreign_key_violation 1').click()
  expect(await page.getByRole('table').getByRole('row').count()).toBe(2)
  expect(await page.getByRole('button', { name: '导入为草稿' }).isDisabled()).toBe(true)
  await picture('console-shuttle-faults')
  await page.getByRole('button', { name: '重新选择文件' }).click()

  await input.setInputFiles(zip('园区班车.zip', feed))
  await page.getByText('没有用到').or(page.getByText('读取的文件')).first().waitFor()
  expect(await page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('园区班车')
  await page.getByRole('button', { name: '导入为草稿' }).click()
  await page.getByText('已导入“园区班车”').waitFor()
  await page.getByRole('button', { name: '发布', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 条线路，3 站，3 班').waitFor()
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await dialog.getByText('没有预约受到影响').waitFor()
  expect(await clocksAt(fleet, 'gate')).toEqual(['07:40', '08:40'])
  await end()
})

test('an Excel timetable is looked through, its faults mended or left out, and published: riders see its departures', async () => {
  const fleet = await givenFleet()
  const sheet = await xlsxOf({
    班车: [
      ['园区职工班车时刻表'],
      ['线路', '方向', '停靠站及时间', null, null, '备注'],
      ['1号线', '上班', '南门 7:40', '实验楼', '宿舍 8:00', '每天'],
      ['2号线', '上班', '北门 8:30', '实验楼 8:20', null, '每天'],
      ['3号线', '夜班', '宿舍 22:00', null, null, '每天'],
      ['4号线', '夜班', '宿舍 23:00', '南门 23:20', null, '周五'],
    ],
  })
  const { page, picture, end } = await openConsole(browser, { as: fleet.keeper, width: 1440 })
  await page.goto('/console/#/shuttle/import-sheet')
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name: '班车表.xlsx', mimeType, buffer: sheet })
  await page.getByText('“班车”第 5 行：不足两站，没有当作班次').waitFor()
  const row = (line: string) => page.getByRole('row', { name: line })
  await row('1号线').getByText('没有写时间的站，按前后两站均匀推算').waitFor()
  await row('2号线').getByText('时间倒退').waitFor()
  await picture('console-shuttle-sheet')
  expect(await page.getByRole('button', { name: '导入 3 班为草稿' }).isDisabled()).toBe(true)
  await row('4号线').getByRole('checkbox').uncheck()
  await row('2号线').getByRole('button').click()
  await page.getByRole('textbox', { name: '实验楼的时间' }).fill('8:50')
  await page.keyboard.press('Enter')
  await row('2号线').getByText('北门 08:30 → 实验楼 08:50').waitFor()
  await row('2号线').getByText('请核对').waitFor({ state: 'hidden' })
  await picture('console-shuttle-sheet-mended')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  expect(await page.getByRole('textbox', { name: '名称' }).inputValue()).toBe('园区职工班车时刻表')
  await page.getByRole('button', { name: '导入 2 班为草稿' }).click()
  await page.getByText('已导入“园区职工班车时刻表”').waitFor()
  await picture('console-shuttle-sheet-done')

  await page.getByRole('link', { name: '查看这份时刻表' }).click()
  await page.getByRole('gridcell', { name: '第 1 班 实验楼：07:50' }).waitFor()
  await page.getByRole('button', { name: '发布' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('2 条线路，4 站，2 班').waitFor()
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await dialog.getByText('没有预约受到影响').waitFor()
  const [lab] = (await get(findStops, { query: '实验楼' }, fleet.keeper.token)).items
  expect(await clocksAt(fleet, lab?.stopId ?? '')).toEqual(['07:50'])
  await end()
})

const cell = (page: Page, row: number, column: number) => page.locator(`[data-spot="${row}-${column}"]`)

/** Types what is given, one after another, each followed by a key that goes on. */
async function type(page: Page, texts: readonly string[], key: 'Enter' | 'Tab'): Promise<void> {
  for (const text of texts) {
    await page.keyboard.type(text)
    await page.keyboard.press(key)
  }
}

test('a timetable is copied, changed with the keyboard alone, and published: riders see the new departure', async () => {
  const fleet = await givenPublishedFleet()
  const { page, context, picture, end } = await openConsole(browser, { as: fleet.keeper, width: 1440 })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/console/#/shuttle/timetables')
  await page.getByRole('article', { name: '园区班车' }).getByRole('button', { name: '修改' }).click()
  await page.getByRole('textbox', { name: '名称' }).fill('冬季班车')
  await page.keyboard.press('Enter')
  await page.getByRole('grid', { name: '班次表' }).waitFor()
  await cell(page, 0, 1).click()
  // a new trip below the others: 9:40, then five and ten minutes later
  await page.keyboard.press('Insert')
  await type(page, ['940', '+5', '9:55'], 'Tab')
  await page.getByRole('gridcell', { name: '第 3 班 宿舍：09:55' }).waitFor()
  // a time before that of the stop before is marked, and nothing is saved
  await cell(page, 2, 2).click()
  await type(page, ['8:00'], 'Enter')
  await page.getByRole('gridcell', { name: '第 3 班 实验楼：08:00，比前一站早' }).waitFor()
  await page.getByText('有 1 班的时间不对').waitFor()
  expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true)
  await page.keyboard.press('Control+z')
  await page.getByRole('gridcell', { name: '第 3 班 实验楼：09:45' }).waitFor()
  await page.getByRole('gridcell', { name: '第 3 班 南门：09:40' }).waitFor()

  // a block from a spreadsheet becomes two trips more, one after midnight
  const block = ['10:40\t10:50\t11:00', '次日0:10\t24:20\t——'].join('\n')
  await page.evaluate((text) => navigator.clipboard.writeText(text), block)
  await cell(page, 2, 1).click()
  await page.keyboard.press('Insert')
  await page.getByRole('gridcell', { name: '第 4 班 南门：空' }).waitFor()
  await page.keyboard.press('Control+v')
  await page.getByRole('gridcell', { name: '第 5 班 实验楼：24:20' }).waitFor()
  await picture('console-shuttle-grid')
  // what is typed while it is being saved stays, and is saved by the next time
  const late = await heldBack(page, 'shuttle.saveTimetableGrid')
  await page.keyboard.press('Control+s')
  await cell(page, 3, 3).click()
  await type(page, ['11:02'], 'Enter')
  await late()
  await page.getByText('已保存班次表').waitFor()
  await page.getByRole('gridcell', { name: '第 4 班 宿舍：11:02' }).waitFor()
  await page.getByText('有改动还没有保存').waitFor()
  await page.keyboard.press('Control+s')
  await page.getByText('已保存', { exact: true }).waitFor()
  await page.getByRole('gridcell', { name: '第 5 班 宿舍：空' }).waitFor()
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])

  // the third trip once more, every half hour until eleven
  await cell(page, 2, 1).click()
  await page.getByRole('button', { name: '重复第 3 班…' }).click()
  await page.getByRole('textbox', { name: '加到几点' }).fill('1100')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '加 2 班' }).click()
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存', { exact: true }).waitFor()
  const timetableId = new URL(page.url().replace('#/', '')).searchParams.get('id') ?? ''
  const grid = await get(getTimetableGrid, { timetableId, routeId: 'L1', directionId: 0 }, fleet.keeper.token)
  expect(grid.trips.map(({ times }) => (times[0] ?? 0) / 60)).toEqual([460, 520, 580, 610, 640, 640, 1450])
  expect(grid.trips.map(({ times }) => (times[2] ?? 0) / 60)).toContain(662)
  expect(grid.trips.filter(({ tripId }) => tripId === 't1' || tripId === 't2').length).toBe(2)

  await page.getByRole('button', { name: '发布' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('代替正在使用的“园区班车”').waitFor()
  await dialog.getByRole('button', { name: '发布', exact: true }).click()
  await dialog.getByText('已发布').waitFor()
  expect(await clocksAt(fleet, 'gate')).toEqual(['07:40', '08:40', '09:40', '10:10', '10:40', '10:40', '00:10'])
  await end()
})
