import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { givenDish, givenMenuDay, givenServing, givenSitting } from './support/given-canteen'
import { feedOf, inShort, menuOf, menuOffice } from './support/menu-office'
import { openMensaFaults } from './support/open-mensa-rules'
import { said } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const folder = path.join(__dirname, '../../shared/data/menus')
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.xml')) : []
const now = Date.UTC(2025, 8, 20, 4)

let house: TestCloud
beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(() => house.setNow(now))
afterAll(() => house.end())

const meal = (name: string, more = '') => `<meal><name>${name}</name>${more}</meal>`
const day = (date: string, inner: string) => `<day date="${date}">${inner}</day>`
const category = (name: string, inner: string) => `<category name="${name}">${inner}</category>`

describe('OpenMensa feeds', () => {
  const each = files.length > 0 ? test.each(files) : test.skip.each(['no feeds here'])
  each('%s is the same menu after import, export and import, and what is exported is valid', async (name) => {
    const bytes = readFileSync(path.join(folder, name))
    const here = await menuOffice(house)
    const first = await here.preview(bytes, name)
    expect([first.remarks, first.unreadable, first.missing]).toEqual([[], [], []])
    await here.write(first)
    const exported = await here.feed()
    expect(openMensaFaults(exported.toString())).toEqual([])
    const again = await here.preview(exported, name)
    expect(menuOf(again)).toEqual(menuOf(first))
    expect(again.counts).toMatchObject({ new: 0, changed: 0, missing: 0, errors: 0 })
    expect(again.counts.same).toBe(first.rows.length + first.closedDays.length)
    // in another institution it is the same menu as well
    const there = await menuOffice(house, [])
    await there.write(await there.preview(exported, name))
    expect((await there.feed()).toString().replace(/<name>食堂\d+<\/name>/, '')).toBe(
      exported.toString().replace(/<name>食堂\d+<\/name>/, ''),
    )
  })

  test('prices, notes, meals of the day and half portions come back as they were', async () => {
    const office = await menuOffice(house)
    const feed = feedOf(
      day(
        '2025-09-22',
        category('早餐 · 面点', meal('豆浆', '<price role="employee">2.5</price><price role="other">3</price>')) +
          category(
            '档口 A &amp; B',
            meal('红烧肉', '<note>含花生</note><note>可打半份</note><price role="student">12.00</price>'),
          ) +
          category('午餐 · 早餐 · 补', meal('包子 &lt;大&gt;')),
      ) + day('2025-09-23', '<closed/>'),
    )
    const read = await office.preview(Buffer.from(feed), 'a.xml')
    expect(read.rows).toMatchObject([
      {
        meal: 'breakfast',
        window: '面点',
        prices: [
          { role: 'employee', fen: 250 },
          { role: 'other', fen: 300 },
        ],
      },
      {
        meal: 'lunch',
        window: '档口 A & B',
        notes: ['含花生'],
        hasHalf: true,
        prices: [{ role: 'student', fen: 1200 }],
      },
      { meal: 'lunch', window: '早餐 · 补', dish: '包子 <大>' },
    ])
    await office.write(read)
    const exported = await office.feed()
    expect(openMensaFaults(exported.toString())).toEqual([])
    expect(menuOf(await office.preview(exported, 'a.xml'))).toEqual(menuOf(read))
    expect(await office.write(await office.preview(exported, 'a.xml'))).toMatchObject({
      added: 0,
      changed: 0,
      removed: 0,
      same: 4,
    })
  })

  test('what describes the canteen is passed over, other orders and prefixes are read', async () => {
    const office = await menuOffice(house)
    const feed = `<o:openmensa version="2.1" xmlns:o="http://openmensa.org/open-mensa-v2" xmlns:x="urn:x"><o:canteen>
      <o:name>Mensa</o:name><o:times type="opening"><o:open weekday="monday" time="11:00-14:00"/><o:closed weekday="sunday"/></o:times>
      <o:day date="2025-09-24"><x:hint>neu</x:hint><o:category name="B"><o:meal><o:name>zwei</o:name></o:meal></o:category>
      <o:category name="A"><o:meal><o:name><![CDATA[eins & mehr]]></o:name></o:meal></o:category>
      <o:category name="B"><o:meal><o:name>drei</o:name></o:meal></o:category></o:day>
      <o:day date="2025-09-22"><o:category name="A"><o:meal><o:name>null</o:name></o:meal></o:category></o:day>
      </o:canteen></o:openmensa>`
    const read = await office.preview(Buffer.from(feed), 'a.xml')
    expect(inShort(read.rows)).toEqual([
      '09-22 lunch A null',
      '09-24 lunch B zwei',
      '09-24 lunch B drei',
      '09-24 lunch A eins & mehr',
    ])
    await office.write(read)
    expect(menuOf(await office.preview(await office.feed(), 'a.xml'))).toEqual(menuOf(read))
  })

  test('windows-1252 has €, – and curly quotes where Latin-1 has nothing', async () => {
    const office = await menuOffice(house)
    const day = '<day date="2025-09-22"><category name="Menü – 3 €"><meal><name>„Käse“</name></meal></category></day>'
    const bytes = Buffer.from(
      [...feedOf(day, '<?xml version="1.0" encoding="windows-1252"?>')].map(
        (sign) => ({ '€': 0x80, '–': 0x96, '„': 0x84, '“': 0x93 })[sign] ?? sign.charCodeAt(0),
      ),
    )
    expect(inShort((await office.preview(bytes, 'a.xml')).rows)).toEqual(['09-22 lunch Menü – 3 € „Käse“'])
  })

  test('what cannot be is said line by line, and the rest is read', async () => {
    const office = await menuOffice(house)
    const lines = [
      day(
        '2025-09-22',
        category(
          'A',
          meal('汤') +
            meal('汤') +
            meal('') +
            meal('饭', '<price role="kind">1</price><price role="other">abc</price>'),
        ),
      ),
      day('2025-09-22', category('A', meal('面'))),
      day('2025-02-30', category('A', meal('面'))),
      day('2025-09-24', `<closed/>${category('A', meal('面'))}`),
      day('2025-09-25', ''),
      day('2025-09-26', category('', meal('面')) + category('空', '')),
    ]
    const read = await office.preview(Buffer.from(feedOf(lines.join('\n'))), 'a.xml')
    expect(inShort(read.rows)).toEqual([
      '09-22 lunch A 汤',
      '09-22 lunch A 饭',
      '09-24 lunch A 面',
      '09-26 lunch 一号窗口 面',
    ])
    expect(read.closedDays).toEqual([])
    expect(said(read.remarks, 4).sort()).toEqual([
      'error dish: 「汤」在第 4 行已经有了（同一天、同一餐、同一档口），只取那一次',
      'error dish: 没有写菜名',
      'guess prices: 「abc」读不出价格，没有取',
      'guess prices: 价格的对象「kind」不认识，没有取',
    ])
    expect(said(read.remarks, 5)).toEqual(['error day: 2025-09-22 在第 4 行已经有了，只取那一次'])
    expect(said(read.remarks, 6)).toEqual(['error day: 「2025-02-30」不是日期，应写成 2026-09-22 这样'])
    expect(said(read.remarks, 7)).toEqual([
      'error day: 2025-09-24 写了停餐，又写了菜：按有菜读，如果确实停餐请删去菜再导入',
    ])
    expect(said(read.remarks, 8)).toEqual(['guess day: 2025-09-25 没有菜，也没有写停餐，没有读'])
    expect(said(read.remarks, 9)).toEqual([
      'guess window: 没有写档口，按「一号窗口」',
      'guess dish: 「空」里没有菜，没有读',
    ])
    expect(read.counts.errors).toBe(4)
    expect(read.unreadable.map(({ line }) => line)).toEqual([4, 4, 5, 6])
  })

  test('the public address has what is published from a week ago on, of public canteens only', async () => {
    const { org, canteenId } = await menuOffice(house)
    const address = `/openmensa/${canteenId}.xml`
    const { dishId } = await givenDish(house, org, { name: '红烧肉' })
    for (const date of ['2025-09-12', '2025-09-13', '2025-09-22']) {
      const sittingId = await givenSitting(house, { ...org, canteenId, day: date }, { meal: 'dinner' })
      await givenServing(house, org, { sittingId, dishId, notes: ['少油'] })
    }
    await givenMenuDay(house, { ...org, canteenId, day: '2025-09-23' }, { isClosed: true })
    expect((await house.fetch(address)).status).toBe(404)
    await house.cloud.db.updateTable('canteen').set({ isPublic: true }).where('canteenId', '=', canteenId).execute()
    const answered = await house.fetch(address)
    expect(answered.headers.get('content-type')).toMatch(/^application\/xml/)
    expect(answered.headers.get('cache-control')).toMatch(/public, max-age=\d+/)
    const xml = await answered.text()
    expect(openMensaFaults(xml)).toEqual([])
    expect(xml.match(/date="[^"]+"/g)).toEqual(['date="2025-09-13"', 'date="2025-09-22"', 'date="2025-09-23"'])
    expect(xml).toContain('<category name="晚餐 · 一号窗口">')
    expect(xml).toContain('<note>少油</note>\n          <price role="employee">12.00</price>')
    const etag = answered.headers.get('etag') ?? ''
    expect((await house.fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304)
    for (const other of ['/openmensa/nonsense.xml', `/openmensa/${canteenId}`, `/openmensa/${org.siteId}.xml`]) {
      const missing = await house.fetch(other)
      expect([missing.status, await missing.text()]).toEqual([404, '没有这份公开菜单：地址不对，或食堂没有公开菜单。'])
    }
  })
})
