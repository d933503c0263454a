import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { getTicket } from '../../contract/repair'
import { listViews } from '../../contract/repair-desk'
import { finishTicket, listJobs } from '../../contract/repair-work'
import { launchChromium } from '../support/chromium'
import { givenRepairCorner, givenTechnician, type RepairCorner, reportedBy } from '../support/repair-visitors'
import { openConsole } from '../support/visit'
import { get, givenVisitor, unique } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** The board with nothing but the tickets of one corner. */
async function openBoard(page: Page, { category }: RepairCorner): Promise<void> {
  await page.goto(`/console/#/repair/board?category=${category.categoryId}`)
  await page.getByRole('region', { name: '待派单' }).waitFor()
}

const card = (page: Page, number: string) => page.getByRole('link', { name: new RegExp(number) })

test('the board shows a new ticket; a filter is kept under a name, in the address, and in the table', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner()
  const staff = await givenVisitor()
  const { number } = await reportedBy(staff, corner, { urgency: 'urgent' })
  const calm = await reportedBy(staff, corner)
  const { page, picture, end } = await openConsole(browser, { as: desk, width: 1440 })
  await openBoard(page, corner)
  await page.getByRole('region', { name: '待派单' }).getByRole('link', { name: /紧急/ }).waitFor()
  await card(page, calm.number).waitFor()

  await page.getByRole('combobox', { name: '紧急程度' }).click()
  await page.getByTitle('紧急', { exact: true }).click()
  await card(page, calm.number).waitFor({ state: 'detached' })
  const name = `紧急${unique()}`
  await page.getByRole('button', { name: '保存当前条件' }).click()
  await page.getByRole('textbox', { name: '视图名称' }).fill(name)
  await page.getByRole('button', { name: '保存视图' }).click()
  await page.getByRole('button', { name, exact: true, pressed: true }).waitFor()
  await picture('console-board')

  await page.getByRole('button', { name: '清除条件' }).click()
  await page.getByRole('button', { name, exact: true, pressed: false }).click()
  await page.getByText('表格', { exact: true }).click()
  await page.reload()
  const table = page.getByRole('region', { name: '工单列表' })
  await table.getByRole('row', { name: new RegExp(number) }).waitFor()
  expect(await table.getByRole('row', { name: new RegExp(calm.number) }).count()).toBe(0)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect(
    readFileSync(await (await downloading).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')

  await page.getByRole('button', { name: `删除视图${name}` }).click()
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' })
  expect((await get(listViews, {}, desk.token)).views).toEqual([])
  await end()
})

test('a ticket is assigned for reasons that are shown, and says why it is due when it is', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner({ response: { clock: 'wall', minutes: 120 } })
  const technician = await givenTechnician(corner)
  const { number, ticketId } = await reportedBy(await givenVisitor(), corner)
  const { page, picture, end } = await openConsole(browser, { as: desk })
  await openBoard(page, corner)
  // by keyboard: the card has the focus, Enter opens it
  await card(page, number).focus()
  await page.keyboard.press('Enter')
  const ticket = page.getByRole('article', { name: `工单 ${number}` })
  await ticket.getByText('为什么是这个时间').click()
  await ticket.getByText('限时 2 小时（昼夜连续计算）').waitFor()
  await ticket.getByText('计入时限 2 小时').waitFor()

  await ticket.getByRole('button', { name: '派单' }).click()
  const form = ticket.getByRole('form', { name: '派单' })
  const choice = form.locator('label').filter({ hasText: technician.name })
  expect(await choice.innerText()).toMatch(new RegExp(`会${corner.skill}\\s*负责这栋楼\\s*不在班\\s*手上没有工单`))
  await choice.click()
  await picture('console-assign')
  await form.getByRole('button', { name: `派给${technician.name}` }).click()
  await ticket.getByText(`派给${technician.name}`).waitFor()
  await page
    .getByRole('region', { name: '待接单' })
    .getByRole('link', { name: new RegExp(number) })
    .waitFor()
  const { jobs } = await get(listJobs, {}, technician.token)
  expect(jobs).toMatchObject([{ ticketId, status: 'assigned' }])
  await end()
})

test('what somebody else has settled meanwhile is refused with a sentence, and the ticket is read anew', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner()
  const technician = await givenTechnician(corner)
  const { number, ticketId } = await reportedBy(await givenVisitor(), corner)
  const { page, end } = await openConsole(browser, { as: desk })
  await openBoard(page, corner)
  await card(page, number).click()
  const ticket = page.getByRole('article', { name: `工单 ${number}` })
  await ticket.getByRole('button', { name: '派单' }).click()
  const form = ticket.getByRole('form', { name: '派单' })
  await form.locator('label').filter({ hasText: technician.name }).click()
  const other = await givenVisitor(['dispatcher'])
  await get(finishTicket, { ticketId, closedKind: 'fixed' }, other.token)
  await form.getByRole('button', { name: `派给${technician.name}` }).click()
  await form.getByText('状态刚刚变了').waitFor()
  await form.getByRole('button', { name: '刷新工单' }).click()
  await ticket.getByText('完成：已修好').waitFor()
  expect(await ticket.getByRole('button', { name: '派单' }).count()).toBe(0)
  await end()
})

test('two reports of one fault are merged after they were compared, and the merge is undone', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner()
  const first = await reportedBy(await givenVisitor(), corner, { words: '机器一直响' })
  const second = await reportedBy(await givenVisitor(), corner, { words: '噪声很大' })
  const { page, picture, end } = await openConsole(browser, { as: desk })
  await openBoard(page, corner)
  await card(page, second.number).click()
  const ticket = page.getByRole('article', { name: `工单 ${second.number}` })
  await ticket.getByRole('button', { name: '合并到…' }).click()
  const form = ticket.getByRole('form', { name: '合并到…' })
  await form.getByRole('radio').check()
  await form.getByText('机器一直响').waitFor()
  await picture('console-merge')
  await form.getByRole('button', { name: `合并到 ${first.number}` }).click()
  await ticket.getByText('已合并到').waitFor()
  await card(page, second.number).waitFor({ state: 'detached' })
  await card(page, first.number).getByText('2 人').waitFor()

  await ticket.getByRole('button', { name: first.number }).click()
  const root = page.getByRole('article', { name: `工单 ${first.number}` })
  await root.getByRole('region', { name: '合并进来的工单' }).getByRole('button', { name: '撤销合并' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '撤销合并' }).click()
  await root.getByText(`${second.number} 撤销合并，单独处理`).waitFor()
  await card(page, second.number).waitFor()
  const after = await get(getTicket, { ticketId: second.ticketId }, desk.token)
  expect([after.mergedIntoId, after.priority, after.status]).toEqual([undefined, 1, 'new'])
  await end()
})

test('the board looks again every half minute by itself, but not behind an open ticket', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const corner = await givenRepairCorner()
  const staff = await givenVisitor()
  const { number } = await reportedBy(staff, corner)
  const { page, end } = await openConsole(browser, { as: desk, isClockFake: true })
  await openBoard(page, corner)
  await card(page, number).click()
  await page.getByRole('article', { name: `工单 ${number}` }).waitFor()
  const later = await reportedBy(staff, corner)
  let asked = 0
  page.on('request', (request) => {
    if (request.url().endsWith('repair.getBoard')) asked += 1
  })
  await page.clock.runFor(65_000)
  expect(asked).toBe(0)
  await page.getByRole('button', { name: '关闭' }).click()
  await card(page, later.number).waitFor()
  const latest = await reportedBy(staff, corner)
  await page.clock.runFor(31_000)
  await card(page, latest.number).waitFor()
  await end()
})
