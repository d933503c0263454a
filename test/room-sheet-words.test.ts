import fc from 'fast-check'
import { openingProblem } from '../contract/opening-hours'
import { readCapacity } from '../functions/booking/read-capacity'
import { readEquipment } from '../functions/booking/read-equipment'
import { readFloor, splitPlace } from '../functions/booking/read-floor'
import { readHours } from '../functions/booking/read-hours'
import { chineseNumber } from '../functions/documents/chinese-number'

const junk = fc.string({ unit: 'binary', maxLength: 40 })
const typed = fc.string({
  unit: fc.constantFrom(...'0123456789:-—~约人周一二五六日至、，;( )上下午点半.+/ＢF层休息除外'),
  maxLength: 30,
})

const days = (range: [number, number][], ...on: number[]) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => (on.includes(day) ? range : []))
const work: [number, number][] = [[510, 1050]]

describe('opening hours', () => {
  test.each<[string, [number, number][][]]>([
    ['8:30-17:30', days(work, 1, 2, 3, 4, 5, 6, 7)],
    ['０８：３０－１７：３０', days(work, 1, 2, 3, 4, 5, 6, 7)],
    ['0830-1730', days(work, 1, 2, 3, 4, 5, 6, 7)],
    ['8.30至17.30', days(work, 1, 2, 3, 4, 5, 6, 7)],
    ['08:30:00-17:30:00', days(work, 1, 2, 3, 4, 5, 6, 7)],
    [
      '8:30—12:00,14:30—17:30',
      days(
        [
          [510, 720],
          [870, 1050],
        ],
        1,
        2,
        3,
        4,
        5,
        6,
        7,
      ),
    ],
    ['周一至周五 9:00-17:00', days([[540, 1020]], 1, 2, 3, 4, 5)],
    ['8:30-17:30（周一至周五）', days(work, 1, 2, 3, 4, 5)],
    [
      '工作日 上午8点半-12点 下午2点-5点半',
      days(
        [
          [510, 720],
          [840, 1050],
        ],
        1,
        2,
        3,
        4,
        5,
      ),
    ],
    ['周一、三、五 8:30~17:30', days(work, 1, 3, 5)],
    ['星期六日 9-17点', days([[540, 1020]], 6, 7)],
    ['周末不开放，8:30-17:30', days(work, 1, 2, 3, 4, 5)],
    ['全天', days([[0, 1440]], 1, 2, 3, 4, 5, 6, 7)],
    ['晚上7点-晚上12点', days([[1140, 1440]], 1, 2, 3, 4, 5, 6, 7)],
  ])('%s', (cell, opening) => {
    expect(readHours(cell)).toMatchObject({ opening, rest: '' })
  })

  test('weekdays may have hours of their own', () => {
    const { opening } = readHours('周一至周五 9:00-17:00；周六 9:00-12:00')
    expect(opening?.map((ranges) => ranges.length)).toEqual([1, 1, 1, 1, 1, 1, 0])
    expect(opening?.[5]).toEqual([[540, 720]])
  })

  test.each(['需审批', '不对外', '18:00-2:00', '8:30-25:00', '17:30-17:30', '', '见通知'])(
    '%s names no hours',
    (cell) => {
      expect(readHours(cell).opening).toBeUndefined()
    },
  )

  test('what is guessed or left over is said', () => {
    expect(readHours('8:30-5:30')).toMatchObject({
      opening: days(work, 1, 2, 3, 4, 5, 6, 7),
      guesses: ['「8:30-5:30」的结束按 17:30'],
    })
    expect(readHours('8:30-12:00,11:00-17:30')).toMatchObject({ guesses: ['开放时段互相重叠，已合并'] })
    expect(readHours('工作日8:30-17:30(需提前审批)').rest).toBe('需提前审批')
    expect(readHours('8:30-17:30').isEveryDay).toBe(true)
    expect(readHours('每天8:30-17:30').isEveryDay).toBe(false)
  })

  test('any hours written in the usual ways are read back', () => {
    const minute = fc.integer({ min: 0, max: 1440 })
    const show = (m: number, colon: string) => `${Math.floor(m / 60)}${colon}${String(m % 60).padStart(2, '0')}`
    const style = fc.record({
      colon: fc.constantFrom(':', '：', '点'),
      dash: fc.constantFrom('-', '—', '－', '~', '至', ' - '),
    })
    fc.assert(
      fc.property(minute, minute, style, (a, b, { colon, dash }) => {
        fc.pre(a < b)
        const { opening } = readHours(`周一至周日 ${show(a, colon)}${dash}${show(b, colon)}`)
        expect(opening).toEqual(days([[a, b]], 1, 2, 3, 4, 5, 6, 7))
      }),
    )
  })

  test('whatever stands in the cell, hours that come out can be kept', () => {
    fc.assert(
      fc.property(fc.oneof(junk, typed), (cell) => {
        const { opening } = readHours(cell)
        if (opening) expect(openingProblem(opening)).toBeUndefined()
      }),
      { numRuns: 3000 },
    )
  })
})

test.each([
  ['20人', 20, false],
  ['约12', 12, true],
  ['120-150', 150, true],
  ['15 ', 15, false],
  ['１２人', 12, false],
  ['二十人', 20, false],
  ['可容纳30人', 30, false],
  ['1,200人', 1200, false],
  ['12（加座16）', 12, true],
  ['无', undefined, false],
  ['99999', undefined, false],
])('%s holds %s people', (cell, capacity, isGuess) => {
  const read = readCapacity(cell)
  expect([read.capacity, read.remark !== undefined]).toEqual([capacity, isGuess])
})

test('a capacity that comes out can be kept, whatever stood there', () => {
  fc.assert(
    fc.property(fc.oneof(junk, typed), (cell) => {
      const { capacity = 1 } = readCapacity(cell)
      expect(Number.isInteger(capacity) && capacity >= 1 && capacity <= 5000).toBe(true)
    }),
  )
})

test.each([
  ['3层', '3层'],
  ['3F', '3层'],
  ['三层', '3层'],
  ['３楼', '3层'],
  ['2', '2层'],
  ['十二层', '12层'],
  ['B1', 'B1'],
  ['负一层', 'B1'],
  ['地下一层', 'B1'],
  ['-1', 'B1'],
  ['夹层', '夹层'],
  ['', ''],
])('floor %s is %s, and reading it again changes nothing', (cell, floor) => {
  expect(readFloor(cell)).toBe(floor)
  expect(readFloor(readFloor(cell))).toBe(floor)
})

test('a place in one cell is split where the floor begins', () => {
  expect(splitPlace('综合楼3层')).toEqual({ building: '综合楼', floor: '3层' })
  expect(splitPlace('1号楼 二楼')).toEqual({ building: '1号楼', floor: '2层' })
  expect(splitPlace('3号楼')).toBeUndefined()
})

test('Chinese figures', () => {
  expect(['十', '十二', '二十', '九十九', '一百', '一百零五', '两', ''].map(chineseNumber)).toEqual([
    10,
    12,
    20,
    99,
    100,
    105,
    2,
    undefined,
  ])
})

test.each([
  ['投影、白板', ['projector', 'whiteboard'], []],
  ['投影;音响;同传;视频会议', ['projector', 'videoConference', 'sound', 'interpretation'], []],
  ['电子白板 投影仪2台 空调', ['projector', 'whiteboard'], ['空调']],
  ['LED大屏+鹅颈麦克风', ['television', 'microphone'], []],
  ['无', [], []],
])('equipment %s', (cell, equipment, others) => {
  expect(readEquipment(cell)).toEqual({ equipment, others })
})
