import type { CellValue } from 'exceljs'
import { inShort, type MenuOffice, menuOffice } from './support/menu-office'
import { said, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

/** Wednesday, 2026-11-18, in +08:00. */
const now = Date.UTC(2026, 10, 18, 4)

let house: TestCloud
let office: MenuOffice
beforeAll(async () => {
  house = await startCloud({ now })
  office = await menuOffice(house)
})
afterAll(() => house.end())

const read = async (rows: readonly (readonly CellValue[])[], name = '菜单', finish?: Parameters<typeof xlsxOf>[1]) =>
  office.preview(await xlsxOf({ [name]: rows }, finish))
const priced = ({ rows }: Awaited<ReturnType<typeof read>>) =>
  rows.map(
    ({ dish, prices = [] }) => `${dish} ${prices.map(({ fen, halfFen }) => `${fen}${halfFen ? `/${halfFen}` : ''}`)}`,
  )

describe('prices stand beside their own dish', () => {
  test('菜名 and 单价 in turn, one dish after the other, with half portions too', async () => {
    const heads = ['日期', '餐次', '菜名', '单价', '半份价', '菜名', '单价', '半份价']
    expect(priced(await read([heads, ['2026-12-01', '午餐', '红烧肉', 12, 7, '青菜', 5, 3]]))).toEqual([
      '红烧肉 1200/700',
      '青菜 500/300',
    ])
    const before = ['日期', '餐次', '单价', '菜名', '单价', '菜名']
    expect(priced(await read([before, ['2026-12-01', '午餐', 12, '红烧肉', 5, '青菜']]))).toEqual([
      '红烧肉 1200',
      '青菜 500',
    ])
    const sets = ['日期', '餐次', 'A套餐', 'B套餐', '价格']
    expect(priced(await read([sets, ['2026-12-01', '午餐', '红烧肉', '青菜', 15]]))).toEqual([
      '红烧肉 1500',
      '青菜 1500',
    ])
  })

  test('a column of prices behind each day across, or below a day merged over two columns', async () => {
    const behind = await read([
      ['餐次', '周一', '价格', '周二', '价格'],
      ['午餐', '红烧肉', 12, '鲈鱼', 15],
    ])
    expect(priced(behind)).toEqual(['红烧肉 1200', '鲈鱼 1500'])
    const merged = await read(
      [
        ['餐次', '周一', null, '周二', null],
        [null, '菜名', '价格', '菜名', '价格'],
        ['午餐', '红烧肉', 12, '鲈鱼', 15],
        [null, '青菜', 5, '豆腐', 6],
      ],
      '菜单',
      (sheet) => {
        for (const range of ['A1:A2', 'B1:C1', 'D1:E1', 'A3:A4']) sheet.mergeCells(range)
      },
    )
    expect(merged.rows.map(({ day }) => day.slice(8))).toEqual(['16', '17', '16', '17'])
    expect(priced(merged)).toEqual(['红烧肉 1200', '鲈鱼 1500', '青菜 500', '豆腐 600'])
    expect(said(merged.remarks, 2)).toEqual([expect.stringContaining('「菜名、价格」当作每一天下面的表头')])
  })

  test('12/6 in the column of prices is a price that nobody can read, and no header of days', async () => {
    const menu = await read([
      ['日期', '餐次', '菜名', '价格'],
      ['2026-12-01', '午餐', '红烧肉', '12/6'],
      ['2026-12-02', '午餐', '鲈鱼', '15'],
    ])
    expect(inShort(menu.rows)).toEqual(['12-01 lunch 一号窗口 红烧肉', '12-02 lunch 一号窗口 鲈鱼'])
    expect(said(menu.remarks, 2)).toContain('guess prices: 「12/6」读不出价格，没有取')
  })
})

describe('what each day is divided into', () => {
  test('windows below days that are merged; a first row that is the same every day is food', async () => {
    const menu = await read([
      ['餐次', '周一', '周一', '周二', '周二'],
      [null, '荤菜', '素菜', '荤菜', '素菜'],
      ['午餐', '红烧肉', '青菜', '鲈鱼', '豆腐'],
    ])
    expect(inShort(menu.rows).map((row) => row.slice(12))).toEqual([
      '荤菜 红烧肉',
      '素菜 青菜',
      '荤菜 鲈鱼',
      '素菜 豆腐',
    ])
    const food = await read([
      ['餐次', '周一', '周一', '周二', '周二'],
      ['早餐', '豆浆', '油条', '豆浆', '油条'],
    ])
    expect(food.rows.map(({ dish }) => dish)).toEqual(['豆浆', '油条', '豆浆', '油条'])
  })

  test('the meal in front of the kind of dish: 早餐主食, 午餐-素菜, in rows and in columns', async () => {
    const rows = await read([
      ['餐次', '周一', '周二'],
      ['早餐主食', '馒头', '包子'],
      ['午餐-素菜', '青菜', '豆芽'],
      ['下午茶', '蛋糕', '咖啡'],
    ])
    expect(rows.rows.slice(0, 4).map(({ meal, window }) => `${meal} ${window}`)).toEqual([
      'breakfast 主食',
      'breakfast 主食',
      'lunch 素菜',
      'lunch 素菜',
    ])
    expect(said(rows.remarks, 4)).toContainEqual(expect.stringContaining('「下午茶」不是餐次'))
    const columns = await read([
      ['日期', '早餐主食', '午餐荤菜'],
      ['12月1日', '馒头', '红烧肉'],
    ])
    expect(inShort(columns.rows)).toEqual(['12-01 breakfast 主食 馒头', '12-01 lunch 荤菜 红烧肉'])
  })

  test('the meal that only the sheet or its title names, and that is said', async () => {
    const titled = await read([['12月份早餐食谱'], ['日期', '菜名'], ['12月1日', '豆浆、油条']])
    expect(titled.rows.map(({ meal }) => meal)).toEqual(['breakfast', 'breakfast'])
    expect(said(titled.remarks, 3)).toContain('guess meal: 没有写餐次，按「12月份早餐食谱」当作早餐')
    const sheet = await read(
      [
        ['日期', '菜名'],
        ['12月1日', '面条'],
      ],
      '晚餐',
    )
    expect(sheet.rows.map(({ meal }) => meal)).toEqual(['dinner'])
    const both = await read([['早餐午餐食谱'], ['日期', '菜名'], ['12月1日', '面条']])
    expect(said(both.remarks, 3)).toContain('guess meal: 没有写餐次，按午餐')
  })
})

test('a row that is for several days is refused, each of them to be written', async () => {
  const menu = await read([
    ['日期', '午餐'],
    ['12.1-12.5', '红烧肉'],
    ['12月6日、7日', '鲈鱼'],
    ['12月8日至10日', '鸡丁'],
    ['12月11日', '青菜'],
  ])
  expect(menu.rows.map(({ dish }) => dish)).toEqual(['青菜'])
  expect(menu.counts.errors).toBe(3)
  for (const line of [2, 3, 4])
    expect(said(menu.remarks, line)).toEqual([expect.stringContaining('是好几天，请每天写一行')])
})

test('holidays are closed days, numbers and hours are no dishes, and numbered dishes are several', async () => {
  const menu = await read([
    ['日期', '午餐'],
    ['1月1日', '元旦放假'],
    ['1月2日', '放假（元旦）'],
    ['1月4日', '1.红烧肉 2.青菜 3、米饭'],
    ['1月5日', '①红烧肉②青菜'],
    ['1月6日', '11:30'],
    ['1月7日', '红烧肉+米饭'],
    ['1月8日', '鸡丁15'],
  ])
  expect(menu.closedDays.map(({ day }) => day.slice(5))).toEqual(['01-01', '01-02'])
  expect(menu.rows.map(({ day, dish }) => `${day.slice(8)} ${dish}`)).toEqual([
    '04 红烧肉',
    '04 青菜',
    '04 米饭',
    '05 红烧肉',
    '05 青菜',
    '07 红烧肉+米饭',
    '08 鸡丁15',
  ])
  expect(said(menu.remarks, 6)).toContain('guess dish: 「11:30」里没有菜名，没有读')
  expect(said(menu.remarks, 7)).toContainEqual(expect.stringContaining('当作一道菜'))
  expect(said(menu.remarks, 8)).toContainEqual(expect.stringContaining('末尾的 15 当作菜名的一部分'))
})

test('allergens in a column of their own are kept as notes; columns that are not read are named', async () => {
  const menu = await read([
    ['日期', '餐次', '菜名', '过敏原', '配料'],
    ['2026-12-01', '午餐', '炒饭', '花生、鸡蛋', '米'],
  ])
  expect(menu.rows[0]?.notes).toEqual(['过敏原：花生、鸡蛋'])
  expect(said(menu.remarks, 1)).toEqual([expect.stringContaining('「配料」这一列没有读')])
  await office.write(menu)
  const { rows } = await house.cloud.pool.query("SELECT contains FROM dish WHERE name = '炒饭'")
  expect(rows[0].contains).toEqual(['eggs', 'peanuts'])
  const across = await read([
    ['餐次', '周一', '周二', '带量'],
    ['午餐', '红烧肉', '鲈鱼', '200克'],
  ])
  expect(said(across.remarks, 1)).toEqual([expect.stringContaining('「带量」这一列没有读')])
})
