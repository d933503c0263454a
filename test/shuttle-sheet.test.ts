import fc from 'fast-check'
import { type BusHouse, busHouse } from './support/bus-house'
import { secondsOf } from './support/given-timetable'
import { department, runsOf, type SheetDesk, sheetDesk, timesOf } from './support/sheet-desk'
import { csvOf, xlsxOf } from './support/sheet-file'

let bus: BusHouse
let desk: SheetDesk
beforeAll(async () => {
  bus = await busHouse()
  desk = sheetDesk(bus)
})
afterAll(() => bus.house.end())

test('the timetable that a department hangs up is read with everything that its cells say', async () => {
  const { title, problems, remarks, trips } = await desk.read(await department())
  expect({ title, problems, remarks }).toEqual({
    title: '职工班车时刻表(2026年3月起执行)',
    problems: [],
    remarks: ['国庆、春节另行通知;调休上班日照常发车。'],
  })
  expect(trips.map((trip) => [trip.row, trip.route, trip.direction, runsOf(trip), timesOf(trip)])).toEqual([
    [3, '1号线', '上班', 'workdays', '东风渠 7:10 农业路 7:18 花园路口 7:25 综合楼 7:50'],
    [4, '1号线', '下班', '1234', '综合楼 17:40 花园路口 18:05 农业路 18:12 东风渠 18:20'],
    [4, '1号线', '下班', '5', '综合楼 17:10 花园路口 17:35? 农业路 17:42? 东风渠 17:50?'],
    [5, '2号线', '上班', 'workdays', '南院 7:00 火车站 7:20 综合楼 7:55'],
    [6, '2号线', '下班', 'workdays', '综合楼 17:40 火车站 18:15 南院 18:35'],
    [6, '2号线', '下班', 'workdays', '综合楼 21:00 火车站 21:35? 南院 21:55?'],
    [6, '2号线', '下班', 'workdays', '综合楼 23:50 火车站 24:25? 南院 24:35'],
    [7, '区间车', '往南院', 'workdays', '综合楼 8:30 南院 8:40?'],
    [7, '区间车', '往南院', 'workdays', '综合楼 13:30 南院 13:40?'],
    [7, '区间车', '往综合楼', 'workdays', '南院 8:30 综合楼 8:40?'],
    [7, '区间车', '往综合楼', 'workdays', '南院 13:30 综合楼 13:40?'],
  ])
  const [first, , friday, third, , , , shuttle] = trips
  expect(first).toMatchObject({
    plate: '豫A·K1234',
    driver: '孙师傅',
    driverPhone: '13800000019',
    note: '',
    guesses: [],
  })
  expect(friday?.guesses).toEqual(['周五改为 17:10 发车，各站间隔照平日；按星期开行，节假日请核对'])
  expect(third).toMatchObject({ seats: 38, driver: '吴师傅', driverPhone: '', note: '' })
  expect(shuttle).toMatchObject({ seats: 19, plate: '', note: '中巴' })
  // the bus at 12:00 does not leave, the one at 17:30 does
  expect(trips.slice(7).map(({ headway }) => headway)).toEqual([
    { seconds: 1800, from: secondsOf('8:30'), until: secondsOf('12:00') },
    { seconds: 1800, from: secondsOf('13:30'), until: secondsOf('18:00') },
    { seconds: 1800, from: secondsOf('8:30'), until: secondsOf('12:00') },
    { seconds: 1800, from: secondsOf('13:30'), until: secondsOf('18:00') },
  ])
  expect(shuttle?.guesses).toEqual([
    '没有写运行日，按工作日',
    '往返两个方向各算一班，同时发车',
    '没有写路上要多久，按每站 10 分钟推算',
    '12:00-13:30 停运，前后各算一段',
  ])
})

test('a grid of stops and trips is read: times of all kinds, stops that are passed, days', async () => {
  const bytes = await xlsxOf(
    {
      夜班: [
        ['3号线 下班'],
        ['班次', '北门', '医院', '南门', '运行日', '座位'],
        [1, '２１：００', '—', '21点40', '周一至周五', 45],
        [2, 22.5 / 24, '23点半', '次日0:10', '周六、周日', null],
        [3, new Date('1899-12-30T23:30:00Z'), '23:50', '0:20', '每天', null],
        [4, '23:40', '晚点', '0:20', null, null],
        [5, '7:40', null, '7:10', '节假日', null],
        ['末班车请提前到站'],
      ],
    },
    (sheet) => {
      sheet.getCell('B5').numFmt = 'h:mm'
    },
  )
  const { trips, problems, remarks } = await desk.read(bytes)
  expect(trips.map((trip) => [trip.row, runsOf(trip), timesOf(trip)])).toEqual([
    [3, '12345', '北门 21:00 南门 21:40'],
    [4, '67', '北门 22:30 医院 23:30 南门 24:10'],
    [5, '1234567', '北门 23:30 医院 23:50 南门 24:20'],
    [7, 'restDays', '北门 7:40 南门 7:10'],
  ])
  expect(trips[0]).toMatchObject({ route: '3号线', direction: '下班', seats: 45, guesses: [] })
  expect(trips[2]?.guesses).toEqual(['南门 0:20 早于前一站，当作次日'])
  expect(trips[3]?.guesses).toEqual(['南门 7:10 早于前一站，请核对'])
  expect(problems).toEqual([{ sheet: '夜班', row: 6, message: '「医院」下的「晚点」不是时间' }])
  expect(remarks).toEqual(['末班车请提前到站'])
})

test('a trip of a grid that passes by several stops is no head of those below it', async () => {
  const { trips, problems } = await desk.read(
    csvOf([
      ['班次', '北门', '医院', '西门', '南门'],
      ['1', '7:00', '7:10', '7:20', '7:30'],
      ['2', '—', '8:10', '—', '8:30'],
      ['3', '9:00', '9:10', '9:20', '9:30'],
    ]),
    '班车.csv',
  )
  expect(problems).toEqual([])
  expect(trips.map(timesOf)).toEqual([
    '北门 7:00 医院 7:10 西门 7:20 南门 7:30',
    '医院 8:10 南门 8:30',
    '北门 9:00 医院 9:10 西门 9:20 南门 9:30',
  ])
})

test('a list with a column for the departure, as csv, and rows that say too little', async () => {
  const bytes = csvOf([
    ['线路', '停靠站', '发车时间', '到达时间', '司机', '备注'],
    ['快线', '东区→图书馆→西区', '7:00、8:00', '7:20、8:30', '李师傅（13900000000）', '每周一、三'],
    ['慢线', '东区', '7:00', '', '', ''],
    ['空线', '东区-西区', '', '', '', '待定'],
    ['环线', '东区-西区', '每20分钟一班', '', '', ''],
  ])
  const { trips, problems } = await desk.read(bytes, '班车.csv')
  expect(trips.map((trip) => [trip.row, runsOf(trip), timesOf(trip), trip.driver, trip.driverPhone])).toEqual([
    [2, '13', '东区 7:00 图书馆 7:10? 西区 7:20', '李师傅', '13900000000'],
    [2, '13', '东区 8:00 图书馆 8:15? 西区 8:30', '李师傅', '13900000000'],
  ])
  expect(problems.map(({ row, message }) => [row, message])).toEqual([
    [3, '不足两站，没有当作班次'],
    [4, '没有写时间'],
    [5, '写了间隔发车，没有写从几点到几点'],
  ])
})

test('whatever stands in a sheet, it is read, refused, or said to be wrong', async () => {
  const unread = await desk.previewOf(
    await xlsxOf({
      名单: [
        ['姓名', '电话'],
        ['张三', '1'],
      ],
    }),
  )
  expect(unread.refusal).toBe('NO_TIMETABLE_FOUND')
  expect((await desk.previewOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))).refusal).toBe('UNREADABLE_FILE')
  const cell = fc.oneof(
    fc.constantFrom(
      '综合楼⇄南院',
      '7:10',
      '7:10-',
      '周五17:10发车',
      '每0分钟一班',
      '99:99',
      '加班车 21:00',
      '停运',
      '→',
      '8:30-7:00 每30分钟一班',
      '周',
      '次日',
      '线路：',
      '方向：',
      '线路',
      '停靠站',
      '0座',
      '999座',
    ),
    fc.string({ maxLength: 30 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), async (rows) => {
      const { refusal, value } = await desk.previewOf(
        csvOf([['线路', '方向', '停靠站', '发车时间', '备注'], ...rows]),
        'a.csv',
      )
      expect(value ? [] : ['NO_TIMETABLE_FOUND', 'UNREADABLE_FILE']).toEqual(
        value ? [] : expect.arrayContaining([refusal]),
      )
    }),
    { numRuns: 150 },
  )
})
