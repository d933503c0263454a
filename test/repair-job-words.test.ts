import { fenOf } from '../contract/repair'
import { byFloor, firstOf, inPlace } from '../src/features/repair/job-groups'
import { hundredthsOf, sumFen, yuanText } from '../src/features/repair/job-money'
import { clockOf, type Job } from '../src/features/repair/job-time'

const zone = '+08:00'
const now = Date.parse('2026-11-23T10:00:00+08:00')
const job = (patch: Partial<Job>): Job => ({
  ticketId: '1',
  number: 'A1',
  kind: 'repair',
  categoryId: 'c',
  category: '空调 · 不制冷',
  place: '综合楼 3层 会议室301',
  building: '综合楼',
  floor: '3层',
  asset: '',
  urgency: 'normal',
  priority: 1,
  status: 'accepted',
  assignee: '',
  createdAt: '2026-11-23T09:00:00+08:00',
  isOverdue: false,
  ...patch,
})
const due = (dueAt: string, patch: Partial<Job> = {}) =>
  clockOf(job({ dueAt, dueClock: 'resolve', ...patch }), now, zone)

describe('what is left of a job’s time', () => {
  test.each([
    ['2026-11-23T11:20:00+08:00', '完成还剩 1 小时 20 分', 'calm', 60 / 140],
    ['2026-11-23T10:00:30+08:00', '完成还剩 1 分钟', 'soon', 60 / 60.5],
    ['2026-11-23T10:20:00+08:00', '完成还剩 20 分钟', 'soon', 0.75],
    ['2026-11-23T09:30:00+08:00', '完成超时 30 分钟', 'late', 1],
    ['2026-11-26T13:00:00+08:00', '完成还剩 3 天 3 小时', 'calm', 60 / (60 + 75 * 60)],
  ])('due at %s: %s', (dueAt, words, tone, used) => {
    expect(due(dueAt)).toEqual({ words, tone, used: expect.closeTo(used, 6) })
  })

  test('the clock that comes next gives its name', () => {
    expect(due('2026-11-23T11:00:00+08:00', { dueClock: 'response' }).words).toBe('接单还剩 1 小时')
  })

  test('what was hung stands still, with the day that was promised', () => {
    expect(clockOf(job({ status: 'hung', promisedOn: '2026-11-25' }), now, zone)).toEqual({
      words: '已暂停，答应 后天 周三 前继续',
      tone: 'still',
      used: 0,
    })
  })
})

describe('jobs of one floor', () => {
  const at = (ticketId: string, floor: string, more: Partial<Job> = {}) => job({ ticketId, floor, ...more })
  const ids = (groups: ReturnType<typeof byFloor>) => groups.map(({ jobs }) => jobs.map(({ ticketId }) => ticketId))

  test('stand together where the first of them is due; what is hung does not', () => {
    const jobs = [at('a', '1层'), at('b', '3层'), at('c', '2层'), at('d', '3层'), at('e', '1层', { status: 'hung' })]
    const groups = byFloor(jobs)
    expect(ids(groups)).toEqual([['a'], ['b', 'd'], ['c'], ['e']])
    expect(groups.map(({ floor }) => floor)).toEqual(['', '综合楼 3层', '', ''])
    expect(ids(firstOf(groups, 2))).toEqual([['a'], ['b']])
  })

  test('without a building there is no floor to share', () => {
    const nowhere = { building: '', floor: '', placeId: undefined }
    expect(ids(byFloor([at('a', '', nowhere), at('b', '', nowhere)]))).toEqual([['a'], ['b']])
  })

  test('after a tap everything keeps its place, what is gone says so, what is new comes last', () => {
    const before = byFloor([at('a', '1层'), at('b', '3层'), at('c', '3层')])
    const after = inPlace(before, [at('d', '9层'), at('c', '3层', { status: 'working' }), at('a', '1层')])
    expect(ids(after)).toEqual([['a'], ['b', 'c'], ['d']])
    expect(after[1]?.jobs).toMatchObject([{ ticketId: 'b', isGone: true }, { status: 'working' }])
    expect(after[1]?.jobs[1]).not.toHaveProperty('isGone')
  })
})

describe('money', () => {
  test.each([
    ['35', 3500],
    ['35.5', 3550],
    ['35.55', 3555],
    ['0.29', 29],
    ['１', undefined],
    ['1。5', 150],
    ['4.005', undefined],
    ['-3', undefined],
    ['', undefined],
    ['abc', undefined],
  ])('%s yuan is %s fen', (text, fen) => {
    expect(hundredthsOf(text)).toBe(fen)
  })

  test('lines are exact where floating point is not', () => {
    expect(1.13 * 50).toBeLessThan(56.5)
    expect(fenOf({ quantity: 1.13, unitPriceFen: 50 })).toBe(57)
    const line = (quantity: number, unitPriceFen: number) => ({
      kind: 'part' as const,
      name: 'x',
      quantity,
      unitPriceFen,
    })
    expect(sumFen([line(2, 3555), line(1.5, 29)])).toBe(7154)
    expect([yuanText(7154), yuanText(3500), yuanText(5)]).toEqual(['¥71.54', '¥35', '¥0.05'])
  })
})
