import type { Browser } from 'playwright-core'
import { listMyBookings } from '../../contract/booking'
import { launchChromium } from '../support/chromium'
import { heldBack, openH5 } from '../support/visit'
import { get, givenRoomFor, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('signed out, the first page says whom the app is for and lets one look around', async () => {
  const { page, top, end } = await openH5(browser)
  await top.getByText('面向本单位职工').waitFor()
  expect(await top.getByText(/登录后可以预订会议室/).count()).toBe(1)
  await top.getByRole('button', { name: '暂不登录，先看看' }).tap()
  await top.getByRole('button', { name: /^会议室/ }).waitFor()
  expect(page.url()).toContain('/pages/all-services')
  await end()
})

test('a person of the demo comes in with one choice, and is greeted by name', async () => {
  const { top, end } = await openH5(browser)
  await top.getByRole('button', { name: '登录', exact: true }).tap()
  await top.getByRole('button', { name: /^职工/ }).tap()
  await top.getByText('，林晓雨').waitFor()
  expect(await top.getByText('星河研究院').count()).toBe(1)
  await end()
})

test('from home a room is booked with three taps; it stands in 我的预订 and on home', async () => {
  const visitor = await givenVisitor()
  await givenRoomFor([visitor])
  const { page, top, end } = await openH5(browser, { as: visitor })
  let taps = 0
  const tap = async (name: string | RegExp) => {
    await top.getByRole('button', { name, disabled: false }).tap()
    taps += 1
  }

  await tap(/^会议室/)
  await tap('快速预订')
  await tap('提交预订')
  await top.getByText('预订成功').waitFor()
  expect(taps).toBeLessThan(4)

  const { items } = await get(listMyBookings, {}, visitor.token)
  expect(items).toHaveLength(1)
  const roomName = items[0]?.roomName ?? ''
  await tap('看我的预订')
  await top.getByRole('button', { name: new RegExp(roomName) }).waitFor()
  expect(await top.getByText('已预订').or(top.getByText('可签到')).count()).toBe(1)

  await page.goto('/')
  await top.getByText('接下来').waitFor()
  expect(await top.getByRole('button', { name: new RegExp(roomName) }).count()).toBe(1)
  await end()
})

test('退出登录 asks once, then this phone knows nobody any more', async () => {
  const visitor = await givenVisitor()
  const { page, top, end } = await openH5(browser, { as: visitor })
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(await kept()).toContain(visitor.name)
  // an answer that comes when the person has already left
  const late = await heldBack(page, 'people.getMe')
  await page.getByRole('link', { name: '我的' }).tap()
  await top.getByText('退出登录').tap()
  await page.getByText('确定退出吗').waitFor()
  await page.locator('.taro__modal-foot, .taro-modal__foot').getByText('退出登录').tap()
  await top.getByText('还没有登录').waitFor()
  await late()
  expect(await kept()).not.toContain(visitor.name)
  await page.reload()
  await top.getByText('还没有登录').waitFor()
  expect(await kept()).not.toContain(visitor.name)
  await end()
})

test('without a finger or mouse: Tab reaches what can be tapped, Enter opens it', async () => {
  const { page, top, end } = await openH5(browser)
  const wanted = top.getByRole('button', { name: '暂不登录，先看看' })
  await wanted.waitFor()
  for (let presses = 0; presses < 20; presses++) {
    await page.keyboard.press('Tab')
    if (await wanted.evaluate((element) => element === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await top.getByRole('button', { name: /^会议室/ }).waitFor()
  expect(page.url()).toContain('/pages/all-services')
  await end()
})
