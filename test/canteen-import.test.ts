import { listDishRecords, listLabelHistory } from '../contract/canteen-dishes'
import { importMenu } from '../contract/canteen-files'
import { getMenuDraft, saveMenuDay } from '../contract/canteen-menus'
import { signedInAs } from './support/given'
import { givenCanteen, givenDish } from './support/given-canteen'
import { feedOf, inShort, menuOf, menuOffice, rowCounts } from './support/menu-office'
import { csvOf, said } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const now = Date.UTC(2025, 8, 22, 15, 59)

let house: TestCloud
beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(() => house.setNow(now))
afterAll(() => house.end())

const row = (day: string, dish: string, more: object = {}) => ({
  line: 2,
  day,
  meal: 'lunch' as const,
  window: '一号窗口',
  dish,
  ...more,
})
const priced = (fen: number) => ({ prices: [{ role: 'employee' as const, fen }] })

describe('importing a menu', () => {
  test('days that are over are left alone and named, to the minute in which the day ends', async () => {
    const office = await menuOffice(house)
    const rows = [row('2025-09-22', '肉'), row('2025-09-23', '鱼')]
    // 23:59 of the 22nd in China
    expect(await office.write({ rows })).toMatchObject({ days: ['2025-09-22', '2025-09-23'], pastDays: [], added: 2 })
    house.setNow(now + 60_000)
    const other = [row('2025-09-22', '鸡'), row('2025-09-23', '鸡')]
    const past = [{ line: 3, day: '2025-09-21' }]
    expect(await office.write({ rows: other, closedDays: past })).toMatchObject({
      days: ['2025-09-23'],
      pastDays: ['2025-09-21', '2025-09-22'],
      added: 1,
      removed: 1,
    })
    const before = await rowCounts(house)
    expect(
      await office.write({ rows: [row('2025-09-22', '不曾有过的菜', { window: '不曾有过的档口' })] }),
    ).toMatchObject({
      days: [],
      pastDays: ['2025-09-22'],
      newDishes: 0,
      newWindows: 0,
    })
    expect(await rowCounts(house)).toEqual(before)
    expect(inShort((await office.preview(await office.workbook())).rows)).toEqual([
      '09-22 lunch 一号窗口 肉',
      '09-23 lunch 一号窗口 鸡',
    ])
  })

  test('a draft then holds just the rows: new, changed, same and taken off are told apart before and after', async () => {
    const office = await menuOffice(house)
    await office.write({
      rows: [
        row('2025-09-24', '肉', priced(1000)),
        row('2025-09-24', '鱼', priced(900)),
        row('2025-09-24', '面'),
        row('2025-09-25', '汤'),
      ],
    })
    const sheet = csvOf([
      ['日期', '餐次', '档口', '菜名', '价格'],
      ['2025-09-24', '午餐', '一号窗口', '肉', '10'],
      ['2025-09-24', '午餐', '一号窗口', '鱼', '12'],
      ['2025-09-24', '午餐', '一号窗口', '鸡', ''],
      ['2025-09-20', '午餐', '一号窗口', '鸡', ''],
    ])
    const read = await office.preview(sheet, 'a.csv')
    expect(read.rows.map(({ dish, change, changedFields }) => [dish, change, changedFields])).toEqual([
      ['肉', 'same', []],
      ['鱼', 'changed', ['prices']],
      ['鸡', 'new', []],
      ['鸡', 'past', []],
    ])
    expect(read.missing).toEqual([{ day: '2025-09-24', meal: 'lunch', window: '一号窗口', dish: '面' }])
    expect(read.counts).toEqual({ new: 1, changed: 1, same: 1, past: 1, missing: 1, errors: 0 })
    expect(await office.write(read)).toMatchObject({ added: 1, changed: 1, same: 1, removed: 1, newDishes: 1 })
    expect(await office.write(read)).toMatchObject({ added: 0, changed: 0, same: 3, removed: 0, newDishes: 0 })
    const { value } = await house.call(
      getMenuDraft,
      { canteenId: office.canteenId, day: '2025-09-24' },
      { token: office.token },
    )
    const revisions = value?.days.map(({ day, revision, lines }) => [day.slice(8), revision, lines.length])
    expect(revisions?.slice(2, 4)).toEqual([
      ['24', 2, 3],
      ['25', 1, 1],
    ])
  })

  test('what a sheet does not say stays: prices, half portions, places', async () => {
    const office = await menuOffice(house)
    const { dishId } = await givenDish(house, office.org, { name: '红烧肉（大份）' })
    const { value } = await house.call(
      getMenuDraft,
      { canteenId: office.canteenId, day: '2025-09-24' },
      { token: office.token },
    )
    await office.write({
      rows: [row('2025-09-24', '红烧肉（大份）', { ...priced(1500), hasHalf: true, notes: ['限量'] })],
    })
    const draft = async () => {
      const read = await house.call(
        getMenuDraft,
        { canteenId: office.canteenId, day: '2025-09-24' },
        { token: office.token },
      )
      return read.value?.days[2]
    }
    const [line] = (await draft())?.lines ?? []
    if (!line) throw new Error('no line')
    const { dish: _dish, window: _window, ...kept } = line
    const lines = [{ ...kept, places: 49 }]
    await house.call(
      saveMenuDay,
      { canteenId: office.canteenId, day: '2025-09-24', revision: 1, lines },
      { token: office.token },
    )
    const read = await office.preview(
      csvOf([
        ['日期', '餐次', '一号窗口'],
        ['2025-09-24', '午餐', '红烧肉(大份)'],
      ]),
      'a.csv',
    )
    expect(read.rows).toMatchObject([
      { change: 'same', dish: '红烧肉（大份）', ...priced(1500), hasHalf: true, notes: ['限量'] },
    ])
    expect(said(read.remarks, 2)).toEqual(['guess dish: 「红烧肉(大份)」按已有的「红烧肉（大份）」'])
    await office.write(read)
    expect((await draft())?.lines).toMatchObject([{ dishId, places: 49 }])
    expect(value?.days).toHaveLength(7)
  })

  test('dishes nobody knows are made without labels but for what the notes say, and their history begins', async () => {
    const office = await menuOffice(house)
    const feed = feedOf(
      '<day date="2025-09-24"><category name="Vital"><meal><name>Tagesteller</name><note>Ei (C)</note><note>glutenfrei</note></meal></category></day>',
    )
    expect(await office.write(await office.preview(Buffer.from(feed), 'a.xml'))).toMatchObject({
      newDishes: 1,
      newWindows: 1,
    })
    const { value } = await house.call(listDishRecords, { query: 'Tagesteller' }, { token: office.token })
    const [dish] = value?.items ?? []
    expect(dish).toMatchObject({ contains: ['eggs'], free: [], diets: [], labels: { contains: ['eggs'], free: [] } })
    expect(dish?.confirmedAt).toBeUndefined()
    expect(dish?.problems.length).toBeGreaterThan(0)
    const history = await house.call(listLabelHistory, { dishId: dish?.dishId ?? '' }, { token: office.token })
    expect(history.value?.items).toMatchObject([{ kind: 'imported', eventNumber: 1, contains: ['eggs'], free: [] }])
    expect((await office.publish(['2025-09-24'])).refusal).toBe('LABELS_BLOCK')
    // of a dish that is known already the notes change nothing, but are said
    const more = await office.preview(Buffer.from(feed.replace('Ei (C)', 'Milch oder Laktose (G)')), 'a.xml')
    expect(more.remarks).toMatchObject([
      { column: 'notes', message: '按说明有乳类，「Tagesteller」的标签里却没有，请核对标签' },
    ])
  })

  test('a part of a name is no name: 鱼香肉丝 is not 肉丝, and a retired dish is not taken up again', async () => {
    const office = await menuOffice(house)
    await givenDish(house, office.org, { name: '肉丝' })
    await givenDish(house, office.org, { name: '鱼香茄子', isRetired: true })
    expect(
      await office.write({
        rows: [row('2025-09-24', '鱼香肉丝'), row('2025-09-24', '鱼香茄子'), row('2025-09-24', '肉丝')],
      }),
    ).toMatchObject({
      added: 3,
      newDishes: 2,
    })
  })

  test('the same file twice at once, and one file into two canteens: everything is made once', async () => {
    const office = await menuOffice(house)
    const other = await givenCanteen(house, office.org, { windows: [] })
    const rows = Array.from({ length: 60 }, (_, i) => row('2025-09-24', `新菜${i}`, { window: `档口${i % 5}` }))
    const send = (canteenId: string) => house.call(importMenu, { canteenId, rows }, { token: office.token })
    const answers = await Promise.all([
      send(office.canteenId),
      send(other.canteenId),
      send(office.canteenId),
      send(other.canteenId),
    ])
    const sum = (of: 'added' | 'same' | 'newDishes' | 'newWindows') =>
      answers.reduce((all, { value }) => all + (value?.[of] ?? 0), 0)
    expect([sum('added'), sum('same'), sum('newDishes'), sum('newWindows')]).toEqual([120, 120, 60, 10])
    const dishes = await house.cloud.db
      .selectFrom('dish')
      .select('name')
      .where('orgId', '=', office.org.orgId)
      .execute()
    expect(dishes).toHaveLength(60)
  })

  test('closing a day takes its dishes off, its reason is kept; our own workbook says both', async () => {
    const office = await menuOffice(house)
    await office.write({
      rows: [row('2025-09-27', '肉')],
      dayNotes: [{ line: 2, day: '2025-09-27', note: '调休上班' }],
    })
    const closedDays = [{ line: 3, day: '2025-09-27', note: '停电' }]
    expect(await office.write({ rows: [row('2025-09-28', '鱼')], closedDays })).toMatchObject({
      added: 1,
      changed: 1,
      removed: 1,
    })
    const own = await office.preview(await office.workbook())
    expect(menuOf(own)).toMatchObject({ rows: [{ dish: '鱼' }], closedDays: [{ day: '2025-09-27', note: '停电' }] })
    const feed = await office.preview(await office.feed(), 'a.xml')
    expect(feed.closedDays).toMatchObject([{ day: '2025-09-27', note: '', change: 'same' }])
    await office.write(feed)
    expect(menuOf(await office.preview(await office.workbook()))).toEqual(menuOf(own))
  })

  test('is the kitchen’s, and of its own institution', async () => {
    const office = await menuOffice(house)
    const { token } = await signedInAs(house, office.org, ['steward'])
    expect(
      (await house.call(importMenu, { canteenId: office.canteenId, rows: [row('2025-09-24', '肉')] }, { token }))
        .status,
    ).toBe(403)
    const stranger = await menuOffice(house)
    const asked = await house.call(
      importMenu,
      { canteenId: office.canteenId, rows: [row('2025-09-24', '肉')] },
      { token: stranger.token },
    )
    expect(asked.refusal).toBe('NO_SUCH_CANTEEN')
  })
})
