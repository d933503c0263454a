import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inShort, menuOf, menuOffice } from './support/menu-office'
import { csvOf, said, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const realSheet = path.join(__dirname, '../../shared/data/excel/week-menu.xlsx')
// a Saturday
const now = Date.UTC(2025, 8, 20, 4)

let house: TestCloud
beforeAll(async () => {
  house = await startCloud({ now })
})
afterAll(() => house.end())

describe('sheets as kitchens hand them over', () => {
  const real = existsSync(realSheet) ? test : test.skip
  real(
    'the week of our canteen: every dish at its day, meal and window, what was guessed and passed over',
    async () => {
      const office = await menuOffice(house)
      const read = await office.preview(readFileSync(realSheet))
      expect(read.counts).toMatchObject({ new: 50, errors: 0, past: 0 })
      expect(read.unreadable).toEqual([])
      expect(inShort(read.rows.filter(({ line }) => line === 4 || line === 7))).toEqual([
        '09-22 lunch 主荤 红烧带鱼',
        '09-22 lunch 主荤 宫保鸡丁',
        '09-22 lunch 半荤 鱼香肉丝',
        '09-22 lunch 素菜 清炒上海青',
        '09-22 lunch 汤/主食 番茄蛋汤',
        '09-22 lunch 汤/主食 米饭',
        '09-22 lunch 特色窗口 兰州拉面',
        '09-23 lunch 主荤 糖醋排骨',
        '09-23 lunch 主荤 清蒸鲈鱼',
        '09-23 lunch 半荤 地三鲜',
        '09-23 lunch 素菜 手撕包菜',
        '09-23 lunch 汤/主食 紫菜汤',
        '09-23 lunch 素食窗口 罗汉斋',
      ])
      expect(read.rows.find(({ dish }) => dish === '兰州拉面')?.prices).toEqual([{ role: 'employee', fen: 1200 }])
      expect(read.rows.find(({ dish }) => dish === '白切鸡')).toMatchObject({ hasHalf: true, notes: ['半份 8 元'] })
      expect(read.closedDays).toMatchObject([{ line: 12, day: '2025-09-27', change: 'new' }])
      expect(read.dayNotes).toMatchObject([{ day: '2025-09-28', note: '调休上班日,正常供餐' }])
      expect(said(read.remarks, 3)).toEqual(['guess day: 没有写年份，按周一推出是 2025-09-22'])
      expect(said(read.remarks, 14)[0]).toMatch(/没有读：注:如有调整以窗口公示为准/)

      expect(await office.write(read)).toMatchObject({ added: 50, removed: 0, newWindows: 7 })
      const again = await office.preview(readFileSync(realSheet))
      expect(again.counts).toMatchObject({ new: 0, changed: 0, same: 50, missing: 0 })
      const own = await office.preview(await office.workbook())
      expect(menuOf(own)).toEqual(menuOf(again))
      expect(own.counts).toMatchObject({ same: 50, missing: 0, errors: 0 })
      expect(menuOf(await office.preview(await office.feed(), 'a.xml')).rows).toEqual(menuOf(again).rows)
    },
  )

  test('weekdays across and meals going down, in two sheets of two weeks', async () => {
    const office = await menuOffice(house)
    const week = (title: string, dish: string) => [
      [title],
      ['餐次', '类别', '星期一', '星期二', '星期三'],
      ['早餐', '主食', '馒头', '花卷', '停餐'],
      ['早餐', '小菜', '腐乳', null, '停餐'],
      ['午餐', '荤菜', `${dish}、鱼丸`, '鸡丁', '停餐'],
      [null, '素菜', '青菜', '豆芽', '停餐'],
    ]
    const read = await office.preview(
      await xlsxOf({ 第一周: week('9月22日至9月26日菜谱', '排骨'), 第二周: week('（2025.9.29-10.3）', '牛肉') }),
    )
    expect(inShort(read.rows.filter(({ sheet }) => sheet === '第一周'))).toEqual([
      '09-22 breakfast 主食 馒头',
      '09-23 breakfast 主食 花卷',
      '09-22 breakfast 小菜 腐乳',
      '09-22 lunch 荤菜 排骨',
      '09-22 lunch 荤菜 鱼丸',
      '09-23 lunch 荤菜 鸡丁',
      '09-22 lunch 素菜 青菜',
      '09-23 lunch 素菜 豆芽',
    ])
    expect(read.rows.filter(({ dish }) => dish === '牛肉')).toMatchObject([{ day: '2025-09-29', sheet: '第二周' }])
    expect(read.closedDays.map(({ day }) => day)).toEqual(['2025-09-24', '2025-10-01'])
    expect(read.counts.errors).toBe(0)
  })

  test('meals across, divided below, dates above weekdays', async () => {
    const office = await menuOffice(house)
    const merged = await office.preview(
      await xlsxOf(
        {
          菜单: [
            ['日期', '早餐', null, '午餐', null],
            [null, '主食', '小菜', '荤', '素'],
            [new Date(Date.UTC(2025, 8, 22)), '馒头', '腐乳', '红烧肉', '青菜'],
            ['9月23日', '花卷', '咸菜', '鱼', '豆腐'],
          ],
        },
        (sheet) => {
          for (const range of ['A1:A2', 'B1:C1', 'D1:E1']) sheet.mergeCells(range)
        },
      ),
    )
    expect(inShort(merged.rows)).toEqual([
      '09-22 breakfast 主食 馒头',
      '09-22 breakfast 小菜 腐乳',
      '09-22 lunch 荤 红烧肉',
      '09-22 lunch 素 青菜',
      '09-23 breakfast 主食 花卷',
      '09-23 breakfast 小菜 咸菜',
      '09-23 lunch 荤 鱼',
      '09-23 lunch 素 豆腐',
    ])
    const twice = await office.preview(
      csvOf([
        ['', '9.22', '9.23', '9.24'],
        ['', '周一', '周二', '周三'],
        ['中餐', '肉', '鱼', '鸡'],
      ]),
      'a.csv',
    )
    expect(inShort(twice.rows)).toEqual([
      '09-22 lunch 一号窗口 肉',
      '09-23 lunch 一号窗口 鱼',
      '09-24 lunch 一号窗口 鸡',
    ])
  })

  test('blocks with their day as a heading, and sheets whose name is the day', async () => {
    const office = await menuOffice(house)
    const blocks = await office.preview(
      csvOf([['9月22日 星期一'], ['早餐', '馒头、稀饭'], ['午餐', '红烧肉'], ['9月23日 星期二'], ['早餐', '花卷']]),
      'a.csv',
    )
    expect(inShort(blocks.rows)).toEqual([
      '09-22 breakfast 一号窗口 馒头',
      '09-22 breakfast 一号窗口 稀饭',
      '09-22 lunch 一号窗口 红烧肉',
      '09-23 breakfast 一号窗口 花卷',
    ])
    const named = await office.preview(
      await xlsxOf({
        '9.22': [
          ['餐次', '荤菜'],
          ['午餐', '肉'],
        ],
        '9.23': [
          ['餐次', '荤菜'],
          ['午餐', '鱼'],
        ],
      }),
    )
    expect(inShort(named.rows)).toEqual(['09-22 lunch 荤菜 肉', '09-23 lunch 荤菜 鱼'])
  })

  test('a list with a dish in each row: windows, prices of several people, half portions, notes', async () => {
    const office = await menuOffice(house)
    const read = await office.preview(
      Buffer.from(
        [
          '日期\t餐次\t档口\t菜名\t价格\t半份价\t学生价\t备注',
          '2025/9/22\t午餐\t川菜档\t宫保鸡丁\t１２元\t7\t10\t含花生；微辣',
          '\t\t川菜档\t麻婆豆腐\t8\t\t\t',
          '45923\t晚\t面档\t刀削面\t免费\t\t\t',
        ].join('\n'),
      ),
      'pasted.csv',
    )
    expect(read.rows).toMatchObject([
      {
        day: '2025-09-22',
        window: '川菜档',
        prices: [
          { role: 'employee', fen: 1200, halfFen: 700 },
          { role: 'student', fen: 1000 },
        ],
        hasHalf: true,
        notes: ['含花生', '微辣'],
      },
      { day: '2025-09-22', meal: 'lunch', dish: '麻婆豆腐', prices: [{ role: 'employee', fen: 800 }], hasHalf: false },
      { day: '2025-09-23', meal: 'dinner', dish: '刀削面', prices: [] },
    ])
    expect(said(read.remarks, 3)).toEqual(['guess day: 没有写日期，按上一行的 2025-09-22'])
    expect(said(read.remarks, 4)).toEqual(['guess prices: 「免费」读不出价格，没有取'])
  })

  test('broken and doubled rows are shown with the reason, the others are read', async () => {
    const office = await menuOffice(house)
    const read = await office.preview(
      csvOf([
        ['日期', '餐次', '主荤', '素菜'],
        ['随便哪天', '午餐', '红烧肉', '青菜'],
        ['2025-09-22', '下午茶', '蛋糕', ''],
        ['2025-02-30', '午餐', '肉', ''],
        ['2025-09-22', '午餐', '红 烧 肉、红烧肉', '青菜'],
        ['2025-09-22', '午餐', '红烧肉', ''],
        ['2025-09-23', '午餐', '', ''],
        ['2025-09-24', '午餐', '停餐', '停餐'],
        ['2025-09-25', '停餐', '', ''],
        ['2025-09-25', '午餐', '鱼', ''],
      ]),
      'a.csv',
    )
    expect(inShort(read.rows)).toEqual(['09-22 lunch 主荤 红烧肉', '09-22 lunch 素菜 青菜', '09-25 lunch 主荤 鱼'])
    expect(read.closedDays.map(({ day }) => day)).toEqual(['2025-09-24'])
    const errors = (line: number) => said(read.remarks, line).filter((text) => text.startsWith('error'))
    expect(errors(2)).toEqual(['error day: 「随便哪天」读不出日期'])
    expect(errors(3)).toEqual(['error meal: 「下午茶」读不出是哪一餐'])
    expect(errors(4)[0]).toMatch(/^error day: /)
    expect(errors(5)).toEqual(['error dish: 「红烧肉」在第 5 行已经有了（同一天、同一餐、同一档口），只取那一次'])
    expect(errors(6)).toEqual(['error dish: 「红烧肉」在第 5 行已经有了（同一天、同一餐、同一档口），只取那一次'])
    expect(errors(7)).toEqual(['error dish: 这一行没有菜名'])
    expect(errors(9)[0]).toMatch(/写了停餐，又写了菜/)
    expect(read.unreadable.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7])
  })
})
