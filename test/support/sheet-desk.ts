import type { CellValue } from 'exceljs'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { importShuttleSheet, previewShuttleSheet } from '../../contract/shuttle-timetables'
import type { BusHouse } from './bus-house'
import { fileOf, xlsxOf } from './sheet-file'

export type ReadTrip = ValueOf<typeof previewShuttleSheet>['trips'][number]

/** What the fleet does with files of timetables. */
export function sheetDesk({ house, fleet: { token } }: BusHouse) {
  const previewOf = (bytes: Buffer, name = '班车.xlsx') =>
    house.call(previewShuttleSheet, fileOf(name, bytes), { token })
  async function read(bytes: Buffer, name?: string) {
    const answered = await previewOf(bytes, name)
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const write = (trips: InputOf<typeof importShuttleSheet>['trips'], more: object = {}) =>
    house.call(
      importShuttleSheet,
      { name: '三月', firstDay: '2026-03-01', lastDay: '2026-12-31', trips, ...more },
      { token },
    )
  return { previewOf, read, write }
}
export type SheetDesk = ReturnType<typeof sheetDesk>

const clock = (seconds: number) =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor(seconds / 60) % 60).padStart(2, '0')}`
/** 东风渠 7:10 农业路 7:18? … a question mark where it was guessed. */
export const timesOf = ({ stops }: ReadTrip) =>
  stops.map(({ stop, departure, isGuessed }) => `${stop} ${clock(departure)}${isGuessed ? '?' : ''}`).join(' ')
/** What is the same of a trip however its table stands. */
export const bare = (trips: readonly ReadTrip[]) => trips.map(({ row, column, ...trip }) => trip)
/** On which days, in short. */
export const runsOf = ({ rule, weekdays }: ReadTrip) => (rule === 'calendar' ? weekdays.join('') : rule)

const head: CellValue[] = ['线路', '方向', '停靠站及时间', null, null, null, null, '车牌', '司机', '备注']
/** The timetable of a department as it hangs on the wall. */
export const department = () =>
  xlsxOf(
    {
      班车: [
        ['职工班车时刻表(2026年3月起执行)'],
        head,
        [
          '1号线',
          '上班',
          '东风渠 7:10',
          '农业路 7:18',
          '花园路口 7:25',
          '综合楼 7:50',
          null,
          '豫A·K1234',
          '孙师傅 13800000019',
          '工作日',
        ],
        [
          null,
          '下班',
          '综合楼 17:40',
          '花园路口 18:05',
          '农业路 18:12',
          '东风渠 18:20',
          null,
          '豫A·K1234',
          null,
          '周五17:10发车',
        ],
        ['2号线', '上班', '南院 7:00', '火车站 7:20', '综合楼 7:55', null, null, '豫A·K5678', '吴师傅', '38座'],
        [
          null,
          '下班',
          '综合楼 17:40',
          '火车站 18:15',
          '南院 18:35',
          null,
          null,
          null,
          null,
          '加班车 21:00、23:50(次日0:35到)',
        ],
        [
          '区间车',
          '往返',
          '综合楼⇄南院',
          '8:30-17:30 每30分钟一班',
          null,
          null,
          null,
          '中巴19座',
          null,
          '12:00-13:30停运',
        ],
        ['国庆、春节另行通知;调休上班日照常发车。'],
      ],
    },
    (sheet) => {
      for (const area of ['A1:J1', 'A3:A4', 'A5:A6']) sheet.mergeCells(area)
    },
  )
