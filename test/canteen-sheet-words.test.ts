import { readDishCell } from '../functions/canteen/dish-cell'
import { readMeal } from '../functions/canteen/meal-words'
import { resolveDays } from '../functions/canteen/menu-days'
import { allergensOfNotes } from '../functions/canteen/note-allergens'
import { readWrittenDay } from '../functions/documents/written-day'

const days = (cells: string[], today: string, title?: string) =>
  resolveDays(
    cells.flatMap((cell) => readWrittenDay(cell) ?? []),
    title === undefined ? undefined : readWrittenDay(title),
    today,
  ).map(({ day }) => day)

describe('the words of a menu', () => {
  test.each([
    ['breakfast', ['早餐', '早', '早饭', '早　餐', '早点', 'Breakfast', '早餐(7:00-8:30)', '早餐 07:00-08:30']],
    ['lunch', ['午餐', '午', '中餐', '中饭', '午饭', 'LUNCH', '午餐：', '中午']],
    ['dinner', ['晚餐', '晚', '晚饭', 'Dinner', '晚餐（17:00）']],
    ['supper', ['夜宵', '宵夜', '夜餐', '夜班餐']],
    ['overtime', ['加班餐', '加班', '加餐']],
    [undefined, ['主荤', '下午茶', '', '早餐奶', '中式面点']],
  ])('%s in all its spellings', (meal, spellings) => {
    for (const spelling of spellings) expect([spelling, readMeal(spelling)]).toEqual([spelling, meal])
  })

  test.each([
    ['红烧带鱼/宫保鸡丁', ['红烧带鱼', '宫保鸡丁']],
    ['豆浆、油条，包子；馒头\n稀饭', ['豆浆', '油条', '包子', '馒头', '稀饭']],
    ['红 烧 肉', ['红烧肉']],
    ['红烧肉 青椒土豆丝', ['红烧肉', '青椒土豆丝']],
    ['麻辣香锅（微辣、含花生）', ['麻辣香锅（微辣、含花生）']],
    ['１号套餐', ['1号套餐']],
    ['无', []],
    ['—', []],
    ['调休上班日,正常供餐', []],
    ['注:如有调整以窗口公示为准。', []],
    ['Fish & Chips', ['Fish & Chips']],
  ])('%s holds the dishes %j', (cell, dishes) => {
    expect(readDishCell(cell).dishes.map(({ dish }) => dish)).toEqual(dishes)
  })

  test.each([
    ['兰州拉面 12元', { dish: '兰州拉面', fen: 1200 }],
    ['盖浇饭¥15.5', { dish: '盖浇饭', fen: 1550 }],
    ['牛肉面（１８元/份）', { dish: '牛肉面', fen: 1800 }],
    ['酸菜鱼(15元/半份8元)', { dish: '酸菜鱼', fen: 1500, halfFen: 800, hasHalf: true }],
    ['蛋炒饭10元(可打半份)', { dish: '蛋炒饭', fen: 1000, hasHalf: true }],
    ['白切鸡(半份8元)', { dish: '白切鸡', hasHalf: true, notes: ['半份 8 元'] }],
    ['花生米(含花生)', { dish: '花生米', notes: ['含花生'] }],
    ['素食窗口:罗汉斋', { window: '素食窗口', dish: '罗汉斋' }],
    ['早餐：豆浆', { meal: 'breakfast', dish: '豆浆' }],
    ['1:1奶茶', { dish: '1:1奶茶' }],
  ])('%s is one dish with what stands around it', (cell, dish) => {
    expect(readDishCell(cell).dishes).toEqual([expect.objectContaining(dish)])
  })

  test.each(['停餐', '（停餐）', '当日停餐', '休息', '放假', 'Closed', '停 餐'])('%s is closed', (cell) => {
    expect(readDishCell(cell)).toMatchObject({ isClosed: true, dishes: [] })
  })
})

describe('days as they are written', () => {
  test.each([
    [
      '2025-09-22',
      ['2025-09-22', '2025/9/22', '2025.9.22', '2025年9月22日', '20250922', '45922', '9/22/2025', '22 Sep 2025'],
    ],
    [
      '2025-09-22',
      [
        '9月22日',
        '9.22',
        '9/22',
        '9-22',
        '９月２２日',
        'Sep 22',
        '22. Sep',
        '9月22日\n(周一)',
        '星期一 9.22',
        'Mon, Sep 22',
      ],
    ],
  ])('%s in all its spellings', (day, spellings) => {
    for (const cell of spellings) expect([cell, days([cell], '2025-09-20')]).toEqual([cell, [day]])
  })

  test('the year is one in which days and weekdays agree, the nearest to today; one slip changes nothing', () => {
    const week = ['9月22日周一', '9月23日周三', '9月24日周三', '9月25日周四']
    const right = ['2025-09-22', '2025-09-23', '2025-09-24', '2025-09-25']
    expect(days(week, '2026-08-01')).toEqual(right)
    expect(days(week, '2025-09-20')).toEqual(right)
    const said = resolveDays(
      week.flatMap((cell) => readWrittenDay(cell) ?? []),
      undefined,
      '2025-09-20',
    )
    expect(said[1]?.guesses).toContain('写的是周三，但 2025-09-23 是周二，按日期')
    expect(days(['9月22日'], '2026-08-01')).toEqual(['2026-09-22'])
    expect(days(['9月22日'], '2026-01-01')).toEqual(['2025-09-22'])
  })

  test('a week over New Year, days without their month, weekdays alone, a number that lost its zero', () => {
    expect(days(['12.30', '12.31', '1.1', '1.2'], '2025-12-20')).toEqual([
      '2025-12-30',
      '2025-12-31',
      '2026-01-01',
      '2026-01-02',
    ])
    expect(days(['29日', '30日', '1日'], '2025-09-20', '9月29日')).toEqual(['2025-09-29', '2025-09-30', '2025-10-01'])
    expect(days(['周一', '周二', '周日'], '2025-09-20', '2025年9月22日')).toEqual([
      '2025-09-22',
      '2025-09-23',
      '2025-09-28',
    ])
    // on a Saturday people hand in the week to come
    expect(days(['周一', '周二'], '2025-09-20')).toEqual(['2025-09-22', '2025-09-23'])
    expect(days(['9.29', '9.3', '10.1'], '2025-09-20')).toEqual(['2025-09-29', '2025-09-30', '2025-10-01'])
    expect(days(['2月30日'], '2025-09-20')).toEqual([undefined])
  })
})

test.each([
  ['Milch oder Laktose (G)', ['milk']],
  ['Glutenhaltiges Getreide (A)', ['gluten']],
  ['Ei (C)', ['eggs']],
  ['(A,C,G)', ['gluten', 'eggs', 'milk']],
  ['Allergene: A, C', ['gluten', 'eggs']],
  ['含花生、牛奶', ['peanuts', 'milk']],
  ['过敏原：虾', ['crustaceans']],
  ['contains milk and soy', ['soybeans', 'milk']],
  ['含椰奶', []],
  ['不含花生', []],
  ['kann Spuren von Nüssen enthalten', []],
  ['glutenfrei', []],
  ['gluten-free', []],
  ['mit Farbstoff (A)', []],
  ['微辣', []],
])('the note %s says that %j is in the dish, and never that something is not', (note, codes) => {
  expect(allergensOfNotes([note])).toEqual(codes)
})
