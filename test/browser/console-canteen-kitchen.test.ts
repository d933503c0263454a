import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { getMenuWeek } from '../../contract/canteen'
import { getHeadcount } from '../../contract/canteen-headcount'
import { reserveMeal } from '../../contract/canteen-meals'
import { getMenuDraft, publishMenu, saveMenuDay } from '../../contract/canteen-menus'
import type { MealWord } from '../../contract/canteen-words'
import { givenKitchen, givenLabelledDish, type VisitedKitchen } from '../support/canteen-visitors'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { dayIn } from '../support/times'
import { openConsole } from '../support/visit'
import { get, givenVisitor, type Visitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const tomorrow = dayIn(1)

/** A kitchen with lunch today, which is open all day, and an overtime dinner tomorrow, with two colleagues at each. */
async function givenGuests(): Promise<{ kitchen: VisitedKitchen; dish: string; guests: Visitor[] }> {
  const all = (meal: MealWord) => ({
    meal,
    opensMinute: 0,
    closesMinute: 1440,
    isReservable: meal === 'overtime',
    cutoffDays: 0,
    cutoffMinute: 0,
  })
  const kitchen = await givenKitchen(['主荤'], { meals: [all('lunch'), all('overtime')] })
  const { canteen, cook, windowIds, word } = kitchen
  const { canteenId } = canteen
  const dish = await givenLabelledDish(kitchen, `牛肉面${word}`, ['牛肉', '面条'])
  for (const day of [dayIn(0), tomorrow]) {
    const meal: MealWord = day === tomorrow ? 'overtime' : 'lunch'
    const line = { meal, windowId: windowIds[0] ?? '', dishId: dish.dishId }
    await get(saveMenuDay, { canteenId, day, revision: 0, lines: [line] }, cook.token)
    await get(publishMenu, { canteenId, days: [day] }, cook.token)
  }
  const guests = [await givenVisitor(), await givenVisitor()]
  for (const [i, { token }] of guests.entries())
    await get(
      reserveMeal,
      { canteenId, day: tomorrow, meal: 'overtime', note: i === 0 ? '少放辣' : '', portion: 'full' },
      token,
    )
  return { kitchen, dish: dish.name, guests }
}

test('the kitchen sees how many eat, says what is sold out, and enters what a meal came to', async () => {
  const { kitchen, dish, guests } = await givenGuests()
  const { canteen, cook } = kitchen
  const { canteenId } = canteen
  const { page, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto(`/console/#/canteen/headcount?canteen=${canteenId}`)
  const lunch = page.getByRole('region', { name: '午餐', exact: true })
  await lunch.getByRole('switch', { name: `${dish}售罄` }).click()
  await lunch.getByText('售罄', { exact: true }).nth(1).waitFor()
  const week = await get(getMenuWeek, { canteenId, day: dayIn(0) }, guests[0]?.token)
  const servings = week.days.flatMap(({ sittings }) => sittings).flatMap((sitting) => sitting.servings)
  expect(servings.filter(({ isSoldOut }) => isSoldOut)).toHaveLength(1)

  await lunch.getByRole('spinbutton', { name: '实际就餐' }).fill('186')
  await lunch.getByRole('spinbutton', { name: '剩余' }).fill('7.5')
  await lunch.getByRole('button', { name: '登记' }).click()
  await page.getByText('已登记午餐的实际人数').waitFor()
  const { meals } = await get(getHeadcount, { canteenId, day: dayIn(0) }, cook.token)
  expect(meals).toMatchObject([{ meal: 'lunch', served: 186, leftoverKg: 7.5 }])

  await page.getByRole('button', { name: '明天' }).click()
  const overtime = page.getByRole('region', { name: '加班餐', exact: true })
  await overtime.getByText('2 人').waitFor()
  await picture('console-canteen-headcount')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  // on paper there are no menus and switches
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('navigation', { name: '主菜单' }).isVisible()).toBe(false)
  expect(await page.getByRole('switch').first().isVisible()).toBe(false)
  expect(await page.getByText(/备餐单 · /).isVisible()).toBe(true)
  await end()
})

test('the overtime dinner list names who comes, and goes into a spreadsheet as it stands', async () => {
  const { kitchen, guests } = await givenGuests()
  const { page, context, picture, end } = await openConsole(browser, { as: kitchen.cook, width: 1440 })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/console/#/canteen/overtime?canteen=${kitchen.canteen.canteenId}&day=${tomorrow}`)
  const list = page.getByRole('table', { name: '加班餐名单' })
  for (const { name, department } of guests)
    await list.getByRole('row', { name: new RegExp(`${department} ${name}`) }).waitFor()
  await picture('console-canteen-overtime')
  await page.getByRole('button', { name: '复制表格' }).click()
  await page.getByText('已复制 2 人').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  const [head, ...rows] = copied.split('\n').map((line) => line.split('\t'))
  expect(head).toEqual(['部门', '姓名', '工号', '份量', '备注'])
  expect(rows.map((row) => row[1]).sort()).toEqual(guests.map(({ name }) => name).sort())
  expect(rows.map((row) => row[4]).sort()).toEqual(['', '少放辣'])
  await end()
})

test('a new canteen is entered with its windows and meals, and is public where it is said to be', async () => {
  const { cook, word } = await givenKitchen()
  const { page, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto('/console/#/canteen/canteens')
  await page.getByRole('button', { name: '添加食堂' }).click()
  const name = `南院食堂${word}`
  await page.getByRole('textbox', { name: /名称$/ }).fill(name)
  await page.getByRole('textbox', { name: '第 1 个档口' }).fill('面档')
  await page.getByRole('button', { name: '添加档口' }).click()
  await page.getByRole('textbox', { name: '第 2 个档口' }).fill('清真窗口')
  await page.getByRole('button', { name: '第 2 个档口上移' }).click()
  await page.getByRole('switch', { name: '供应夜宵' }).click()
  await page.getByRole('switch', { name: '公开已发布的菜单' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText(`已保存 ${name}`).waitFor()
  const row = page.getByRole('row', { name: new RegExp(name) })
  await row.getByText('清真窗口、面档').waitFor()
  await row.getByText('夜宵 21:00–23:00').waitFor()
  await row.getByText(name).click()
  await page.getByText(/\/openmensa\/[0-9a-f-]{36}\.xml/).waitFor()
  await picture('console-canteen-canteen')
  await end()
})

test('the week hangs on the wall with codes of allergens, and the figures go into a workbook', async () => {
  const { kitchen, dish } = await givenGuests()
  const { canteenId } = kitchen.canteen
  const { page, picture, end } = await openConsole(browser, { as: kitchen.cook, width: 1440 })
  await page.goto(`/console/#/canteen/print?canteen=${canteenId}&week=${dayIn(0)}`)
  const wall = page.getByRole('region', { name: '周菜单' })
  await wall.getByText('过敏原以窗口公示为准').waitFor()
  // A 麸质谷物 and O 牛羊肉 for certain; noodles are often made with eggs, which the kitchen has not settled
  expect(await wall.locator('td').filter({ hasText: dish }).first().innerText()).toBe(`${dish}AO?`)
  expect(await wall.innerText()).toContain('A 麸质谷物　O 牛羊肉　? 还有没确认的过敏原')
  await page.emulateMedia({ media: 'print' })
  await picture('console-canteen-wall')
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`/console/#/canteen/report?canteen=${canteenId}`)
  await page.getByText('平均评分').waitFor()
  await picture('console-canteen-report')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  const bytes = readFileSync(await (await downloading).path())
  expect(bytes.subarray(0, 2).toString()).toBe('PK')
  const { days } = await get(getMenuDraft, { canteenId, day: dayIn(0) }, kitchen.cook.token)
  expect(days.find(({ day }) => day === dayIn(0))?.publishedAt).toBeDefined()
  await end()
})
