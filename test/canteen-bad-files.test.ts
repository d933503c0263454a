import { deflateRawSync } from 'node:zlib'
import { importMenu, previewMenu } from '../contract/canteen-files'
import { feedOf, type MenuOffice, menuOffice, rowCounts } from './support/menu-office'
import { csvOf, fileOf, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let office: MenuOffice
beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2025, 8, 20, 4) })
  office = await menuOffice(house)
})
afterAll(() => house.end())

/** Whatever is done, no table has a row more or less afterwards. */
async function writesNothing<T>(act: () => Promise<T>): Promise<T> {
  const before = await rowCounts(house)
  const answered = await act()
  expect(await rowCounts(house)).toEqual(before)
  return answered
}

const good = '<day date="2025-09-22"><category name="A"><meal><name>Käse</name></meal></category></day>'
const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>`
const gbk = Buffer.concat([
  Buffer.from(declared('GB18030')),
  Buffer.from(
    '<openmensa version="2.1" xmlns="http://openmensa.org/open-mensa-v2"><canteen><day date="2025-09-22"><category name="A"><meal><name>',
  ),
  // 红烧肉
  Buffer.from('baecc9d5c8e2', 'hex'),
  Buffer.from('</name></meal></category></day></canteen></openmensa>'),
])
const doctype = (inner: string, body: string) =>
  Buffer.from(
    `${declared('UTF-8')}\n<!DOCTYPE openmensa [${inner}]>\n<openmensa version="2.1" xmlns="http://openmensa.org/open-mensa-v2"><canteen>${body}</canteen></openmensa>`,
  )
const laughs = Array.from({ length: 20 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')

const refused: [string, string, Buffer, RegExp][] = [
  [
    'a web page',
    'a.html',
    Buffer.from('<html><body><table><tr><td>菜单</td></tr></table></body></html>'),
    /开头是 <html>/,
  ],
  ['a billion laughs', 'a.xml', doctype(`<!ENTITY l0 "哈">${laughs}`, '&l20;'), /DOCTYPE 或实体声明.*一律不读/],
  [
    'a file of the server',
    'a.xml',
    doctype('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'),
    /DOCTYPE 或实体声明.*一律不读/,
  ],
  [
    'a schema from elsewhere',
    'a.xml',
    Buffer.from('<!DOCTYPE openmensa SYSTEM "http://example.com/a.dtd"><openmensa/>'),
    /第 1 行有 DOCTYPE/,
  ],
  [
    'an entity nobody declared',
    'a.xml',
    Buffer.from(feedOf(good.replace('Käse', '&auml;'))),
    /第 4 行用了文件自己定义的实体「&auml;」/,
  ],
  ['a lone &', 'a.xml', Buffer.from(feedOf(good.replace('Käse', 'A & B'))), /单独的「&」/],
  ['a file cut off in a tag', 'a.xml', Buffer.from(feedOf(good).slice(0, 170)), /没有写完.*重新取一份/],
  [
    'a file cut off in a text',
    'a.xml',
    Buffer.from(feedOf(good).split('se<')[0] ?? ''),
    /没有写完：第 4 行的 <name> 没有结束/,
  ],
  [
    'tags crossed',
    'a.xml',
    Buffer.from(feedOf('<day date="2025-09-22"><category name="A"></day></category>')),
    /<\/day> 没有对应的开头/,
  ],
  ['two files in one', 'a.xml', Buffer.from(`${feedOf(good)}<openmensa/>`), /又开始了另一份文件/],
  ['version 1', 'a.xml', Buffer.from(feedOf(good).replace('v2', 'v1')), /只认识 OpenMensa 第 2 版/],
  [
    'no canteen',
    'a.xml',
    Buffer.from('<openmensa xmlns="http://openmensa.org/open-mensa-v2" version="2.1"/>'),
    /没有食堂/,
  ],
  ['Latin bytes that claim UTF-8', 'a.xml', Buffer.from(feedOf(good), 'latin1'), /写着 UTF-8 编码，内容却不是/],
  [
    'Latin bytes that claim nothing',
    'a.xml',
    Buffer.from(feedOf(good, '<?xml version="1.0"?>'), 'latin1'),
    /没有写明编码，内容却不是 UTF-8/,
  ],
  [
    'UTF-8 that claims ISO-8859-1',
    'a.xml',
    Buffer.from(feedOf(good.replace('Käse', 'Käse Öl Spätzle'), declared('ISO-8859-1'))),
    /写着 ISO-8859-1 编码，内容却是 UTF-8/,
  ],
  ['UTF-8 that claims UTF-16', 'a.xml', Buffer.from(feedOf(good, declared('UTF-16'))), /写着 UTF-16 编码，内容却不是/],
  [
    'an encoding nobody knows',
    'a.xml',
    Buffer.from(feedOf(good, declared('klingon-1'))),
    /不认识文件写明的编码「klingon-1」/,
  ],
  [
    'half a UTF-16 character',
    'a.xml',
    Buffer.concat([Buffer.from('\ufeff<a>', 'utf16le'), Buffer.from([0x3d])]),
    /UTF-16/,
  ],
  ['control characters', 'a.xml', Buffer.from(feedOf(good.replace('Käse', 'K\u0001se'))), /不能显示的字符/],
  ['a character that is none', 'a.xml', Buffer.from(feedOf(good.replace('Käse', '&#0;'))), /不存在的字符/],
  ['tags as deep as a well', 'a.xml', Buffer.from('<a>'.repeat(100_000)), /嵌套太深/],
  ['a million tags', 'a.xml', Buffer.from(`<openmensa>${'<a/>'.repeat(1_000_000)}</openmensa>`), /标签太多/],
]

describe('files that are no menus', () => {
  test.each(refused)(
    '%s is refused with a whole sentence, and nothing is written',
    async (_, name, bytes, sentence) => {
      const answered = await writesNothing(() => office.tryPreview(bytes, name))
      expect(answered).toMatchObject({ status: 200, refusal: 'UNREADABLE_FILE' })
      expect(answered.detail?.reason).toMatch(sentence)
      expect(answered.detail?.reason).toMatch(/^[^A-Za-z]*[\u4e00-\u9fff][\s\S]*。$/)
    },
  )

  test('garbage, an old spreadsheet, a broken one and one that unpacks without end are refused', async () => {
    const bomb = deflateRawSync(Buffer.alloc(300_000_000, 0x20), { level: 9 })
    const name = Buffer.from('xl/workbook.xml')
    const [local, central, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)]
    local.write('PK\x03\x04', 'latin1')
    local.writeUInt16LE(8, 8)
    local.writeUInt16LE(name.length, 26)
    central.write('PK\x01\x02', 'latin1')
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(bomb.length, 20)
    central.writeUInt16LE(name.length, 28)
    end.write('PK\x05\x06', 'latin1')
    end.writeUInt16LE(1, 10)
    end.writeUInt32LE(30 + name.length + bomb.length, 16)
    const whole = await xlsxOf({
      a: [
        ['日期', '餐次', '主荤'],
        ['2025-09-22', '午餐', '红烧肉'],
      ],
    })
    const files: [string, Buffer, string][] = [
      ['bomb.xlsx', Buffer.concat([local, name, bomb, central, name, end]), 'UNREADABLE_FILE'],
      ['a.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'UNREADABLE_FILE'],
      ['cut.xlsx', whole.subarray(0, whole.length / 2), 'UNREADABLE_FILE'],
      ['a.csv', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]), 'UNREADABLE_FILE'],
      [
        'a.csv',
        csvOf([
          ['姓名', '电话'],
          ['张伟', '1'],
        ]),
        'NO_HEADER_ROW',
      ],
      ['a.csv', Buffer.from(`日期,餐次,主荤\n${'2025-09-22,午餐,肉\n'.repeat(10_000)}`), 'TOO_MANY_ROWS'],
    ]
    for (const [file, bytes, refusal] of files) {
      const answered = await writesNothing(() => office.tryPreview(bytes, file))
      expect([file, answered.refusal]).toEqual([file, refusal])
    }
  })

  test('fifty megabytes are turned away before anybody reads them', async () => {
    const body = JSON.stringify({ canteenId: office.canteenId, fileName: 'a.xml', content: 'A'.repeat(50_000_000) })
    for (const procedure of [previewMenu, importMenu]) {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${office.token}` }
      const answered = await writesNothing(() =>
        house.fetch(`/api/${procedure.name}`, { method: 'POST', body, headers }),
      )
      expect([answered.status, await answered.json()]).toEqual([413, { fault: 'TOO_LARGE' }])
    }
  })

  test('rows that cannot be written together are refused, all of them', async () => {
    const row = { line: 3, day: '2025-09-22', meal: 'lunch' as const, window: '新窗口', dish: '新菜' }
    const fine = { ...row, line: 2, dish: '另一道新菜' }
    const many = Array.from({ length: 301 }, (_, i) => ({ ...row, line: i + 2, dish: `菜${i}` }))
    const answers = await writesNothing(async () => [
      await office.tryWrite({ rows: [] }),
      await office.tryWrite({ rows: [fine, row, { ...row, line: 4 }] }),
      await office.tryWrite({ rows: [fine], closedDays: [{ line: 5, day: row.day }] }),
      await office.tryWrite({ rows: many }),
      await house.call(importMenu, { canteenId: office.org.siteId, rows: [fine] }, { token: office.token }),
      await house.call(
        previewMenu,
        { canteenId: office.org.siteId, ...fileOf('a.csv', csvOf([['日期', '菜名']])) },
        { token: office.token },
      ),
    ])
    expect(answers).toMatchObject([
      { refusal: 'NOTHING_TO_IMPORT' },
      { refusal: 'DOUBLED_DISH', detail: { lines: [4] } },
      { refusal: 'CLOSED_AND_OPEN', detail: { days: ['2025-09-22'] } },
      { fault: 'BAD_INPUT', issues: [{ path: 'rows', message: '2025-09-22 超过 300 道菜，请分开或减少后再导入' }] },
      { refusal: 'NO_SUCH_CANTEEN' },
      { refusal: 'NO_SUCH_CANTEEN' },
    ])
  })
})

test('UTF-16, GB18030 and Latin feeds are read by what they declare', async () => {
  const utf16 = Buffer.from(`\ufeff${feedOf(good.replace('Käse', '红烧肉'), declared('UTF-16'))}`, 'utf16le')
  const bigEndian = Buffer.from(utf16).swap16()
  const files: [Buffer, string][] = [
    [utf16, '红烧肉'],
    [bigEndian, '红烧肉'],
    [gbk, '红烧肉'],
    [Buffer.from(feedOf(good, declared('ISO-8859-1')), 'latin1'), 'Käse'],
    [Buffer.from(`\ufeff${feedOf(good)}`), 'Käse'],
    [Buffer.from(feedOf(good, '')), 'Käse'],
  ]
  for (const [bytes, dish] of files) expect((await office.preview(bytes, 'a.xml')).rows).toMatchObject([{ dish }])
})
