import type { Browser } from 'playwright-core'
import { getTicket, listMyTickets } from '../../contract/repair'
import { listVisits, recordVisit } from '../../contract/repair-desk'
import { finishTicket } from '../../contract/repair-work'
import { launchChromium } from '../support/chromium'
import { givenRepairCorner, reportedBy } from '../support/repair-visitors'
import { openConsole } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

// a picture that was really taken: one pixel, as a phone's screenshot begins
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('the desk enters by keyboard what somebody tells on the phone; it follows the ticket that was there before', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner()
  const caller = await givenVisitor()
  const before = await reportedBy(await givenVisitor(), corner, { words: '机器一直响' })
  const { page, picture, end } = await openConsole(browser, { as: desk, width: 1440 })
  await page.getByRole('link', { name: '代报' }).click()
  const form = page.getByRole('form', { name: '代报' })
  // the field for the caller has the focus from the beginning
  await form.getByRole('combobox', { name: '报修人' }).waitFor()
  await page.keyboard.type(caller.name)
  await page.getByTitle(new RegExp(`^${caller.name}（`)).waitFor()
  await page.keyboard.press('Enter')
  await form.getByRole('combobox', { name: '地点' }).fill(corner.place.name)
  await page.getByTitle(new RegExp(`^${corner.place.name}（`)).waitFor()
  await page.keyboard.press('Enter')
  const there = page.getByRole('complementary', { name: '这个地点没办完的工单' })
  await there.getByText('机器一直响').waitFor()
  await form.getByRole('combobox', { name: '类别' }).fill(corner.category.name)
  await page.keyboard.press('Enter')
  await form.getByRole('radio', { name: '不大' }).check()
  await form.getByRole('textbox', { name: '联系电话' }).fill('13800138000')
  await form.getByRole('textbox', { name: '描述' }).fill('来电说机器响')
  await page.locator('input[type=file]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: pixel })
  await there.getByRole('button', { name: '是同一件事，合并到它' }).click()
  await form.getByRole('button', { name: `保存并合并到 ${before.number}` }).waitFor()
  await picture('console-enter')
  await form.getByRole('textbox', { name: '描述' }).press('Control+Enter')
  await page.getByText(`已录入并合并到 ${before.number}`).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)

  const { items } = await get(listMyTickets, {}, caller.token)
  expect(items).toMatchObject([{ mergedIntoId: before.ticketId, categoryId: corner.category.categoryId }])
  const entered = await get(getTicket, { ticketId: items[0]?.ticketId ?? '' }, desk.token)
  expect(entered).toMatchObject({
    channel: 'hotline',
    requester: caller.name,
    reportedBy: desk.name,
    phone: '13800138000',
    answers: [{ question: '声音大吗', answer: '不大' }],
    photos: [{ stage: 'report' }],
  })
  expect((await get(getTicket, { ticketId: before.ticketId }, desk.token)).priority).toBe(2)

  // on to the next call, without the mouse
  await page.keyboard.press('Enter')
  await form.getByRole('combobox', { name: '报修人' }).waitFor()
  expect(await form.getByRole('textbox', { name: '描述' }).inputValue()).toBe('')
  await end()
})

test('what is missing is said at its field, and nothing is sent', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const { page, end } = await openConsole(browser, { as: desk })
  await page.goto('/console/#/repair/enter')
  await page.getByRole('button', { name: '保存工单' }).click()
  await page.getByText('请选择报修人').waitFor()
  await page.getByText('请选择地点，或在这里写清楚在哪里').waitFor()
  await page.getByText('请选择类别').waitFor()
  await end()
})

test('return visits: one’s own work is for others; not reached is tried again; unsatisfied needs words and reopens', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const other = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner()
  const staff = await givenVisitor()
  const [theirs, own] = [await reportedBy(staff, corner, { phone: '13900139000' }), await reportedBy(staff, corner)]
  await get(finishTicket, { ticketId: theirs.ticketId, closedKind: 'fixed' }, other.token)
  await get(finishTicket, { ticketId: own.ticketId, closedKind: 'fixed' }, desk.token)
  const { page, picture, end } = await openConsole(browser, { as: desk })
  await page.goto('/console/#/repair/visits')
  // the latest completed stand on the last page
  const lineOf = (number: string) => page.getByRole('listitem', { name: `回访 ${number}` })
  const next = page.getByRole('button', { name: '下一页' })
  await page.getByText(/共 \d+ 件待回访/).waitFor()
  while ((await lineOf(own.number).count()) === 0 && (await next.isEnabled())) {
    await next.click()
    await page.getByRole('region', { name: '待回访' }).and(page.locator('[aria-busy=false]')).waitFor()
  }
  const line = lineOf(theirs.number)
  await line.getByText('13900139000').waitFor()
  expect(await lineOf(own.number).getByRole('button', { name: '满意', exact: true }).isDisabled()).toBe(true)
  await lineOf(own.number).getByText('这件是您处理的，请另一位同事回访').waitFor()

  await line.getByRole('textbox').fill('无人接听')
  await line.getByRole('button', { name: '未接通' }).click()
  await line.getByText('无人接听').waitFor()
  await line.getByText('第 2 次（最多 3 次）').waitFor()
  await line.getByRole('button', { name: '不满意，重开' }).click()
  await line.getByText('请写下哪里不满意').waitFor()
  await picture('console-visits')
  await line.getByRole('textbox').fill('过了一夜又响了')
  await line.getByRole('button', { name: '不满意，重开' }).click()
  await line.waitFor({ state: 'detached' })
  const after = await get(getTicket, { ticketId: theirs.ticketId }, other.token)
  expect([after.status, after.cycle]).toEqual(['new', 2])

  // somebody else asks about the desk's own work
  await get(recordVisit, { ticketId: own.ticketId, outcome: 'satisfied' }, other.token)
  const left = await get(listVisits, { limit: 100 }, desk.token)
  expect(left.items.filter(({ number }) => [own.number, theirs.number].includes(number))).toEqual([])
  await end()
})
