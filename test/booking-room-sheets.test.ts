import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { previewRooms } from '../contract/booking-rooms'
import { everyDay, roomOffice, workWeek } from './support/room-office'
import { csvOf, fileOf, said, xlsxOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

const realSheet = path.join(__dirname, '../../shared/data/excel/rooms.xlsx')

let test_: TestCloud
beforeAll(async () => {
  test_ = await startCloud()
})
afterAll(() => test_.end())

const office = () => roomOffice(test_)
const header = ['楼宇', '楼层', '会议室名称', '容纳人数', '设备', '开放时间', '备注']

describe('reading a sheet of rooms', () => {
  test('merged buildings, other headings, places in one cell, words in every column', async () => {
    const { preview } = await office()
    const read = await preview(
      await xlsxOf(
        {
          台账: [
            ['会议室一览表'],
            ['编号', '所在楼宇', '房间名称', '可容纳人数', '设备设施', '可预约时间', '是否可预约', '使用须知'],
            [1, '综合楼3层', '301会议室', '约12', '投影、空调', '工作日 8:30-17:30', '是', '保持整洁'],
            [2, null, '3０２会议室', '20-30人', '电视', '需审批', '否', null],
            [3, '科研楼 B1', '报告厅', '二百人', '无', '8:30-17:30', null, null],
            [4, null, '接待室', 8, null, '8:30-17:30', null, '不对外'],
            ['合计', null, '4间', null, null, null, null, null],
          ],
        },
        (sheet) => {
          sheet.mergeCells('A1:H1')
          sheet.mergeCells('B3:B4')
        },
      ),
    )
    expect(read.unreadable).toEqual([])
    expect(read.rows).toMatchObject([
      {
        building: '综合楼',
        floor: '3层',
        name: '301会议室',
        capacity: 12,
        equipment: ['projector'],
        opening: workWeek,
        isBookable: true,
        notice: '保持整洁；其他设备：空调',
      },
      {
        building: '综合楼',
        floor: '3层',
        name: '302会议室',
        capacity: 30,
        equipment: ['television'],
        isBookable: false,
        notice: '需审批',
      },
      {
        building: '科研楼',
        floor: 'B1',
        name: '报告厅',
        capacity: 200,
        opening: everyDay,
      },
      { building: '科研楼', floor: 'B1', name: '接待室', capacity: 8, isBookable: false, notice: '不对外' },
    ])
    expect(read.rows[1]?.opening).toEqual([
      [[480, 1080]],
      [[480, 1080]],
      [[480, 1080]],
      [[480, 1080]],
      [[480, 1080]],
      [],
      [],
    ])
    expect(said(read.remarks, 4)).toEqual([
      'guess floor: 从「综合楼3层」读出楼宇「综合楼」、楼层「3层」',
      'guess capacity: 「20-30人」有几个数，按 30 人',
      'guess opening: 「需审批」不是可用的时间，记入须知',
      'guess opening: 没有可用的开放时间，按周一至周五 8:00–18:00',
    ])
    expect(said(read.remarks, 5)).toContain('guess opening: 开放时间没有写星期几的（共 2 间），按每天开放')
    expect(said(read.remarks, 6)).toContain('guess building: 没有写楼宇，按上一行的「科研楼」')
    expect(said(read.remarks, 6)).toContain('guess isBookable: 写着「不对外」，理解为不接受预订')
  })

  test('rows that cannot be taken come back with line and reason', async () => {
    const { preview } = await office()
    const read = await preview(
      csvOf([
        header,
        ['', '3层', '301', '20', '', '', ''],
        ['综合楼', '3层', '', '20', '', '', ''],
        ['综合楼', '3层', '303', '若干', '', '', ''],
        ['综合楼', '3层', '304', '20', '投影', '8:30-17:30', ''],
        ['综合楼', '3F', '304', '20人', '投影', '8:30-17:30', '重复登记'],
        ['综合楼', '三层', '304', '30', '', '', ''],
      ]),
      'a.csv',
    )
    expect(read.rows.map(({ line }) => line)).toEqual([5])
    expect(read.unreadable.map(({ line }) => line)).toEqual([2, 3, 4, 6, 7])
    expect(read.counts).toMatchObject({ new: 1, errors: 4 })
    expect(said(read.remarks, 2)).toEqual(['error building: 没有楼宇'])
    expect(said(read.remarks, 3)).toEqual(['error name: 没有会议室名称'])
    expect(said(read.remarks, 4)).toEqual(['error capacity: 「若干」读不出容纳人数'])
    expect(said(read.remarks, 6)).toEqual(['guess name: 与第 5 行是同一间，只导入一次'])
    expect(said(read.remarks, 7)).toEqual(['error name: 这间会议室在第 5 行已经有了，容纳人数、设备、开放时间不同'])
  })

  test('a sheet that is no list of rooms', async () => {
    const { token } = await office()
    const bytes = csvOf([
      ['工号', '姓名'],
      ['0012', '张伟'],
    ])
    expect(await test_.call(previewRooms, fileOf('a.csv', bytes), { token })).toMatchObject({
      refusal: 'NO_HEADER_ROW',
    })
    expect(await test_.call(previewRooms, fileOf('a.xlsx', Buffer.from('PK\x03\x04')), { token })).toMatchObject({
      refusal: 'UNREADABLE_FILE',
    })
  })

  const real = existsSync(realSheet) ? test : test.skip
  real('a sheet as offices hand it over', async () => {
    const { preview, write, records } = await office()
    const read = await preview(readFileSync(realSheet))
    expect(
      read.rows.map(({ building, floor, name, capacity, isBookable }) => [building, floor, name, capacity, isBookable]),
    ).toEqual([
      ['综合楼', '3层', '301会议室', 20, true],
      ['综合楼', '3层', '302会议室', 12, true],
      ['综合楼', '3层', '305小会议室', 8, true],
      ['综合楼', '10层', '第一会议室(国际会议厅)', 150, true],
      ['实验楼', 'B1', '地下报告厅', 80, true],
      ['实验楼', '2层', '201', 15, true],
      ['南院综合楼', '1层', '接待室', 6, false],
    ])
    expect(read.rows[2]?.opening[0]).toEqual([
      [510, 720],
      [870, 1050],
    ])
    expect(read.unreadable.map(({ line }) => line)).toEqual([10])
    expect(said(read.remarks, 13)).toEqual(['guess : 像是合计、小标题或说明，没有读：合计'])
    expect((await write(read.rows)).value).toEqual({ added: 7, changed: 0, same: 0 })
    expect((await preview(readFileSync(realSheet))).counts).toMatchObject({ new: 0, changed: 0, same: 7, missing: 0 })
    expect(await records()).toHaveLength(7)
  })
})
