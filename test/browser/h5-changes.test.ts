import type { Browser } from 'playwright-core'
import { type Booking, getBooking, reserveRoom } from '../../contract/booking'
import { launchChromium } from '../support/chromium'
import { dayIn, spanOn } from '../support/times'
import { openH5, type Visit } from '../support/visit'
import { get, givenRoomFor, givenVisitor, type Visitor } from '../support/visitors'

let browser: Browser
let visitor: Visitor
let roomId: string
const day = dayIn(3)

beforeAll(async () => {
  browser = await launchChromium()
  visitor = await givenVisitor()
  roomId = (await givenRoomFor([visitor])).roomId
})
afterAll(() => browser?.close())

/** A booking of the visitor's, opened from 我的预订 as a person does. */
async function openBooking(from: number, purpose: string): Promise<{ visit: Visit; booking: Booking }> {
  const booking = await get(reserveRoom, { roomId, purpose, ...spanOn(day, from, from + 60) }, visitor.token)
  const visit = await openH5(browser, { as: visitor })
  await visit.top.getByRole('button', { name: /^我的预订/ }).tap()
  await visit.top.getByRole('tab', { name: '即将开始' }).waitFor() // home lists the booking as well
  await visit.top.getByRole('button', { name: new RegExp(purpose) }).tap()
  await visit.top.getByRole('button', { name: '取消预订' }).waitFor()
  return { visit, booking }
}

const nowOf = async ({ bookingId }: Booking) => (await get(getBooking, { bookingId }, visitor.token)).booking

test('a booking is moved to another time', async () => {
  const { visit, booking } = await openBooking(9 * 60, '要改时间的会')
  const { top, page } = visit
  await top.getByRole('button', { name: '改时间' }).tap()
  const sheet = top.getByRole('dialog', { name: '改时间' })
  await sheet.getByRole('radio', { name: '14:30' }).tap()
  await sheet.getByRole('button', { name: '改到这个时间' }).tap()
  await page.getByText('时间已改好').waitFor()
  await top.getByText(/14:30–15:30/).waitFor()
  expect(await nowOf(booking)).toMatchObject(spanOn(day, 870, 930))
  await visit.end()
})

test('a booking is shortened', async () => {
  const { visit, booking } = await openBooking(10 * 60, '要缩短的会')
  const { top } = visit
  await top.getByRole('button', { name: '改时间' }).tap()
  const sheet = top.getByRole('dialog', { name: '改时间' })
  await sheet.getByRole('radio', { name: '30 分钟' }).tap()
  await sheet.getByRole('button', { name: '改到这个时间' }).tap()
  await top.getByText(/10:00–10:30/).waitFor()
  expect(await nowOf(booking)).toMatchObject(spanOn(day, 600, 630))
  await visit.end()
})

test('a booking is cancelled after one question, and then stands among the past ones', async () => {
  const { visit, booking } = await openBooking(11 * 60, '要取消的会')
  const { top, page } = visit
  await top.getByRole('button', { name: '取消预订' }).tap()
  await page.getByText('不能恢复。确定取消吗').waitFor()
  await page.getByText('再想想').tap()
  expect((await nowOf(booking)).status).toBe('confirmed')
  await top.getByRole('button', { name: '取消预订' }).tap()
  await page.locator('.taro__modal-foot, .taro-modal__foot').getByText('取消预订').tap()
  await top.getByText('已取消', { exact: true }).waitFor()
  expect((await nowOf(booking)).status).toBe('cancelled')
  await page.goBack()
  await top.getByRole('tab', { name: '以前的' }).tap()
  await top.getByRole('button', { name: /要取消的会/ }).waitFor()
  await visit.end()
})
