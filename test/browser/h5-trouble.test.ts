import type { Browser } from 'playwright-core'
import { listMyBookings, reserveRoom } from '../../contract/booking'
import { launchChromium } from '../support/chromium'
import { dayIn, spanOn } from '../support/times'
import { openH5, type Visit } from '../support/visit'
import { get, givenRoomFor, givenVisitor, type Visitor } from '../support/visitors'

let browser: Browser
const day = dayIn(3)

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** Somebody with the form open for 10:00 in a room that they and the others given may book. */
async function atTheForm(...others: Visitor[]): Promise<{ visit: Visit; visitor: Visitor; roomId: string }> {
  const visitor = await givenVisitor()
  const { roomId } = await givenRoomFor([visitor, ...others])
  const visit = await openH5(browser, { as: visitor })
  await visit.page.goto(`/#/features/booking/reserve?roomId=${roomId}&day=${day}&from=600&to=660`)
  await visit.top.getByRole('button', { name: '提交预订', disabled: false }).waitFor()
  return { visit, visitor, roomId }
}

const bookingsOf = async ({ token }: Visitor) => (await get(listMyBookings, {}, token)).items

test('when somebody else was faster, the form stays, ways are offered, and one tap takes one', async () => {
  const rival = await givenVisitor()
  const { visit, visitor, roomId } = await atTheForm(rival)
  const { top } = visit
  await top.getByRole('textbox', { name: '会议主题' }).fill('评审会')
  await get(reserveRoom, { roomId, purpose: '抢先', ...spanOn(day, 600, 660) }, rival.token)

  await top.getByRole('button', { name: '提交预订' }).tap()
  await top.getByText('没有订成').waitFor()
  expect(await top.getByText('刚被别人订走了').count()).toBe(1)
  expect(await top.getByRole('textbox', { name: '会议主题' }).inputValue()).toBe('评审会')
  expect(await bookingsOf(visitor)).toEqual([])
  await visit.picture('h5-refusal')

  await top.getByRole('button', { name: '改订' }).first().tap()
  await top.getByText('预订成功').waitFor()
  expect(await bookingsOf(visitor)).toMatchObject([{ purpose: '评审会' }])
  await visit.end()
})

test('a double tap on 提交预订 books once', async () => {
  const { visit, visitor } = await atTheForm()
  const { top, page } = visit
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/api/booking.reserveRoom')) sent += 1
  })
  const box = await top.getByRole('button', { name: '提交预订' }).boundingBox()
  const [x, y] = [(box?.x ?? 0) + 20, (box?.y ?? 0) + 20]
  await Promise.all([page.touchscreen.tap(x, y), page.touchscreen.tap(x, y), page.touchscreen.tap(x, y)])
  await top.getByText('预订成功').waitFor()
  expect(await bookingsOf(visitor)).toHaveLength(1)
  expect(sent).toBe(1)
  await visit.end()
})

test('a title of 10 000 characters, emoji among them, is cut while writing and booked as it then stands', async () => {
  const { visit, visitor } = await atTheForm()
  const { top, page } = visit
  const field = top.getByRole('textbox', { name: '会议主题' })
  await field.fill('')
  await field.tap()
  await page.keyboard.insertText(`👩‍🔬实验${'很长的主题'.repeat(2000)}`)
  const written = await field.inputValue()
  expect(written.length).toBeGreaterThan(10)
  expect(written.length).toBeLessThanOrEqual(60)
  await top.getByRole('button', { name: '提交预订' }).tap()
  await top.getByText('预订成功').waitFor()
  expect(await bookingsOf(visitor)).toMatchObject([{ purpose: written }])
  await visit.end()
})

test('without a network a page seen before shows its content and since when', async () => {
  const visitor = await givenVisitor()
  const { roomId } = await givenRoomFor([visitor])
  await get(reserveRoom, { roomId, purpose: '看得到的会', ...spanOn(day, 600, 660) }, visitor.token)
  const { top, page, context, end } = await openH5(browser, { as: visitor })
  const open = () => top.getByRole('button', { name: /^我的预订/ }).tap()
  await open()
  await top.getByRole('tab', { name: '即将开始' }).waitFor() // home lists the booking as well
  await top.getByText('看得到的会').waitFor()
  await page.goBack()
  await top.getByText('接下来').waitFor()

  await context.setOffline(true)
  await open()
  await top.getByText(/网络不通.*更新于 /).waitFor()
  expect(await top.getByText('看得到的会').count()).toBe(1)
  await end(/ERR_INTERNET_DISCONNECTED/)
})

test('without a network 提交预订 says so and keeps the form; with it again one more tap books once', async () => {
  const { visit, visitor } = await atTheForm()
  const { top, context } = visit
  await top.getByRole('textbox', { name: '会议主题' }).fill('断网也不丢')
  await context.setOffline(true)
  await top.getByRole('button', { name: '提交预订' }).tap()
  await top.getByText('网络不通').first().waitFor()
  expect(await top.getByRole('textbox', { name: '会议主题' }).inputValue()).toBe('断网也不丢')
  await visit.picture('h5-offline')

  await context.setOffline(false)
  await top.getByRole('button', { name: '提交预订' }).tap()
  await top.getByText('预订成功').waitFor()
  expect(await bookingsOf(visitor)).toMatchObject([{ purpose: '断网也不丢' }])
  await visit.end(/ERR_INTERNET_DISCONNECTED/)
})

test('a page never opened before explains itself without a network, the way back works, and with it again it opens', async () => {
  const visitor = await givenVisitor()
  const { top, page, context, end } = await openH5(browser, { as: visitor })
  const open = () => top.getByRole('button', { name: /^会议室/ }).tap()
  await context.setOffline(true)
  await open()
  await page.getByText('这一页没有载入').waitFor()
  await page.getByText('返回', { exact: true }).tap()
  await page.getByRole('link', { name: '首页' }).waitFor()
  expect(await top.getByText(`，${visitor.name}`).count()).toBe(1)

  await open()
  await page.getByText('这一页没有载入').waitFor()
  await context.setOffline(false)
  await page.getByText('重新载入', { exact: true }).tap()
  await top.getByRole('button', { name: '快速预订' }).waitFor()
  await end(/ERR_INTERNET_DISCONNECTED|ChunkLoadError/)
})
