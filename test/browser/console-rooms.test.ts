import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { listMyBookings, reserveRoom } from '../../contract/booking'
import { listRoomRecords } from '../../contract/booking-rooms'
import { launchChromium } from '../support/chromium'
import { readPdf } from '../support/pdf-text'
import { dayIn, spanOn } from '../support/times'
import { heldBack, openConsole } from '../support/visit'
import { get, givenRoomFor, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('a steward changes how many a room holds and pauses it; the next look shows it', async () => {
  const steward = await givenVisitor(['steward'])
  const room = await givenRoomFor([steward])
  const { page, picture, end } = await openConsole(browser, { as: steward })
  await page.getByRole('link', { name: '会议室目录' }).click()
  await page.getByRole('searchbox', { name: '搜索会议室' }).fill(room.name)
  await page.getByRole('link', { name: room.name }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('spinbutton', { name: '容量' }).fill('17')
  await drawer.getByRole('switch', { name: '接受预订' }).click()
  await picture('console-room')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText(`已保存 ${room.name}`).waitFor()
  await page.reload()
  await drawer.getByRole('spinbutton', { name: '容量' }).waitFor()
  expect(await drawer.getByRole('spinbutton', { name: '容量' }).inputValue()).toBe('17')
  const { items } = await get(listRoomRecords, { query: room.name }, steward.token)
  expect(items.map(({ rules }) => [rules.capacity, rules.isBookable])).toEqual([[17, false]])
  await end()
})

test('the door label of a room is downloaded: a PDF with its name and code', async () => {
  const steward = await givenVisitor(['steward'])
  const room = await givenRoomFor([steward])
  const { page, end } = await openConsole(browser, { as: steward })
  await page.goto('/console/#/booking/rooms')
  await page.getByRole('searchbox', { name: '搜索会议室' }).fill(room.name)
  const row = page.getByRole('row', { name: new RegExp(room.name) })
  await row.getByRole('checkbox').check()
  await page.getByRole('button', { name: '打印 1 间的门牌' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 PDF', disabled: false }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  const pdf = readFileSync(await download.path())
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const texts = readPdf(pdf).flatMap((sheet) => sheet.texts)
  expect(texts.join('')).toContain(room.name)
  expect(texts.join('')).toContain(room.humanCode)
  await end()
})

test('from the day’s grid a steward books for a colleague, who finds it among their own', async () => {
  const steward = await givenVisitor(['steward'])
  const colleague = await givenVisitor()
  const room = await givenRoomFor([steward])
  const { page, picture, end } = await openConsole(browser, { as: steward })
  await page.goto(`/console/#/booking/day?day=${dayIn(2)}&query=${encodeURIComponent(room.name)}`)
  await page.getByRole('button', { name: `预订${room.name}` }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('combobox', { name: '使用人' }).fill(colleague.name)
  await page.locator('.ant-select-item-option').filter({ hasText: colleague.name }).click()
  await drawer.getByRole('textbox', { name: '会议主题' }).fill('代订的会')
  await picture('console-reserve')
  await drawer.getByRole('button', { name: '预订', exact: true }).click()
  await page.getByRole('button', { name: /代订的会$/ }).waitFor()
  const { items } = await get(listMyBookings, {}, colleague.token)
  expect(items).toMatchObject([
    { purpose: '代订的会', roomId: room.roomId, organizer: { name: colleague.name }, bookedBy: { name: steward.name } },
  ])
  await end()
})

test('a time that is taken brings ways, and what was filled in stays', async () => {
  const steward = await givenVisitor(['steward'])
  const room = await givenRoomFor([steward])
  const { page, end } = await openConsole(browser, { as: steward })
  await page.goto(`/console/#/booking/day?day=${dayIn(2)}&query=${encodeURIComponent(room.name)}`)
  // what the room has is not yet known when the wish is sent
  const late = await heldBack(page, 'booking.getRoomWeek')
  await page.getByRole('button', { name: `预订${room.name}` }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '会议主题' }).fill('评审')
  await get(reserveRoom, { roomId: room.roomId, purpose: '抢先', ...spanOn(dayIn(2), 0, 60) }, steward.token)
  await drawer.getByRole('button', { name: '预订', exact: true }).click()
  await drawer.getByText('被别人订走了').waitFor()
  await late()
  await drawer
    .getByRole('button', { name: /^换时间/ })
    .first()
    .click()
  expect(await drawer.getByRole('textbox', { name: '会议主题' }).inputValue()).toBe('评审')
  await drawer.getByRole('button', { name: '预订', exact: true }).click()
  await page.getByRole('dialog').filter({ hasText: '取消预订' }).getByText('评审').waitFor()
  const { items } = await get(listMyBookings, {}, steward.token)
  expect(items.map(({ purpose }) => purpose).sort()).toEqual(['抢先', '评审'].sort())
  await end()
})
