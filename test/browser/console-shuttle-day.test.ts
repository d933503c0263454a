import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { listNotices } from '../../contract/people'
import { getDepartures } from '../../contract/shuttle'
import { getShuttleSetting } from '../../contract/shuttle-fleet'
import { getMyRideRecord, reserveSeat } from '../../contract/shuttle-seats'
import { saveLineRule } from '../../contract/shuttle-vehicles'
import { instantAt } from '../../contract/zone'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { givenNoShow, givenPublishedFleet } from '../support/shuttle-visitors'
import { dayIn } from '../support/times'
import { openConsole } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const tomorrow = dayIn(1)

test('a trip of the day gets a bus and a driver, is reported late, and riders see it', async () => {
  const { orgId, keeper } = await givenPublishedFleet()
  const rider = await givenVisitor([], orgId)
  await get(saveLineRule, { routeId: 'L1', isReservable: true, seats: 3, wheelchairPlaces: 0 }, keeper.token)
  const seat = { tripId: 't1', day: tomorrow, fromStopId: 'gate', toStopId: 'dorm' }
  await get(reserveSeat, seat, rider.token)
  const { page, picture, end } = await openConsole(browser, { as: keeper, width: 1440 })

  await page.goto('/console/#/shuttle/settings')
  await page.getByRole('button', { name: '添加车辆' }).click()
  await page.getByRole('textbox', { name: '车牌' }).fill('沪A12345')
  await page.getByRole('dialog').getByRole('spinbutton', { name: '座位' }).fill('20')
  await page.keyboard.press('Enter')
  await page.getByText('已保存 沪A12345').waitFor()

  await page.goto(`/console/#/shuttle/runs?day=${tomorrow}`)
  const row = page.getByRole('row', { name: /^07:40/ })
  await row.getByText('1 人 / 3 座').waitFor()
  await row.getByRole('button', { name: /^派车/ }).click()
  await page.getByRole('combobox', { name: '车辆' }).click()
  await page.getByTitle('沪A12345（20 座）').click()
  await page.getByRole('combobox', { name: '司机' }).click()
  await page.getByTitle(keeper.name).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await row.getByText('沪A12345').waitFor()
  await row.getByText('1 人 / 20 座').waitFor()

  await row.getByRole('button', { name: /^晚点或停开/ }).click()
  await page.getByRole('spinbutton').fill('15')
  await page.getByRole('textbox', { name: '给乘客的说明' }).fill('北环堵车')
  await page.getByRole('button', { name: '保存并通知' }).click()
  await page.getByText('已报晚点 15 分钟，已通知 1 位乘客').waitFor()
  await row.getByText('晚 15 分钟，07:55 开').waitFor()
  await picture('console-shuttle-runs')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  const from = new Date(instantAt(tomorrow, 420, '+08:00')).toISOString()
  const { departures } = await get(getDepartures, { stopId: 'gate', from }, rider.token)
  expect(departures[0]).toMatchObject({ tripId: 't1', delayMinutes: 15, changeNote: '北环堵车' })

  await row.getByRole('button', { name: /^名单/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByText(rider.name, { exact: true }).waitFor()
  await picture('console-shuttle-manifest')
  await drawer.getByRole('link', { name: '打印名单' }).click()
  await page.getByRole('table', { name: '乘客名单' }).getByText(rider.name, { exact: true }).waitFor()
  await end()
})

test('a notice is written, rules are changed, and the ridership goes to Excel', async () => {
  const { orgId, keeper } = await givenPublishedFleet()
  const rider = await givenVisitor([], orgId)
  const { page, picture, end } = await openConsole(browser, { as: keeper, width: 1440 })
  await page.goto('/console/#/shuttle/settings')
  await page.getByRole('switch', { name: '1号线要预约' }).click()
  await page.getByText('已保存 1号线').waitFor()
  await page.getByRole('spinbutton', { name: '提前几天能约' }).fill('14')
  await page.getByRole('switch', { name: '公开时刻表' }).click()
  await page.getByRole('button', { name: '保存规则' }).click()
  await page.getByText('已保存预约规则').waitFor()
  const { setting, feedPath } = await get(getShuttleSetting, {}, keeper.token)
  expect(setting).toMatchObject({ opensDays: 14, isPublic: true })
  await page.getByText(feedPath).waitFor()
  await picture('console-shuttle-settings')

  const seat = { tripId: 't1', day: tomorrow, fromStopId: 'gate', toStopId: 'lab' }
  await get(reserveSeat, seat, rider.token)
  await page.goto(`/console/#/shuttle/ridership?from=${tomorrow}&until=${tomorrow}&line=L1`)
  await page.getByRole('row', { name: '南门 → 实验楼' }).waitFor()
  await picture('console-shuttle-ridership')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const file = readFileSync(await (await downloading).path())
  expect(file.subarray(0, 2).toString()).toBe('PK')

  await page.goto('/console/#/shuttle/notices')
  await page.getByRole('button', { name: '写通知' }).click()
  await page.getByRole('textbox', { name: '标题' }).fill('北门施工，改停东门')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('row', { name: /显示中.*北门施工，改停东门.*全部线路/ }).waitFor()
  const { notices } = await get(getDepartures, { stopId: 'gate' }, rider.token)
  expect(notices.map(({ title }) => title)).toEqual(['北门施工，改停东门'])
  await end()
})

test('who did not come is excused with a reason, which stands in the ledger and is told; and it counts again', async () => {
  const { keeper, rider } = await givenNoShow()
  const { page, picture, end } = await openConsole(browser, { as: keeper, width: 1440 })
  const noShows = async () => (await get(getMyRideRecord, {}, rider.token)).noShows
  expect(await noShows()).toBe(1)
  await page.goto('/console/#/shuttle/no-shows')
  const row = page.getByRole('row', { name: new RegExp(rider.name) })
  await row.getByText('没有乘车').waitFor()
  await row.getByText('1 次').waitFor()
  await picture('console-shuttle-no-shows')
  await row.getByRole('button', { name: `为 ${rider.name} 免记` }).click()
  await page.getByRole('textbox', { name: '原因' }).fill('车晚点太久')
  await picture('console-shuttle-excuse')
  await page.keyboard.press('Enter')
  await page.getByText(`已为 ${rider.name} 免记`).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await row.getByText('已免记：车晚点太久').waitFor()
  await row.getByText('0 次').waitFor()
  await picture('console-shuttle-excused')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  expect(await noShows()).toBe(0)
  const [told] = (await get(listNotices, {}, rider.token)).items
  expect(told?.body).toMatch(/不再计入你的乘车记录：车晚点太久/)

  await page.reload()
  await row.getByText('已免记：车晚点太久').waitFor()
  await row.getByRole('button', { name: `恢复 ${rider.name} 的记录` }).click()
  await row.getByText('1 次').waitFor()
  expect(await noShows()).toBe(1)
  await end()
})
