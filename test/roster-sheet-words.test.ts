import fc from 'fast-check'
import { plainName, plainText } from '../functions/documents/plain-text'
import { oneSpelling, readDepartmentPath } from '../functions/people/department-names'
import { readDuties } from '../functions/people/read-duties'
import { readPhone } from '../functions/people/read-phone'
import { readStaffNumber, usualWidth, withZeros } from '../functions/people/read-staff-number'
import { readStatus } from '../functions/people/read-status'

const junk = fc.string({ unit: 'binary', maxLength: 40 })
const typed = fc.string({
  unit: fc.constantFrom(...'0123456789:-—~约人周一二五六日至、，;( )上下午点半.+/ＢF层休息除外'),
  maxLength: 30,
})

describe('phones', () => {
  test.each([
    ['13800000012', '13800000012'],
    ['138-0000-0013', '13800000013'],
    ['138 0000 0013', '13800000013'],
    ['+86 13800000020', '13800000020'],
    ['１３８００００００２０', '13800000020'],
    ['0371-65500000', '037165500000'],
    ['(0371)65500000', '037165500000'],
    ['8821', '8821'],
    ['无', ''],
    ['', ''],
  ])('%s is %s without a question', (cell, phone) => {
    expect(readPhone(cell)).toEqual({ phone })
  })

  test.each([
    ['13800000016/8821', '13800000016', '没有取「8821」'],
    ['0371-65500000、13800000016', '13800000016', '0371-65500000'],
    ['1380000001', '1380000001', '少 1 位'],
    ['138000000012', '138000000012', '多 1 位'],
    ['见通讯录', '', '读不出'],
    ['1.38E+10', '', '改写'],
  ])('%s is %s, and the doubt is said', (cell, phone, doubt) => {
    const read = readPhone(cell)
    expect(read.phone).toBe(phone)
    expect(read.remark).toContain(doubt)
  })

  test('nothing but digits ever comes out', () => {
    fc.assert(fc.property(fc.oneof(junk, typed), (cell) => expect(readPhone(cell).phone).toMatch(/^\d{0,30}$/)))
  })
})

test('duties are read as they are called now, as they were called before, and by their names; the rest is given back', () => {
  expect(readDuties('会务、代办')).toEqual({ duties: ['proxy', 'steward'], unknown: [] })
  expect(readDuties('代订 fleet，职工')).toEqual({ duties: ['proxy', 'fleet'], unknown: [] })
  expect(readDuties('代办/代订/constructor')).toEqual({ duties: ['proxy'], unknown: ['constructor'] })
})

describe('staff numbers', () => {
  test('are text', () => {
    expect(['0012', '０015', ' d 0001 ', '12.0', 'A-7'].map(readStaffNumber)).toEqual([
      '0012',
      '0015',
      'D0001',
      '12',
      'A-7',
    ])
    expect(['1.0E+05', '见附件(三)', '工'.repeat(31)].map(readStaffNumber)).toEqual([undefined, undefined, undefined])
  })

  test('one that seems to have lost its zeros is asked about, unless the roster knows better', () => {
    const width = usualWidth(['0012', '13', '0014'])
    expect(width).toBe(4)
    expect(usualWidth(['12', '13', '140'])).toBeUndefined()
    const none = new Map<string, { line: number }>()
    expect(withZeros('13', width, new Set(), none)).toMatchObject({
      staffNumber: '13',
      remark: expect.stringContaining('0013'),
    })
    expect(withZeros('13', width, new Set(['0013']), none)).toMatchObject({ staffNumber: '0013' })
    expect(withZeros('13', width, new Set(['13', '0013']), none)).toEqual({ staffNumber: '13' })
    expect(withZeros('A13', width, new Set(), none)).toEqual({ staffNumber: 'A13' })
  })
})

describe('departments', () => {
  test.each([
    [
      ['后勤处', '膳食科'],
      ['后勤处', '膳食科'],
    ],
    [['后勤处/维修班'], ['后勤处', '维修班']],
    [['后勤处 > 维修班>水电组'], ['后勤处', '维修班', '水电组']],
    [['后勤处-维修班'], ['后勤处', '维修班']],
    [
      ['后勤处', '后勤处/维修班'],
      ['后勤处', '维修班'],
    ],
    [['院办公室', '院办公室'], ['院办公室']],
    [['A-1 组'], ['A-1 组']],
    [['计 量 一 所'], ['计量一所']],
  ])('%j is %j', (cells, path) => {
    expect(readDepartmentPath(cells)).toEqual(path)
  })

  test('names that differ in traditional characters become one', () => {
    const spell = oneSpelling(['后勤处', '後勤處', '財務處'], new Set())
    expect(['后勤处', '後勤處', '財務處'].map(spell)).toEqual(['后勤处', '后勤处', '財務處'])
    expect(oneSpelling(['后勤处'], new Set(['後勤處']))('后勤处')).toBe('後勤處')
  })
})

test('status is taken from its column first, then from the notes', () => {
  expect(readStatus('在岗', '产假')).toEqual({ status: 'active' })
  expect(readStatus('', '产假')).toMatchObject({ status: 'onLeave', remark: { field: 'status' } })
  expect(readStatus('', '已调出')).toMatchObject({ status: 'left' })
  expect(readStatus('退休', '')).toMatchObject({ status: 'left' })
  expect(readStatus('', '产假期满，已返岗')).toEqual({})
  expect(readStatus('', '退休返聘')).toEqual({})
  expect(readStatus('？？', '')).toMatchObject({ remark: { message: expect.stringContaining('不作改动') } })
})

test('names lose the spaces that make them line up, and only these', () => {
  expect(['张 伟', '周\u3000\u3000敏', '买买提•艾力', 'John  Smith', '\u200b李\u00a0强'].map(plainName)).toEqual([
    '张伟',
    '周敏',
    '买买提·艾力',
    'John Smith',
    '李强',
  ])
  fc.assert(fc.property(junk, (cell) => expect(plainText(plainText(cell))).toBe(plainText(cell))))
})
