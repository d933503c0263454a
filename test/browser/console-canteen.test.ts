import type { Browser, Page } from 'playwright-core'
import { getMenuWeek } from '../../contract/canteen'
import { getMenuDraft, saveMenuDay } from '../../contract/canteen-menus'
import { addDays, type Day } from '../../contract/zone'
import { givenKitchen, givenLabelledDish, nextMonday, type VisitedKitchen } from '../support/canteen-visitors'
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
const cell = (page: Page, row: number, column: number) => page.locator(`[data-spot="${row}-${column}"]`)

async function openMenu(page: Page, { canteen }: VisitedKitchen): Promise<void> {
  await page.goto(`/console/#/canteen/menu?canteen=${canteen.canteenId}&week=${monday}`)
  await page.getByRole('grid', { name: '周菜单' }).waitFor()
}

/** Takes a dish of the search as one does who looks: once it is marked as the one that Enter takes. */
async function take(page: Page, dish: string): Promise<void> {
  await page.locator(`.ant-select-item-option-active[title="${dish}"]`).waitFor()
  await page.keyboard.press('Enter')
}

const saved = (page: Page) => page.getByRole('status').getByText('已保存').waitFor()

/** The names of the dishes that the draft of a day holds, by window. */
async function draftOf({ canteen, cook }: VisitedKitchen, day: Day): Promise<string[]> {
  const { days } = await get(getMenuDraft, { canteenId: canteen.canteenId, day }, cook.token)
  const lines = days.find((each) => each.day === day)?.lines ?? []
  return lines.map(({ meal, window, dish }) => `${meal} ${window} ${dish}`).sort()
}

/** What staff see of a day. */
async function publishedOn({ canteen }: VisitedKitchen, day: Day) {
  const { token } = await givenVisitor()
  const { days, dishes } = await get(getMenuWeek, { canteenId: canteen.canteenId, day }, token)
  const names = new Map(dishes.map(({ dishId, name }) => [dishId, name]))
  const found = days.find((each) => each.day === day)
  const servings = found?.sittings.flatMap((sitting) => sitting.servings.map(({ dishId }) => names.get(dishId)))
  return { status: found?.status, note: found?.note, dishes: servings?.sort() }
}

test('a week is planned and published with the keyboard alone, and staff see it', async () => {
  const kitchen = await givenKitchen()
  const { word, cook } = kitchen
  const [meat, greens] = [`红烧肉${word}`, `清炒豆苗${word}`]
  await givenLabelledDish(kitchen, meat, ['五花肉', '生抽'])
  await givenLabelledDish(kitchen, greens, ['豆苗', '蒜'])
  const { page, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await openMenu(page, kitchen)
  // the grid is one stop of the tab key
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(() => document.activeElement?.matches('[data-spot]'))) break
  }
  await page.keyboard.press('Control+Home')
  await page.keyboard.type(`hongshaorou${word}`)
  await take(page, meat)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.insertText(greens)
  await take(page, greens)
  await page.keyboard.press('Escape')
  await cell(page, 0, 0).getByText(meat).waitFor()
  await cell(page, 1, 0).getByText(greens).waitFor()

  // both cells, copied to the four days after
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Control+c')
  for (let column = 1; column < 5; column += 1) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+v')
  }
  await cell(page, 1, 4).getByText(greens).waitFor()
  await page.keyboard.press('Delete')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await cell(page, 0, 4).getByText(meat).waitFor({ state: 'detached' })
  await page.keyboard.press('Control+Shift+z')
  await cell(page, 0, 4).getByText(meat).waitFor()
  await saved(page)
  expect(await draftOf(kitchen, addDays(monday, 4))).toEqual([`lunch 主荤 ${meat}`, `lunch 素菜 ${greens}`])
  expect((await publishedOn(kitchen, monday)).status).toBe('noData')
  await picture('console-canteen-menu')

  await page.getByRole('button', { name: '发布（5 天有更改）' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '发布菜单' })
  await dialog.getByText('新增 2').first().waitFor()
  await dialog.getByRole('button', { name: '发布 5 天' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByText('已发布 5 天').waitFor()
  expect(await publishedOn(kitchen, addDays(monday, 4))).toEqual({
    status: 'open',
    note: '',
    dishes: [meat, greens].sort(),
  })
  await page.keyboard.press('Escape')
  await page.getByText('没有要发布的').waitFor()
  expect(await page.getByText('已发布', { exact: true }).count()).toBe(5)
  expect(await lasting(() => poorContrasts(page.locator('main')))).toEqual([])
  await end()
})

test('Enter never takes a dish of an earlier search while the answer to what is typed is on its way', async () => {
  const kitchen = await givenKitchen()
  const { word, cook } = kitchen
  const [first, wanted] = [`白切鸡${word}`, `葱油鸡${word}`]
  await givenLabelledDish(kitchen, first, ['三黄鸡'])
  await givenLabelledDish(kitchen, wanted, ['三黄鸡', '葱'])
  const { page, end } = await openConsole(browser, { as: cook, width: 1440 })
  await openMenu(page, kitchen)
  let answer = () => {}
  const isHeld = new Promise<void>((held) => {
    const isAnswered = new Promise<void>((resolve) => {
      answer = resolve
    })
    void page.route('**/api/canteen.listDishRecords', async (route) => {
      if (route.request().postData()?.includes(wanted)) {
        held()
        await isAnswered
      }
      await route.continue()
    })
  })
  await cell(page, 0, 0).dblclick()
  await page.keyboard.insertText(first)
  await page.locator(`.ant-select-item-option-active[title="${first}"]`).waitFor()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(wanted)
  await isHeld
  await page.keyboard.press('Enter')
  await page.getByText('正在查找…').waitFor()
  answer()
  await take(page, wanted)
  await page.keyboard.press('Enter')
  await cell(page, 0, 0).getByText(wanted).waitFor()
  await saved(page)
  expect(await draftOf(kitchen, monday)).toEqual([`lunch 主荤 ${wanted}`])
  await end()
})

test('a block from Excel is pasted; unknown dishes are named and made in one click', async () => {
  const kitchen = await givenKitchen()
  const { word, cook } = kitchen
  const known = `回锅肉${word}`
  await givenLabelledDish(kitchen, known, ['五花肉', '豆瓣酱'])
  const { page, context, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openMenu(page, kitchen)
  const block = [
    ['', '周一', '周二'],
    ['主荤', `${known}/木须肉${word}`, `"蒜苔炒肉${word}\n${known}"`],
    ['素菜', `拍黄瓜${word} 6元`, ''],
  ]
  await page.evaluate((text) => navigator.clipboard.writeText(text), block.map((row) => row.join('\t')).join('\r\n'))
  await cell(page, 0, 0).click()
  await page.keyboard.press('Control+v')
  const alert = page.getByRole('alert')
  await alert.getByText('有 3 个菜名在菜品里没有').waitFor()
  await alert.getByText(`木须肉${word}、蒜苔炒肉${word}、拍黄瓜${word}`).waitFor()
  await cell(page, 0, 1).getByText(known).waitFor()
  await picture('console-canteen-paste')
  await alert.getByRole('button', { name: '建立这 3 道菜' }).click()
  await cell(page, 1, 0).getByText('6 元').waitFor()
  await saved(page)
  expect(await draftOf(kitchen, monday)).toEqual([
    `lunch 主荤 ${known}`,
    `lunch 主荤 木须肉${word}`,
    `lunch 素菜 拍黄瓜${word}`,
  ])
  expect(await draftOf(kitchen, addDays(monday, 1))).toEqual([`lunch 主荤 ${known}`, `lunch 主荤 蒜苔炒肉${word}`])
  // they still want labels
  expect(await cell(page, 0, 0).getByRole('img', { name: '标签未齐' }).count()).toBe(1)
  await end()
})

test('what somebody else has changed meanwhile is loaded and said, nothing of theirs is overwritten', async () => {
  const kitchen = await givenKitchen()
  const { canteen, cook, windowIds, word } = kitchen
  const mine = await givenLabelledDish(kitchen, `白切鸡${word}`, ['三黄鸡'])
  const theirs = await givenLabelledDish(kitchen, `狮子头${word}`, ['猪肉'])
  const { page, end } = await openConsole(browser, { as: cook, width: 1440 })
  await openMenu(page, kitchen)
  const line = { meal: 'dinner' as const, windowId: windowIds[0] ?? '', dishId: theirs.dishId }
  await get(saveMenuDay, { canteenId: canteen.canteenId, day: monday, revision: 0, lines: [line] }, cook.token)
  await cell(page, 0, 0).dblclick()
  await page.keyboard.insertText(mine.name)
  await take(page, mine.name)
  await page.keyboard.press('Escape')
  await page.getByText('这一天刚刚被别人改过').waitFor()
  await cell(page, 2, 0).getByText(theirs.name).waitFor()
  await cell(page, 0, 0).getByText(mine.name).waitFor({ state: 'detached' })
  expect(await draftOf(kitchen, monday)).toEqual([`dinner 主荤 ${theirs.name}`])
  await end()
})

test('a day is closed with a note, and staff read that it is closed, not that nothing is known', async () => {
  const kitchen = await givenKitchen()
  const { page, end } = await openConsole(browser, { as: kitchen.cook, width: 1440 })
  await openMenu(page, kitchen)
  await page.getByRole('button', { name: /^周六.*的设置/ }).click()
  await page.getByRole('switch', { name: '停餐' }).click()
  await page.getByRole('textbox', { name: '这一天的说明' }).fill('设备检修')
  await page.keyboard.press('Enter')
  await page.getByText('设备检修', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await saved(page)
  await page.getByRole('button', { name: '发布（1 天有更改）' }).click()
  await page.getByRole('button', { name: '发布 1 天' }).click()
  await page.getByText('已发布 1 天').waitFor()
  const saturday = addDays(monday, 5)
  expect(await publishedOn(kitchen, saturday)).toEqual({ status: 'closed', note: '设备检修', dishes: [] })
  await end()
})
