import type { Browser, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { getTicket, listMyTickets } from '../../contract/repair'
import { launchChromium } from '../support/chromium'
import { givenRepairCorner, givenTechnician, type RepairCorner } from '../support/repair-visitors'
import { openConsole, openH5, type Visit } from '../support/visit'
import { get, givenVisitor, type Visitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const button = (top: Locator, name: string | RegExp) => top.getByRole('button', { name, exact: true, disabled: false })

/** Chooses a picture where a tap on `name` asks for one. */
async function choosePicture({ page, top }: Visit, name: RegExp, colour: string): Promise<void> {
  const picture = sharp({ create: { width: 80, height: 60, channels: 3, background: colour } }).jpeg()
  const choosing = page.waitForEvent('filechooser')
  await top.getByRole('button', { name }).tap()
  await (await choosing).setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await picture.toBuffer() })
  await top.getByRole('button', { name: '删除照片 1' }).waitFor()
}

/** From the code on the door to 已提交: three taps and a photo. The number of the ticket. */
async function report(visit: Visit, { place, category }: RepairCorner): Promise<string> {
  const { page, top } = visit
  await page.goto(`/r/${place.codeToken}`)
  let taps = 0
  const tap = async (name: string | RegExp) => {
    await button(top, name).tap()
    taps += 1
  }
  await tap('报修')
  await tap(category.name)
  await choosePicture(visit, /拍照/, '#226699')
  await tap('提交')
  expect(taps).toBe(3)
  await top.getByText('已提交').waitFor()
  return /单号 (\w+)/.exec(await top.innerText())?.[1] ?? ''
}

/** The desk finds the new ticket on its board and gives it to somebody. */
async function assignOnBoard(page: Page, { category }: RepairCorner, number: string, to: Visitor): Promise<void> {
  await page.goto(`/console/#/repair/board?category=${category.categoryId}`)
  const column = page.getByRole('region', { name: '待派单' })
  await column.getByRole('link', { name: new RegExp(number) }).click()
  const ticket = page.getByRole('article', { name: `工单 ${number}` })
  await ticket.getByRole('button', { name: '派单' }).click()
  await ticket.locator('label').filter({ hasText: to.name }).click()
  await ticket.getByRole('button', { name: `派给${to.name}` }).click()
  await ticket.getByText(`派给${to.name}`).first().waitFor()
}

/** The technician accepts and begins from the list, and finishes with a picture and what it cost. */
async function work(visit: Visit, number: string, cost?: { name: string; price: string }): Promise<void> {
  const { page, top } = visit
  await page.goto('about:blank')
  await page.goto('/#/features/repair/jobs')
  await button(top, '接单').tap()
  await button(top, '开始').tap()
  await button(top, '去完成').tap()
  await top.getByText(`单号 ${number}`).waitFor()
  const sheet = top.getByRole('dialog', { name: '完成' })
  await sheet.getByText('修好了', { exact: true }).tap()
  if (cost) {
    await choosePicture(visit, /拍照/, '#339933')
    await button(sheet, '添加费用或配件').tap()
    await sheet.getByRole('textbox', { name: '名称和型号' }).fill(cost.name)
    await sheet.getByRole('spinbutton', { name: '单价（元）' }).fill(cost.price)
    await button(sheet, '加入').tap()
    await sheet.getByText(`合计 ¥${cost.price}`).waitFor()
  }
  await button(sheet, '提交完成').tap()
  await top.getByText('已完成', { exact: true }).first().waitFor()
  if (!cost) return
  await top.getByText('完工照片', { exact: true }).waitFor()
  await top.getByText(`费用和配件 合计 ¥${cost.price}`).waitFor()
}

test('a ticket’s whole life: reported from the door, assigned, done, rated, opened again, done again, called back', async () => {
  const corner = await givenRepairCorner({ resolve: { clock: 'wall', minutes: 600 } })
  const [reporter, desk] = [await givenVisitor(), await givenVisitor(['dispatcher'])]
  const technician = await givenTechnician(corner)
  const phone = await openH5(browser, { as: reporter })
  const van = await openH5(browser, { as: technician })
  const office = await openConsole(browser, { as: desk, width: 1440 })

  const number = await report(phone, corner)
  await phone.picture('life-1-reported')
  const [mine] = (await get(listMyTickets, {}, reporter.token)).items
  const ticketId = mine?.ticketId ?? ''
  const seenBy = ({ token }: Visitor) => get(getTicket, { ticketId }, token)
  expect(mine).toMatchObject({ number, status: 'new', place: expect.stringContaining(corner.place.name) })

  await assignOnBoard(office.page, corner, number, technician)
  await office.picture('life-2-assigned')
  await work(van, number, { name: '启动电容', price: '35.55' })
  await van.picture('life-3-done')
  const first = await seenBy(technician)
  expect(first).toMatchObject({ status: 'done', closedKind: 'fixed', accountable: technician.name })
  expect(first.costs).toMatchObject([{ name: '启动电容', quantity: 1, unitPriceFen: 3555 }])

  // confirmed with two stars; then it happens again
  const { page, top } = phone
  await page.goto('about:blank')
  await page.goto(`/#/features/repair/ticket?ticketId=${ticketId}`)
  await top.getByRole('button', { name: '查看照片 1' }).nth(1).waitFor()
  await top.getByRole('radio', { name: /^2 星/ }).tap()
  await top.getByRole('checkbox', { name: '速度' }).tap()
  await button(top, '已解决，提交评价').tap()
  await top.getByText('您的评价').waitFor()
  expect(await seenBy(reporter)).toMatchObject({ status: 'confirmed', rating: { stars: 2, reasons: ['speed'] } })
  await phone.picture('life-4-rated')
  await button(top, '没有解决，重新打开').tap()
  await top.getByText('好了又坏').tap()
  await top.getByText('待派单').first().waitFor()
  const second = await seenBy(desk)
  expect(second).toMatchObject({ status: 'new', cycle: 2, accountable: technician.name, mayRate: false })
  expect(second.rating).toBeUndefined()
  expect(second.photos.map(({ stage, cycle }) => [stage, cycle]).sort()).toEqual([
    ['finish', 1],
    ['report', 1],
  ])

  // the desk gives it out again, this time from its phone
  const stairs = await openH5(browser, { as: desk })
  await stairs.page.goto(`/#/features/repair/ticket?ticketId=${ticketId}`)
  await button(stairs.top, '派单').tap()
  const choice = stairs.top.getByRole('radio', { name: new RegExp(technician.name) })
  expect(await choice.innerText()).toContain('会组')
  await choice.tap()
  await button(stairs.top, `派给${technician.name}`).tap()
  await stairs.top.getByText('待接单').first().waitFor()
  await work(van, number)

  // the return visit of the second cycle, by somebody who did not do the work
  await office.page.goto('/console/#/repair/visits')
  const line = office.page.getByRole('listitem', { name: `回访 ${number}` })
  await line.getByRole('textbox', { name: `${number} 的回访记录` }).fill('现在不响了')
  await office.picture('life-5-visit')
  await line.getByRole('button', { name: '满意', exact: true }).click()
  await line.waitFor({ state: 'detached' })
  const last = await seenBy(reporter)
  expect(last).toMatchObject({ status: 'confirmed', cycle: 2, visitState: 'satisfied', mayRate: true })
  // what the first cycle came to is still told
  expect(last.timeline.map(({ kind, cycle }) => `${cycle} ${kind}`)).toEqual([
    ...['reported', 'photographed', 'assigned', 'accepted', 'started', 'finished', 'photographed'].map((k) => `1 ${k}`),
    ...['confirmed', 'rated'].map((kind) => `1 ${kind}`),
    ...['reopened', 'assigned', 'accepted', 'started', 'finished', 'visited', 'confirmed'].map((kind) => `2 ${kind}`),
  ])
  await page.reload()
  await top.getByText('已完成').first().waitFor()
  await phone.picture('life-6-called-back')
  for (const visit of [phone, van, stairs, office]) await visit.end()
})
