import { exportRidership } from '../../contract/shuttle-vehicles'
import { documentsOf, type Table } from '../documents/documents'
import { keeper, Refusal } from '../keeper'
import { countRidership, type Ridership } from './count-ridership'

const clock = (seconds: number) => {
  const minutes = Math.floor(seconds / 60)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}
const countNames = ['预约', '上车', '爽约', '临时取消', '验码未通过', '未预约上车']
const tenth = (n: number) => Math.round(n * 10) / 10

type Counts = Ridership['days'][number]
const countCells = ({ booked, boarded, noShow, lateCancel, refused, walkIns }: Omit<Counts, 'day'>) => [
  booked,
  boarded,
  noShow,
  lateCancel,
  refused,
  walkIns,
]

/** The ridership as a workbook: numbers as numbers; 客座率 in percent, of the fullest segment. */
function tablesOf({ total, days, trips, segments }: Ridership, range: string): Table[] {
  return [
    {
      name: '概要',
      header: ['指标', '数值'],
      rows: [
        ['日期', range],
        ['车次', total.runs],
        ['座位', total.seats],
        ...countCells(total).map((n, i) => [countNames[i] ?? '', n]),
      ],
    },
    { name: '每日', header: ['日期', ...countNames], rows: days.map((day) => [day.day, ...countCells(day)]) },
    {
      name: '班次',
      header: ['线路', '开往', '发车', '车次', '客座率（%）', ...countNames],
      rows: trips.map((trip) => [
        trip.route,
        trip.headsign,
        clock(trip.departure),
        trip.runs,
        tenth(trip.load * 100),
        ...countCells(trip),
      ]),
    },
    ...(segments.length === 0
      ? []
      : [
          {
            name: '区段',
            header: ['开往', '从', '到', '平均预约', '平均上车', '平均座位'],
            rows: segments.map(({ headsign, fromStop, toStop, booked, boarded, seats }) => [
              headsign,
              fromStop,
              toStop,
              tenth(booked),
              tenth(boarded),
              tenth(seats),
            ]),
          },
        ]),
  ]
}

export default keeper(exportRidership, async (input, asked) => {
  const documents = documentsOf(asked.cloud)
  const ridership = await countRidership(asked, input)
  if (ridership instanceof Refusal) return ridership
  const range = `${input.from} 至 ${input.until}`
  const workbook = await documents.writeWorkbook(tablesOf(ridership, range))
  return { fileName: `班车客流 ${range}.xlsx`, content: workbook.toString('base64') }
})
