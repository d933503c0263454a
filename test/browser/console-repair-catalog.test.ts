import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { reportTicket } from '../../contract/repair'
import { listCategories, listPlaceRecords } from '../../contract/repair-catalog'
import { lookAtPlace } from '../../contract/repair-places'
import { launchChromium } from '../support/chromium'
import { readPdf } from '../support/pdf-text'
import { openConsole } from '../support/visit'
import { get, givenVisitor, unique } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('the desk adds a category with a limit, a question and a card; whoever reports gets its deadline', async () => {
  const desk = await givenVisitor(['dispatcher'])
  const name = `地毯${unique()}`
  const { page, picture, end } = await openConsole(browser, { as: desk })
  await page.getByRole('link', { name: '类别与时限' }).click()
  await page.getByRole('button', { name: '在墙面地面里添加类别' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('textbox', { name: '名称' }).fill(name)
  // what is chosen already lies over the field
  await drawer.getByRole('combobox', { name: '紧急方案怎么计算' }).click({ force: true })
  await page
    .locator('.ant-select-item-option')
    .filter({ hasText: /^按昼夜$/ })
    .click()
  await drawer.getByRole('spinbutton', { name: '紧急方案多久' }).fill('6')
  await drawer.getByRole('spinbutton', { name: '紧急响应多久' }).fill('3')
  await drawer.getByRole('button', { name: '添加问题' }).click()
  await drawer.getByRole('textbox', { name: '第 1 个问题', exact: true }).fill('多大一块？')
  await drawer.getByRole('textbox', { name: '自助提示' }).fill('先把翘起的一角压平。')
  await picture('console-category')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText(`已保存 ${name}`).waitFor()
  const row = page.getByRole('row', { name: new RegExp(name) })
  await row.getByText('3 小时').waitFor()

  const { categories } = await get(listCategories, {}, desk.token)
  const made = categories.find((category) => category.name === name)
  expect(made).toMatchObject({
    questions: [{ question: '多大一块？', choices: [] }],
    selfHelp: '先把翘起的一角压平。',
    limits: {
      // begun like the others of its group
      normal: { response: { clock: 'service', minutes: 120 } },
      urgent: { response: { clock: 'wall', minutes: 180 }, plan: { clock: 'wall', minutes: 360 } },
    },
  })
  const staff = await givenVisitor()
  const report = { categoryId: made?.categoryId ?? '', placeNote: '大厅', urgency: 'urgent' as const }
  const ticket = await get(reportTicket, report, staff.token)
  expect(Date.parse(ticket.responseDueAt ?? '') - Date.parse(ticket.createdAt)).toBe(3 * 3_600_000)
  await end()
})

test('a place where nobody takes pictures gets a code and a label; a renewed code ends the old one', async () => {
  const desk = await givenVisitor(['manager'])
  const name = `样品间${unique()}`
  const { page, picture, end } = await openConsole(browser, { as: desk })
  await page.goto('/console/#/repair/places')
  await page.getByRole('button', { name: '添加地点' }).click()
  const drawer = page.getByRole('dialog', { name: '添加地点' })
  await drawer.getByRole('textbox', { name: '名称' }).fill(name)
  await drawer.getByRole('combobox', { name: '楼宇' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '实验楼' }).click()
  await drawer.getByRole('radio', { name: /禁止拍照/ }).check()
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText(`已保存 ${name}`).waitFor()
  const made = (await get(listPlaceRecords, { query: name }, desk.token)).items[0]
  expect(made).toMatchObject({ building: '实验楼', photoPolicy: 'forbidden', isRoom: false })

  const opened = page.getByRole('dialog', { name })
  await opened.getByText(made?.humanCode ?? '').waitFor()
  await picture('console-place')
  await opened.getByRole('button', { name: '更换二维码' }).click()
  await page.getByRole('button', { name: '更换', exact: true }).click()
  await page.getByText('已更换二维码').waitFor()
  const renewed = (await get(listPlaceRecords, { query: name }, desk.token)).items[0]
  expect(renewed?.humanCode).not.toBe(made?.humanCode)
  const found = await get(lookAtPlace, { token: renewed?.humanCode }, desk.token)
  expect(found.place).toMatchObject({ name, photoPolicy: 'forbidden' })
  await opened.getByRole('button', { name: '打印标签' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载 PDF', disabled: false }).click()
  const pdf = readFileSync(await (await downloading).path())
  const texts = readPdf(pdf).flatMap((sheet) => sheet.texts)
  expect(texts.join('')).toContain(name)
  expect(texts.join('')).toContain(renewed?.humanCode)
  await end()
})

test('what was typed about a technician is not lost by a closed drawer without a question, and is kept when saved', async () => {
  const technician = await givenVisitor(['technician'])
  const desk = await givenVisitor(['dispatcher'])
  const { page, picture, end } = await openConsole(browser, { as: desk })
  await page.goto('/console/#/repair/technicians')
  await page.getByRole('link', { name: technician.name }).click()
  const drawer = page.getByRole('dialog').first()
  const skill = `石工${unique()}`
  await drawer.getByRole('combobox', { name: '技能' }).fill(skill)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await drawer.getByRole('button', { name: '周一加一段' }).click()
  // beside the drawer
  await page.mouse.click(100, 600)
  await page.getByRole('button', { name: '继续填写' }).click()
  await picture('console-technician')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText(`已保存 ${technician.name}`).waitFor()
  const row = page.getByRole('row', { name: new RegExp(technician.name) })
  await row.getByText(skill).waitFor()
  await row.getByText('周一 08:30–17:30').waitFor()
  await end()
})

test('an administrator sees settings refused with what is wrong, and nothing of the tickets', async () => {
  const admin = await givenVisitor(['admin'])
  const { page, picture, end } = await openConsole(browser, { as: admin })
  await page.getByRole('link', { name: '维修设置' }).click()
  await page.getByText('服务时间、值班电话').waitFor()
  expect(await page.getByRole('link', { name: '工单', exact: true }).count()).toBe(0)
  for (const day of ['周一', '周二', '周三', '周四', '周五']) {
    for (let i = 0; i < 2; i++)
      await page
        .getByRole('button', { name: `删除${day}的这一段` })
        .first()
        .click()
  }
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('一周中至少要有一段服务时间').waitFor()
  await picture('console-repair-settings')
  await end()
})
