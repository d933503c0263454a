import { type BusHouse, busHouse } from './support/bus-house'
import { bare, type ReadTrip, runsOf, type SheetDesk, sheetDesk, timesOf } from './support/sheet-desk'
import { csvOf, xlsxOf } from './support/sheet-file'

let bus: BusHouse
let desk: SheetDesk
beforeAll(async () => {
  bus = await busHouse()
  desk = sheetDesk(bus)
})
afterAll(() => bus.house.end())

const shown = (trips: readonly ReadTrip[]) =>
  trips.map((trip) => [trip.row, trip.column, trip.route, trip.direction, runsOf(trip), timesOf(trip)])
const csv = async (...rows: string[][]) => desk.read(csvOf(rows), '班车.csv')

test('a list, a grid and a table with its stops down the side give the same trips', async () => {
  const list = await csv(
    ['线路', '方向', '停靠站', '', '', '运行日', '车牌', '司机', '备注'],
    [
      '1号线',
      '上班',
      '东风渠 7:10',
      '农业路 7:18',
      '综合楼 7:50',
      '周一至周五',
      '豫A·K1234',
      '孙师傅 13800000019',
      '38座',
    ],
    ['1号线', '上班', '东风渠 8:10', '综合楼 8:40', '', '周六', '豫A·K5678', '吴师傅', ''],
    ['1号线', '上班', '东风渠 23:50', '农业路 次日0:05', '综合楼 24:30', '每天', '', '', '末班车'],
  )
  const grid = await csv(
    ['1号线'],
    ['班次', '方向', '东风渠', '农业路', '综合楼', '运行日', '车牌', '司机', '备注'],
    ['1', '上班', '7:10', '7:18', '7:50', '周一至周五', '豫A·K1234', '孙师傅 13800000019', '38座'],
    ['2', '上班', '8:10', '—', '8:40', '周六', '豫A·K5678', '吴师傅', ''],
    ['3', '上班', '23:50', '次日0:05', '24:30', '每天', '', '', '末班车'],
  )
  const turned = await csv(
    ['线路：1号线'],
    ['序号', '站点', '第1班', '第2班', '第3班'],
    ['', '方向', '上班', '上班', '上班'],
    ['1', '东风渠', '7:10', '8:10', '23:50'],
    ['2', '农业路', '7:18', '不停', '次日0:05'],
    ['3', '综合楼', '7:50', '8:40', '24:30'],
    ['', '运行日', '周一至周五', '周六', '每天'],
    ['', '车牌', '豫A·K1234', '豫A·K5678', ''],
    ['', '司机', '孙师傅 13800000019', '吴师傅', ''],
    ['', '备注', '38座', '', '末班车'],
  )
  expect(list.problems).toEqual([])
  expect(list.trips).toHaveLength(3)
  expect(bare(grid.trips)).toEqual(bare(list.trips))
  expect(turned).toMatchObject({ problems: [], remarks: [] })
  expect(bare(turned.trips)).toEqual(bare(list.trips))
  expect(turned.trips.map(({ row, column }) => [row, column])).toEqual([
    [2, '第1班'],
    [2, '第2班'],
    [2, '第3班'],
  ])
})

test('heads over several columns say the direction, drivers and plates say who drives; below stands what is no stop', async () => {
  const bytes = await xlsxOf(
    {
      通勤: [
        ['职工班车时刻表'],
        ['序号', '站点', '上班', null, '下班', null, '备注'],
        [null, null, '孙师傅 豫A·K1234', '7:40', '早班(周五)', '次日1:10', null],
        [1, '东门', new Date('1899-12-30T07:10:00Z'), '7:40', '17:10', '次日1:10', null],
        [2, '农业路', '7点18', '—', null, '25:20', '地铁2号口'],
        [3, '综合楼', '7:50', '8:10', '17:50', '25：50', null],
        ['请提前五分钟到站'],
        [],
        ['2号线 区间'],
        ['站名', '1', '2'],
        ['南院', '8:00', '9:00'],
        ['北院', '8:10', '9:10'],
      ],
      夜间: [
        ['停靠站', '时间'],
        ['南门', '21:00'],
        ['西门', '21:15'],
      ],
    },
    (sheet) => {
      if (sheet.name === '夜间') return
      for (const area of ['A1:G1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2', 'G2:G3', 'A7:G7']) sheet.mergeCells(area)
      sheet.getCell('C4').numFmt = 'h:mm'
    },
  )
  const { title, trips, problems, remarks } = await desk.read(bytes)
  expect({ title, problems, remarks }).toEqual({
    title: '职工班车时刻表',
    problems: [],
    remarks: ['农业路：地铁2号口', '请提前五分钟到站'],
  })
  expect(shown(trips)).toEqual([
    [2, '上班 孙师傅 豫A·K1234', '通勤', '上班', 'workdays', '东门 7:10 农业路 7:18 综合楼 7:50'],
    [2, '上班 7:40', '通勤', '上班', 'workdays', '东门 7:40 综合楼 8:10'],
    [2, '下班 早班(周五)', '通勤', '下班', '5', '东门 17:10 综合楼 17:50'],
    [2, '下班 次日1:10', '通勤', '下班', 'workdays', '东门 25:10 农业路 25:20 综合楼 25:50'],
    [10, '1', '2号线', '区间', 'workdays', '南院 8:00 北院 8:10'],
    [10, '2', '2号线', '区间', 'workdays', '南院 9:00 北院 9:10'],
    [1, '时间', '夜间', '', 'workdays', '南门 21:00 西门 21:15'],
  ])
  expect(trips[0]).toMatchObject({ driver: '孙师傅', plate: '豫A·K1234' })
})

test('sections between the stops, rows 班次 above them, and a corner that names both', async () => {
  const { trips, problems, remarks } = await csv(
    ['站点/班次', '第1班', '第2班'],
    ['上班', '', ''],
    ['东门', '7:00', '8:00'],
    ['广场', '', ''],
    ['西门', '7:20', '8:20'],
    ['下班', '', ''],
    ['西门', '17:00', ''],
    ['东门', '17:20', ''],
    [],
    ['线路：2号线', '方向：去程'],
    ['班次', '东线', 'A车'],
    ['司机', '孙师傅', '吴师傅'],
    ['站点', '时间', '时间'],
    ['东门', '7:00', '8:00'],
    ['西门', '7:20', '8:20'],
    ['班次', '早班', '早班'],
    ['南门', '9:00', '9:30'],
    ['北门', '9:20', '9:50'],
    ['注', '节假日停运'],
  )
  expect(shown(trips)).toEqual([
    [1, '第1班', '班车', '上班', 'workdays', '东门 7:00 西门 7:20'],
    [1, '第2班', '班车', '上班', 'workdays', '东门 8:00 西门 8:20'],
    [1, '第1班', '班车', '下班', 'workdays', '西门 17:00 东门 17:20'],
    [13, '东线 时间', '东线', '去程', 'workdays', '东门 7:00 西门 7:20'],
    [13, 'A车 时间', '2号线', '去程', 'workdays', '东门 8:00 西门 8:20'],
    [16, '早班（B 列）', '2号线', '去程', 'workdays', '南门 9:00 北门 9:20'],
    [16, '早班（C 列）', '2号线', '去程', 'workdays', '南门 9:30 北门 9:50'],
  ])
  expect(trips.slice(3).map(({ driver }) => driver)).toEqual(['孙师傅', '吴师傅', '', ''])
  expect(problems).toEqual([])
  expect(remarks).toEqual(['广场', '注 节假日停运'])
})

test('what is wrong in a cell is named by its stop and its trip, on the line where it stands', async () => {
  const { trips, problems } = await csv(
    ['站点', '第1班', '第2班', '第3班', '第4班', '第5班'],
    ['东门', '7:40', '8:00', '9:00', '', '23:50'],
    ['医院', '7:30', '晚点', '', '', '0:10'],
    ['', '7:20', '8:10', '', '', ''],
    ['西门', '7:10', '8:20', '', '', '0:20'],
    ['西门', '7:11', '8:21', '9:21', '', '0:21'],
  )
  expect(problems.map(({ row, message }) => [row, message])).toEqual([
    [3, '「第2班」在「医院」的「晚点」不是时间'],
    [1, '「第3班」不足两站，没有当作班次'],
    [1, '「第4班」不足两站，没有当作班次'],
    [4, '这一行有时间，没有写站名，没有读'],
    [6, '「西门」连着写了两行，只读了前一行'],
  ])
  expect(trips.map((trip) => [trip.column, timesOf(trip), trip.guesses.slice(1)])).toEqual([
    ['第1班', '东门 7:40 医院 7:30 西门 7:10', ['医院 7:30 早于前一站，请核对', '西门 7:10 早于前一站，请核对']],
    ['第5班', '东门 23:50 医院 24:10 西门 24:20', ['医院 0:10 早于前一站，当作次日', '西门 0:20 早于前一站，当作次日']],
  ])
  const { refusal, detail } = await desk.write(trips)
  expect([refusal, detail]).toEqual(['TIMES_DECREASE', { row: 1, column: '第1班', stop: '医院' }])
})

test('a table that may stand either way is not guessed; one that stands as before is read as before', async () => {
  const either = await csv(
    ['站点', '红旗', '东风'],
    ['曹寨', '7:00', '8:00'],
    ['李岗', '7:20', '8:20'],
    [],
    ['班次', '第1班', '第2班'],
    ['曹寨', '7:00', '8:00'],
    ['李岗', '7:20', '8:20'],
    [],
    ['站点', '到达', '发车'],
    ['东门', '7:00', '7:01'],
    ['西门', '7:20', '7:21'],
  )
  expect(either.trips).toEqual([])
  expect(either.problems.map(({ row, message }) => [row, message])).toEqual([
    [1, expect.stringContaining('分不清这张表的站点在左边还是在上面')],
    [5, expect.stringContaining('分不清这张表的站点在左边还是在上面')],
    [9, '一班分成到达、发车两列，没有读；请每班只留一列发车时间'],
  ])
  const grid = await csv(
    ['站点', '东门', '医院'],
    ['第1班', '7:00', '7:20'],
    ['孙师傅', '8:00', '8:20'],
    [],
    ['班次', '东门', '医院'],
    ['1', '9:00', '9:20'],
  )
  expect(shown(grid.trips).map((trip) => trip.slice(0, 2).concat(trip[5]))).toEqual([
    [2, undefined, '东门 7:00 医院 7:20'],
    [3, undefined, '东门 8:00 医院 8:20'],
    [6, undefined, '东门 9:00 医院 9:20'],
  ])
  const list = await csv(
    ['1号线 上班'],
    ['停靠站', '', '', '发车时间', '备注'],
    ['东区', '图书馆', '西区', '7:00', ''],
    ['西区', '图书馆', '东区', '8:00', ''],
    ['线路', '停靠站', '发车时间'],
    ['快线', '东区-西区', '9:00'],
  )
  expect(list.trips.map(timesOf)).toEqual([
    '东区 7:00 图书馆 7:10? 西区 7:20?',
    '西区 8:00 图书馆 8:10? 东区 8:20?',
    '东区 9:00 西区 9:10?',
  ])
})
