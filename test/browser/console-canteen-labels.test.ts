import type { Browser, Page } from 'playwright-core'
import { getMenuWeek } from '../../contract/canteen'
import { stateOf } from '../../contract/canteen-allergens'
import { listDishRecords, saveDish } from '../../contract/canteen-dishes'
import { saveMenuDay } from '../../contract/canteen-menus'
import { givenBareDish, givenKitchen, nextMonday } from '../support/canteen-visitors'
import { launchChromium } from '../support/chromium'
import { lasting, poorContrasts } from '../support/page-checks'
import { openConsole } from '../support/visit'
import { get, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const monday = nextMonday()
const choose = (page: Page, allergen: string, state: string) =>
  page.getByRole('radiogroup', { name: allergen, exact: true }).getByText(state, { exact: true }).click()

test('a dish without labels blocks publishing; it is labelled on the spot, published, and staff see its labels', async () => {
  const kitchen = await givenKitchen()
  const { canteen, cook, windowIds, word } = kitchen
  const { canteenId } = canteen
  const dish = await givenBareDish(kitchen, `番茄炒蛋${word}`, ['番茄', '鸡蛋', '生抽'])
  const line = { meal: 'lunch' as const, windowId: windowIds[0] ?? '', dishId: dish.dishId }
  await get(saveMenuDay, { canteenId, day: monday, revision: 0, lines: [line] }, cook.token)
  const { page, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto(`/console/#/canteen/menu?canteen=${canteenId}&week=${monday}`)
  await page.getByRole('button', { name: '发布（1 天有更改）' }).click()
  const dialog = page.getByRole('dialog', { name: '发布菜单' })
  await dialog.getByRole('button', { name: '发布 1 天' }).click()
  await dialog.getByText('下面这些菜的标签还不能发布').waitFor()
  await dialog.getByText('有 1 道菜的标签还没有齐').waitFor()
  await picture('console-canteen-blocked')

  await dialog.getByRole('button', { name: `填写${dish.name}的标签` }).click()
  const editor = page.getByRole('region', { name: `${dish.name}的标签` })
  await editor.getByText(/「鸡蛋」推断含有/).waitFor()
  await editor.getByRole('button', { name: '采用推断的含有' }).click()
  // declared free although the eggs are in it: said at once, before anything is sent
  await choose(page, '蛋类', '确认不含')
  await editor.getByRole('status').getByText('标了“不含蛋类”').waitFor()
  await choose(page, '蛋类', '含有')
  await editor.getByRole('checkbox', { name: '纯素' }).check()
  await editor.getByRole('status').getByText('标了“纯素”').waitFor()
  await picture('console-canteen-labels')
  expect(await lasting(() => poorContrasts(editor))).toEqual([])
  await editor.getByRole('checkbox', { name: '纯素' }).click()
  await editor.getByRole('button', { name: '其余八大类标为不含' }).click()
  await editor.getByText('没有矛盾，也没有缺的标签。').waitFor()
  await editor.getByRole('button', { name: '确认标签' }).click()
  await page.getByText(`已确认 ${dish.name} 的标签`).waitFor()
  await page.getByRole('tab', { name: '修改记录' }).click()
  await page.getByRole('region', { name: '修改记录' }).getByText('确认标签').waitFor()
  await page.getByRole('button', { name: '关闭' }).last().click()

  await dialog.getByText('有 1 道菜的标签还没有齐').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: '发布 1 天' }).click()
  await dialog.getByText('已发布 1 天').waitFor()
  const { token } = await givenVisitor()
  const week = await get(getMenuWeek, { canteenId, day: monday }, token)
  const labels = week.dishes.find(({ dishId }) => dishId === dish.dishId)?.labels
  if (!labels) throw new Error('the dish is not on the menu')
  expect((['eggs', 'soybeans', 'peanuts', 'sesame'] as const).map((code) => stateOf(labels, code))).toEqual([
    'contains',
    'contains',
    'free',
    'unknown',
  ])
  await end()
})

test('a dish is entered with pasted ingredients; its labels begin with what they say', async () => {
  const { cook, word } = await givenKitchen()
  const { page, context, end } = await openConsole(browser, { as: cook, width: 1440 })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/console/#/canteen/dishes')
  await page.getByRole('button', { name: '添加菜品' }).first().click()
  const name = `蚂蚁上树${word}`
  await page.getByRole('textbox', { name: '菜名' }).fill(name)
  await page.evaluate(() => navigator.clipboard.writeText('粉丝、猪肉末，豆瓣酱'))
  await page.getByRole('combobox', { name: '配料' }).click()
  await page.keyboard.press('Control+v')
  await page.getByTitle('豆瓣酱').waitFor()
  await page.getByRole('switch', { name: '菜名不代表配料' }).click()
  await page.getByRole('spinbutton', { name: '职工价格（元）' }).fill('12.5')
  await page.getByRole('button', { name: '保存，去填标签' }).click()
  await page
    .getByRole('region', { name: `${name}的标签` })
    .getByText('由「豆瓣酱」推断含有')
    .first()
    .waitFor()
  const { items } = await get(listDishRecords, { query: name }, cook.token)
  expect(items).toMatchObject([
    {
      ingredients: ['粉丝', '猪肉末', '豆瓣酱'],
      isNameFigurative: true,
      prices: [{ role: 'employee', fen: 1250 }],
    },
  ])
  await end()
})

test('labels that somebody else has changed meanwhile are not confirmed over; the newest are loaded', async () => {
  const kitchen = await givenKitchen()
  const { cook, word } = kitchen
  const dish = await givenBareDish(kitchen, `凉拌木耳${word}`, ['木耳'])
  const { page, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto(`/console/#/canteen/dishes?dish=${dish.dishId}`)
  await page.getByRole('tab', { name: '过敏原标签' }).click()
  const editor = page.getByRole('region', { name: `${dish.name}的标签` })
  await editor.getByRole('button', { name: '其余八大类标为不含' }).click()
  const { dishId, name } = dish
  await get(saveDish, { dishId, name, ingredients: ['木耳', '花生碎'] }, cook.token)
  await editor.getByRole('button', { name: '确认标签' }).click()
  await editor.getByText('刚刚被别人改过').waitFor()
  await editor.getByRole('button', { name: '载入最新内容' }).click()
  await editor.getByText('由「花生碎」推断含有').waitFor()
  const { items } = await get(listDishRecords, { dishId }, cook.token)
  expect(items[0]?.confirmedAt).toBeUndefined()
  await end()
})

test('dishes are found by pinyin, and those that could not be published are listed by themselves', async () => {
  const kitchen = await givenKitchen()
  const { cook, word } = kitchen
  await givenBareDish(kitchen, `虎皮青椒${word}`, ['青椒'])
  const { page, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto('/console/#/canteen/dishes')
  await page.getByRole('checkbox', { name: '只看标签不全或有矛盾的' }).check()
  await page
    .getByRole('textbox', { name: '搜索菜品' })
    .or(page.getByRole('searchbox', { name: '搜索菜品' }))
    .fill(`hupi`)
  const row = page.getByRole('region', { name: '菜品' }).getByRole('row', { name: new RegExp(word) })
  await row.getByText('标签不全').waitFor()
  await picture('console-canteen-dishes')
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  await end()
})
