import fc from 'fast-check'
import { type BusHouse, busHouse } from './support/bus-house'
import { bare, type SheetDesk, sheetDesk } from './support/sheet-desk'
import { csvOf } from './support/sheet-file'

let bus: BusHouse
let desk: SheetDesk
beforeAll(async () => {
  bus = await busHouse()
  desk = sheetDesk(bus)
})
afterAll(() => bus.house.end())

const csv = async (...rows: string[][]) => desk.read(csvOf(rows), '班车.csv')

const two = (n: number) => String(n).padStart(2, '0')
const written = (seconds: number, form: number) => {
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const clock = (of: number) => `${of}${form === 1 ? '：' : ':'}${two(minutes % 60)}`
  return hours >= 24 && form === 2 ? `次日${clock(hours - 24)}` : `${form === 3 ? '约' : ''}${clock(hours)}`
}

test('random timetables are read alike as lists, as grids, and with their stops down the side', async () => {
  const cell = fc.record({
    step: fc.integer({ min: 1, max: 90 }),
    form: fc.integer({ min: 0, max: 3 }),
    isPassed: fc.boolean(),
    gap: fc.constantFrom('', '—', '不停', '/'),
  })
  const timetable = fc
    .tuple(
      fc.uniqueArray(fc.constantFrom('东门', '农业路', '曹寨', '综合楼', '北院', '火车站', '3号楼', '医院'), {
        minLength: 2,
      }),
      fc.boolean(),
    )
    .chain(([stops, isNumbered]) =>
      fc.record({
        stops: fc.constant(stops),
        isNumbered: fc.constant(isNumbered),
        trips: fc.array(
          fc.record({
            start: fc.integer({ min: 5 * 60, max: 25 * 60 }),
            cells: fc.array(cell, { minLength: stops.length, maxLength: stops.length }),
            days: fc.constantFrom('工作日', '周一、周三', '周末', '每天'),
            driver: fc.constantFrom('', '孙师傅', '吴师傅 13800000019'),
          }),
          { minLength: 1, maxLength: 6 },
        ),
      }),
    )
  await fc.assert(
    fc.asyncProperty(timetable, async ({ stops, isNumbered, trips }) => {
      const times = trips.map(({ start, cells }, nth) => {
        let at = start * 60
        return cells.map(({ step, form, isPassed, gap }, i) => {
          at += step * 60
          // the first row of a grid is known by its times
          return isPassed && !(nth === 0 && i < 2) ? gap : written(at, form)
        })
      })
      const isTime = (text: string) => /\d/.test(text)
      const list = await csv(
        ['线路', '方向', '停靠站', ...stops.slice(1).map(() => ''), '运行日', '司机'],
        ...trips.map(({ days, driver }, t) => {
          const own = stops.flatMap((stop, i) => (isTime(times[t]?.[i] ?? '') ? [`${stop} ${times[t]?.[i]}`] : []))
          return ['1号线', '上班', ...stops.map((_, i) => own[i] ?? ''), days, driver]
        }),
      )
      const grid = await csv(
        ['1号线 上班'],
        ['班次', ...stops, '运行日', '司机'],
        ...trips.map(({ days, driver }, t) => [String(t + 1), ...(times[t] ?? []), days, driver]),
      )
      const turned = await csv(
        ['1号线 上班'],
        [...(isNumbered ? ['序号'] : []), '站点', ...trips.map((_, t) => `第${t + 1}班`)],
        ...[
          ...stops.map((stop, i) => [stop, ...times.map((own) => own[i] ?? '')]),
          ['运行日', ...trips.map(({ days }) => days)],
          ['司机', ...trips.map(({ driver }) => driver)],
        ].map((row, i) => [...(isNumbered ? [String(i + 1)] : []), ...row]),
      )
      expect(grid.trips.length + grid.problems.length).toBe(trips.length)
      expect(bare(grid.trips)).toEqual(bare(list.trips))
      expect(bare(turned.trips)).toEqual(bare(grid.trips))
      expect(turned.problems.map(({ message }) => message.replace(/^「第\d班」/, ''))).toEqual(
        grid.problems.map(({ message }) => message),
      )
    }),
    { numRuns: 100 },
  )
})

test('very wide and very long sheets are bounded, and take no more than their size', async () => {
  const stops = ['东门', '农业路', '综合楼']
  const wide = (columns: number) =>
    csvOf([
      ['站点', ...Array.from({ length: columns }, (_, i) => `第${i + 1}班`)],
      ...stops.map((stop, i) => [stop, ...Array.from({ length: columns }, () => `7:${10 + i}`)]),
    ])
  const { trips, problems } = await desk.read(wide(10_000), '宽.csv')
  expect(trips).toHaveLength(2000)
  expect(problems).toEqual([{ sheet: '宽', row: 1, message: '超过 2000 个班次，从「第2001班」起没有读' }])
  const long = await csv(['站点', '第1班'], ...Array.from({ length: 5000 }, (_, i) => [`${i}号楼`, '7:00']))
  expect(long.problems).toEqual([{ sheet: '班车', row: 1, message: '超过 200 站，这张表没有读' }])
  // each row might begin a table, and none is one; each stop has a time of two, and none at the second
  const rows = (first: string[], second: string[]) => (n: number) =>
    csvOf(Array.from({ length: n }, (_, i) => (i % 2 === 0 ? first : second)))
  const across = (n: number) =>
    csvOf([
      ['班次', ...Array.from({ length: n * 8 }, (_, i) => `${i}号楼`)],
      ['1', ...Array.from({ length: n * 8 }, (_, i) => (i % 2 === 0 ? '7:00' : '7:00 8:00'))],
    ])
  const hostile = [
    rows(['', '第1班', '第2班'], ['', '', '第1班']),
    rows(['班次', '早班', '晚班'], ['曹寨', '7:00', '7:10']),
    rows(['站点', '站点', '第1班'], ['', '7:00']),
    rows(['上班'], ['备注', '甲', '乙']),
    rows(['曹寨', '—', '—'], ['上班']),
    across,
  ]
  for (const bytesOf of hostile) {
    const took = async (n: number) => {
      let least = Number.POSITIVE_INFINITY
      for (let i = 0; i < 3; i++) {
        const began = performance.now()
        const { refusal, value } = await desk.previewOf(bytesOf(n), 'a.csv')
        expect(value ?? refusal).toBeDefined()
        least = Math.min(least, performance.now() - began)
      }
      return least
    }
    await took(100)
    const [small, large] = [await took(250), await took(2000)]
    // eight times as much: 64 times as long were it quadratic
    expect(large / small).toBeLessThan(32)
  }
})
