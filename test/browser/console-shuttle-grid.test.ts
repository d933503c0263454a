import type { Browser, Page } from 'playwright-core'
import { createTimetable, getTimetableGrid, saveTimetableGrid } from '../../contract/shuttle-grid'
import { launchChromium } from '../support/chromium'
import { givenPublishedFleet, type VisitedFleet } from '../support/shuttle-visitors'
import { openConsole } from '../support/visit'
import { get } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const cell = (page: Page, row: number, column: number) => page.locator(`[data-spot="${row}-${column}"]`)
const lineOne = { routeId: 'L1', directionId: 0 }

/** A draft that is a copy of the timetable in force. */
async function givenDraft({ keeper, timetableId }: VisitedFleet & { timetableId: string }) {
  const { timetableId: draft } = await get(createTimetable, { name: '草稿', copyOf: timetableId }, keeper.token)
  const read = () => get(getTimetableGrid, { timetableId: draft, ...lineOne }, keeper.token)
  return { draft, read }
}

test('Ctrl+S in the middle of typing saves what is typed, and a link asks before it loses what is not saved', async () => {
  const fleet = await givenPublishedFleet()
  const { draft, read } = await givenDraft(fleet)
  const { page, end } = await openConsole(browser, { as: fleet.keeper, width: 1440 })
  await page.goto(`/console/#/shuttle/timetable?id=${draft}`)
  await cell(page, 0, 1).click()
  await page.keyboard.type('735')
  await page.keyboard.press('Control+s')
  await page.getByText('已保存班次表').waitFor()
  expect((await read()).trips[0]?.times[0]).toBe(7 * 3600 + 35 * 60)

  await cell(page, 0, 1).click()
  await page.keyboard.type('730')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '今日班次' }).click()
  await page.getByRole('button', { name: '继续编辑' }).click()
  await page.getByRole('gridcell', { name: '第 1 班 南门：07:30' }).waitFor()
  await page.getByRole('link', { name: '今日班次' }).click()
  await page.getByRole('button', { name: '放弃改动' }).click()
  await page.getByRole('table', { name: '班次' }).waitFor()
  expect((await read()).trips[0]?.times[0]).toBe(7 * 3600 + 35 * 60)
  await end()
})

test('what a colleague saved in between is not overwritten: the dispatcher is told, and loads the newest', async () => {
  const fleet = await givenPublishedFleet()
  const { draft, read } = await givenDraft(fleet)
  const { page, picture, end } = await openConsole(browser, { as: fleet.keeper, width: 1440 })
  await page.goto(`/console/#/shuttle/timetable?id=${draft}`)
  await page.getByRole('gridcell', { name: '第 2 班 南门：08:40' }).waitFor()
  const { revision, headsign, stopIds, trips } = await read()
  const moved = trips.map(({ times, ...trip }) => ({ ...trip, times: times.map((time) => time && time + 300) }))
  await get(
    saveTimetableGrid,
    { timetableId: draft, ...lineOne, revision, headsign, stopIds, trips: moved },
    fleet.keeper.token,
  )
  // closing the dialog reads the timetable again, though not what stands in the grid
  await page.getByRole('button', { name: '发布' }).click()
  const readAgain = page.waitForResponse((response) => response.url().endsWith('/shuttle.getTimetable'))
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await readAgain
  await cell(page, 0, 1).click()
  await page.keyboard.type('730')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await page.getByText('您的改动没有保存').waitFor()
  await picture('console-shuttle-changed-since')
  await page.getByRole('button', { name: '载入最新内容' }).click()
  await page.getByRole('gridcell', { name: '第 1 班 南门：07:45' }).waitFor()
  expect((await read()).trips[0]?.times[0]).toBe(7 * 3600 + 45 * 60)
  await end()
})
