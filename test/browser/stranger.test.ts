import type { Browser } from 'playwright-core'
import { launchChromium } from '../support/chromium'
import { openH5 } from '../support/visit'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('somebody who has only started the product opens its page, signs in as a member of staff and books a room', async () => {
  const { page, top, picture, end } = await openH5(browser)
  await top.getByRole('button', { name: '登录', exact: true }).tap()
  await top.getByRole('button', { name: /^职工/ }).tap()
  await top.getByText('林晓雨').waitFor()
  await top.getByText(/接下来|近期没有预订/).waitFor()
  await picture('stranger-home')

  await top.getByRole('button', { name: /^会议室/ }).tap()
  await top.getByRole('searchbox', { name: '搜索会议室' }).fill('洽谈室')
  await top
    .getByText(/洽谈室/)
    .first()
    .tap()
  await top.getByText('一周安排').waitFor()
  await picture('stranger-room')
  await top.getByRole('button', { name: '订这间', disabled: false }).tap()
  await top.getByRole('textbox', { name: '会议主题' }).fill('第一次试用')
  await top.getByRole('button', { name: '提交预订', disabled: false }).tap()
  await top.getByText('预订成功').waitFor()
  await top.getByRole('button', { name: '看我的预订' }).tap()
  await top.getByRole('button', { name: /第一次试用/ }).waitFor()
  expect(page.url()).toContain('my-bookings')
  await end()
})
