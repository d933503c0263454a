import { exportShuttleSheet } from '../../contract/shuttle-timetables'
import { documentsOf, type Table } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { wallClock } from './sheet-clock'
import { daysText } from './sheet-days'
import { ownHeads } from './sheet-fields'
import { columnsOf, positionsIn } from './stop-patterns'
import { findTimetable } from './timetable-rows'
import { mostWallTrips, readWallTrips, type WallTrip } from './wall-trips'

/** Their last departure is what people read; the import adds the headway again. */
function headwayText({ seconds, from, until }: WallTrip['headways'][number]): string {
  const last = from + Math.floor((until - 1 - from) / seconds) * seconds
  return `${wallClock(from)}-${wallClock(last)} 每${seconds % 60 === 0 ? `${seconds / 60}分钟` : `${seconds}秒`}一班`
}

function tripRows(trip: WallTrip, columns: readonly string[]): Table['rows'] {
  const cells = new Array<string>(columns.length).fill('—')
  const at = positionsIn(
    columns,
    trip.times.map(({ stop }) => stop),
  )
  for (const [i, { departure, isGuessed }] of trip.times.entries())
    cells[at[i] ?? 0] = `${isGuessed ? '约' : ''}${wallClock(departure)}`
  const driver = [trip.driver, trip.driverPhone].filter((text) => text !== '').join(' ')
  // a row for each stretch: between two there is a pause
  const stretches = trip.headways.length > 0 ? trip.headways.map(headwayText) : ['']
  return stretches.map((stretch) => [daysText(trip), ...cells, stretch, trip.plate, trip.seats ?? '', driver])
}

/** A line's sheet: for each direction a heading, the stops, and a row for each trip. */
function tableOf(route: string, trips: readonly WallTrip[]): Table {
  const directions = [...new Set(trips.map(({ direction }) => direction))]
  const rows: Table['rows'] = []
  for (const direction of directions) {
    const own = trips.filter((trip) => trip.direction === direction)
    const columns = columnsOf(own.map(({ times }) => times.map(({ stop }) => stop)))
    if (rows.length > 0) rows.push([])
    const [first = '', ...others] = ownHeads
    rows.push(
      [`线路：${route}`, `方向：${direction}`],
      [first, ...columns, ...others],
      ...own.flatMap((trip) => tripRows(trip, columns)),
    )
  }
  const [header = [], ...rest] = rows
  return { name: route, header: header.map(String), rows: rest }
}

export default keeper(exportShuttleSheet, async ({ timetableId }, asked) => {
  const documents = documentsOf(asked.cloud)
  const { db, orgId } = asked
  const found = await findTimetable(db, orgId, timetableId)
  if (!found) return refuse('NO_SUCH_TIMETABLE')
  const trips = await readWallTrips(db, { orgId, timetableKey: found.timetableKey })
  if (trips.length > mostWallTrips) return refuse('TOO_LARGE_TIMETABLE')
  const routes = [...new Set(trips.map(({ route }) => route))]
  const tables = routes.map((route) =>
    tableOf(
      route,
      trips.filter((trip) => trip.route === route),
    ),
  )
  const empty: Table = { name: '时刻表', header: [found.name], rows: [['这份时刻表里还没有班次。']] }
  const workbook = await documents.writeWorkbook(tables.length > 0 ? tables : [empty])
  asked.note({ timetableId, trips: trips.length })
  return { fileName: `${found.name} 班车时刻表.xlsx`, content: workbook.toString('base64') }
})
