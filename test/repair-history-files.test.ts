import { deflateRawSync } from 'node:zlib'
import { importHistory, previewHistory } from '../contract/repair-report'
import { historyOffice } from './support/history-office'
import { csvOf, fileOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const now = Date.UTC(2025, 9, 1, 4)
let house: TestCloud
let office: Awaited<ReturnType<typeof historyOffice>>

beforeAll(async () => {
  house = await startCloud({ now })
})
beforeEach(async () => {
  office = await historyOffice(house)
})
afterAll(() => house.end())

/** A zip whose one sheet unpacks to so many bytes. */
function bombOf(bytes: number): Buffer {
  const name = Buffer.from('xl/workbook.xml')
  const packed = deflateRawSync(Buffer.alloc(bytes, 0x20), { level: 9 })
  const local = Buffer.alloc(30)
  local.write('PK\x03\x04', 'latin1')
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.write('PK\x01\x02', 'latin1')
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

test('what is no sheet is refused, and nothing is written', async () => {
  const files: [string, Buffer, string][] = [
    ['a.csv', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9]), 'UNREADABLE_FILE'],
    ['a.xls', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'UNREADABLE_FILE'],
    ['a.xlsx', Buffer.from('PK\x03\x04 no zip at all'), 'UNREADABLE_FILE'],
    ['bomb.xlsx', bombOf(1_000_000_000), 'UNREADABLE_FILE'],
    ['a.html', Buffer.from('<html><table><tr><td>报修时间</td></tr></table></html>'), 'UNREADABLE_FILE'],
    [
      'a.csv',
      csvOf([
        ['姓名', '电话'],
        ['a', 'b'],
      ]),
      'NO_HEADER_ROW',
    ],
    ['a.csv', Buffer.from('报修时间\n'), 'NO_HEADER_ROW'],
  ]
  for (const [name, bytes, refusal] of files) {
    for (const procedure of [previewHistory, importHistory] as const) {
      const answered = await house.call(procedure, fileOf(name, bytes), { token: office.token })
      expect([name, answered.refusal]).toEqual([name, refusal])
    }
  }
  const empty = await house.call(previewHistory, { fileName: 'a.csv', content: '' }, { token: office.token })
  expect(empty).toMatchObject({ fault: 'BAD_INPUT', issues: [{ path: 'content', message: '文件是空的' }] })
  expect(await office.tickets()).toEqual([])
})

test('fifty thousand rows are taken at once, one more is not', async () => {
  const line = (i: number) => {
    const at = new Date(Date.UTC(2024, 0, 1) + i * 900_000).toISOString().slice(0, 16).replace('T', ' ')
    return `${at},${i % 9 ? `${at.slice(0, 10)} 23:59` : ''},类${i % 30},${i % 400} 室`
  }
  const lines = Array.from({ length: 50_000 }, (_, i) => line(i))
  const file = (more: string[]) => Buffer.from(['报修时间,完成时间,类别,地点', ...lines, ...more].join('\n'))
  const many = await house.call(previewHistory, fileOf('a.csv', file([line(50_000)])), { token: office.token })
  expect(many).toMatchObject({ refusal: 'TOO_MANY_ROWS', detail: { rows: 50_001, most: 50_000 } })
  expect((await office.write(file([]))).value).toMatchObject({ added: 50_000, left: 0 })
  expect((await office.write(file([]))).value).toMatchObject({ added: 0, known: 50_000 })
})
