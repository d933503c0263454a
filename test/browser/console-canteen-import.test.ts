import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { getMenuDraft, saveMenuDay } from '../../contract/canteen-menus'
import { addDays, type Day } from '../../contract/zone'
import { givenKitchen, givenLabelledDish, nextMonday, type VisitedKitchen } from '../support/canteen-visitors'
import { launchChromium } from '../support/chromium'
import { xlsxOf } from '../support/sheet-file'
import { dayIn } from '../support/times'
import { openConsole } from '../support/visit'
import { get } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const monday = nextMonday()
const written = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

async function draftOf({ canteen, cook }: VisitedKitchen, day: Day) {
  const { days } = await get(getMenuDraft, { canteenId: canteen.canteenId, day }, cook.token)
  const found = days.find((each) => each.day === day)
  return { isClosed: found?.isClosed, dishes: found?.lines.map(({ window, dish }) => `${window} ${dish}`).sort() }
}

/** A week's menu as kitchens write it: a row for each meal, a column for each window, several dishes in a cell. */
const weekOf = (word: string) => [
  ['职工食堂一周菜谱'],
  ['日期', '餐次', '主荤', '素菜'],
  [written(addDays(monday, -14)), '午餐', `旧菜${word}`, ''],
  [written(monday), '午餐', `红烧带鱼${word}/宫保鸡丁${word}`, `清炒上海青${word}`],
  [written(addDays(monday, 1)), '午餐', `兰州拉面${word} 12元`, `手撕包菜${word}`],
  [written(addDays(monday, 2)), '停餐', '', ''],
]

test('a week’s menu from Excel is checked row by row, corrected, and goes into the drafts of the days to come', async () => {
  const kitchen = await givenKitchen()
  const { canteen, cook, windowIds, word } = kitchen
  const { canteenId } = canteen
  const old = await givenLabelledDish(kitchen, `回锅肉${word}`, ['五花肉'])
  const line = { meal: 'lunch' as const, windowId: windowIds[0] ?? '', dishId: old.dishId }
  await get(saveMenuDay, { canteenId, day: monday, revision: 0, lines: [line] }, cook.token)
  const { page, picture, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto(`/console/#/canteen/import?canteen=${canteenId}`)
  await page.locator('input[type=file]').setInputFiles({
    name: '菜谱.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await xlsxOf({ 菜谱: weekOf(word) }),
  })
  await page.getByText('读到 5 行').waitFor()
  await page.getByText('已经过去的 1 天（共 1 道菜）不会改动').waitFor()
  await page.getByRole('checkbox', { name: /^周三/ }).waitFor()
  await page.getByText('草稿里有、文件里没有的菜（1 道）').waitFor()
  expect(await page.getByRole('cell', { name: '12 元' }).count()).toBe(1)

  await page.getByText('全部 5', { exact: true }).click()
  const row = page.getByRole('row', { name: new RegExp(`宫保鸡丁${word}`) })
  await row.getByRole('button', { name: /修改/ }).click()
  await page.getByRole('textbox', { name: '菜名' }).fill(`宫爆鸡丁${word}`)
  await page.getByRole('button', { name: '完成' }).click()
  await picture('console-canteen-import')
  await page.getByRole('button', { name: '导入 5 行' }).click()
  await page.getByText('1 天记为停餐。草稿里有、文件里没有的 1 道菜会撤下。').waitFor()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('已写入 3 天的草稿').waitFor()
  expect(await draftOf(kitchen, monday)).toEqual({
    isClosed: false,
    dishes: [`主荤 宫爆鸡丁${word}`, `主荤 红烧带鱼${word}`, `素菜 清炒上海青${word}`],
  })
  expect(await draftOf(kitchen, addDays(monday, 2))).toEqual({ isClosed: true, dishes: [] })
  expect(await draftOf(kitchen, addDays(monday, -14))).toEqual({ isClosed: false, dishes: [] })

  await page.getByRole('link', { name: '查看这一周' }).click()
  await page.getByRole('gridcell', { name: new RegExp(`周一.*午餐 主荤：红烧带鱼${word}、宫爆鸡丁${word}`) }).waitFor()
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: 'OpenMensa，草稿' }).click()
  const xml = readFileSync(await (await downloading).path(), 'utf8')
  expect(xml).toContain(`<name>宫爆鸡丁${word}</name>`)
  expect(xml).toMatch(new RegExp(`<day date="${addDays(monday, 2)}">\\s*<closed`))
  await end()
})

test('cells copied from a spreadsheet are read like a file', async () => {
  const kitchen = await givenKitchen()
  const { canteen, cook, word } = kitchen
  const { page, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto(`/console/#/canteen/import?canteen=${canteen.canteenId}`)
  const cells = [
    ['日期', '餐次', '档口', '菜名', '价格'],
    [dayIn(3), '晚餐', '素菜', `虎皮青椒${word}`, '5'],
  ]
  await page.getByRole('textbox', { name: '或者把表格里的内容' }).fill(cells.map((row) => row.join('\t')).join('\n'))
  await page.getByRole('button', { name: '核对粘贴的内容' }).click()
  await page.getByText('读到 1 行').waitFor()
  await page.getByRole('button', { name: '导入 1 行' }).click()
  await page.getByRole('button', { name: '确认导入' }).click()
  await page.getByText('新建了 1 道菜，填好标签才能发布。').waitFor()
  expect(await draftOf(kitchen, dayIn(3))).toEqual({ isClosed: false, dishes: [`素菜 虎皮青椒${word}`] })
  await end()
})

test('what is no menu is refused in words, and the next file is taken', async () => {
  const { canteen, cook, word } = await givenKitchen()
  const { page, end } = await openConsole(browser, { as: cook, width: 1440 })
  await page.goto(`/console/#/canteen/import?canteen=${canteen.canteenId}`)
  const file = page.locator('input[type=file]')
  const feed = (days: string) =>
    Buffer.from(
      `<?xml version="1.0"?><openmensa version="2.1" xmlns="http://openmensa.org/open-mensa-v2"><canteen>${days}</canteen></openmensa>`,
    )
  await file.setInputFiles({
    name: 'a.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
  })
  await page.getByText('这个文件打不开。').waitFor()
  await file.setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from('姓名\n张三') })
  await page.getByText('没有找到表头。').waitFor()
  const meal = `<category name="主荤"><meal><name>大盘鸡${word}</name></meal></category>`
  await file.setInputFiles({
    name: 'c.xml',
    mimeType: 'text/xml',
    buffer: feed(`<day date="${monday}">${meal}</day><day date="${addDays(monday, 1)}"><closed/></day>`),
  })
  await page.getByText('读到 1 行').waitFor()
  await page.getByRole('cell', { name: `大盘鸡${word}` }).waitFor()
  await end()
})
