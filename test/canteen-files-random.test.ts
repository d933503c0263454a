import fc from 'fast-check'
import { priceRoles } from '../contract/canteen'
import { mealWords } from '../contract/canteen-words'
import { cleanText } from '../contract/fields'
import { addDays } from '../contract/zone'
import { menuOf, menuOffice } from './support/menu-office'
import { openMensaFaults } from './support/open-mensa-rules'
import { csvOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2025, 8, 20, 4) })
})
afterAll(() => house.end())

const signs = [...'红烧肉鱼香豆腐ABcé１２ 、/，,;:：·•()（）<>&"\'=+-@#%_元半份价停餐𠮷🍚']
const words = (max: number) =>
  fc
    .array(fc.constantFrom(...signs), { minLength: 1, maxLength: max })
    .map((letters) => cleanText(letters.join('')))
    .filter((text) => text !== '')
const long = (max: number) => fc.oneof({ weight: 9, arbitrary: words(12) }, { weight: 1, arbitrary: words(max) })

const prices = fc
  .tuple(
    fc.subarray([...priceRoles]),
    fc.array(fc.record({ fen: fc.nat(1_000_000), halfFen: fc.option(fc.nat(1_000_000), { nil: undefined }) }), {
      minLength: 4,
      maxLength: 4,
    }),
  )
  .map(([roles, all]) => roles.map((role, i) => ({ role, ...all[i] })))

const row = fc
  .record({
    line: fc.constant(2),
    day: fc.nat(20).map((n) => addDays('2025-09-21', n)),
    meal: fc.constantFrom(...mealWords),
    window: fc.oneof(fc.constantFrom('一号窗口', '早餐 · 面点', '午餐 · '), long(240)).map(cleanText),
    dish: long(250),
    prices,
    isHalf: fc.boolean(),
    notes: fc.array(long(250), { maxLength: 4 }),
  })
  .map(({ isHalf, ...one }) => {
    const hasHalf = isHalf || one.prices.some(({ halfFen }) => halfFen !== undefined)
    const clean = one.prices.map(({ role, fen = 0, halfFen }) => ({
      role,
      fen,
      ...(halfFen === undefined ? {} : { halfFen }),
    }))
    return { ...one, hasHalf, prices: clean }
  })

const menu = fc
  .tuple(
    fc.uniqueArray(row, {
      minLength: 1,
      maxLength: 40,
      selector: ({ day, meal, window, dish }) =>
        JSON.stringify([day, meal, window.normalize('NFKC'), dish.normalize('NFKC')]),
    }),
    fc.uniqueArray(
      fc.nat(30).map((n) => addDays('2025-09-21', n)),
      { maxLength: 5 },
    ),
  )
  .map(([rows, closed]) => {
    const open = new Set(rows.map(({ day }) => day))
    return { rows, closedDays: closed.filter((day) => !open.has(day)).map((day) => ({ line: 2, day, note: '' })) }
  })

const key = (one: { day: string; meal: string; window: string; dish: string }) =>
  JSON.stringify([one.day, one.meal, one.window, one.dish])
/** Whatever the order of lines. */
const sorted = <T extends { day: string; meal: string; window: string; dish: string }>(rows: readonly T[]) =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1))

test('random menus come back from OpenMensa and from Excel as they were, and importing them again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(menu, async (written) => {
      const office = await menuOffice(house, [])
      const wanted = sorted(written.rows.map(({ line: _line, ...rest }) => rest))
      await office.write(written)
      const xml = await office.feed()
      expect(openMensaFaults(xml.toString())).toEqual([])
      for (const [bytes, name] of [
        [xml, 'a.xml'],
        [await office.workbook(), 'a.xlsx'],
      ] as const) {
        const read = await office.preview(bytes, name)
        expect([name, read.unreadable, read.remarks.filter(({ severity }) => severity === 'error')]).toEqual([
          name,
          [],
          [],
        ])
        expect([name, sorted(menuOf(read).rows)]).toEqual([name, wanted])
        expect(read.closedDays.map(({ day }) => day)).toEqual(written.closedDays.map(({ day }) => day).sort())
        expect([name, read.counts]).toMatchObject([name, { new: 0, changed: 0, missing: 0 }])
        expect(await office.write(read)).toMatchObject({
          added: 0,
          changed: 0,
          removed: 0,
          newDishes: 0,
          newWindows: 0,
        })
      }
      const there = await menuOffice(house, [])
      await there.write(await there.preview(xml, 'a.xml'))
      expect(sorted(menuOf(await there.preview(await there.workbook())).rows)).toEqual(wanted)
    }),
    { numRuns: 40 },
  )
})

const cell = fc.oneof(
  fc.constantFrom(
    '',
    '日期',
    '星期',
    '餐次',
    '菜名',
    '档口',
    '价格',
    '备注',
    '早餐',
    '午餐',
    '主荤',
    '素菜',
    '停餐',
    '合计',
  ),
  fc.constantFrom(
    '9月22日',
    '9.22',
    '周一',
    '周二',
    '2025-09-22',
    '9月22日—9月28日',
    '2月30日',
    '45922',
    '1',
    '12元',
    '注:无',
  ),
  words(12),
)
const table = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 12 })
  // a file of nothing is bad input before anybody reads it
  .filter((rows) => rows.flat().some((said) => said !== ''))

test('whatever stands in a table, it is read or refused in words, and what is read can be imported', async () => {
  const office = await menuOffice(house)
  await fc.assert(
    fc.asyncProperty(table, async (cells) => {
      const answered = await office.tryPreview(csvOf(cells), 'a.csv')
      if (!answered.value) return void expect(['UNREADABLE_FILE', 'NO_HEADER_ROW']).toContain(answered.refusal)
      const { rows, closedDays, dayNotes, remarks } = answered.value
      for (const { message } of remarks) expect(message).toMatch(/[\u4e00-\u9fff]/)
      const written = await office.tryWrite({ rows, closedDays, dayNotes })
      expect(written.value ?? written.refusal).toEqual(
        rows.length + closedDays.length === 0
          ? 'NOTHING_TO_IMPORT'
          : expect.objectContaining({ same: expect.any(Number) }),
      )
    }),
    // a second header below one that names no single day
    {
      numRuns: 150,
      examples: [
        [
          [
            ['9月22日—9月28日', '', '9月22日', '红'],
            ['', '红', '9月22日', '9月22日—9月28日'],
            ['9.22', '9月22日'],
            ['红'],
          ],
        ],
      ],
    },
  )
})
