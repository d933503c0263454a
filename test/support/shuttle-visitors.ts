import { strToU8, zipSync } from 'fflate'
import { reportDelay } from '../../contract/shuttle-fleet'
import { reserveSeat } from '../../contract/shuttle-seats'
import { importGtfs, publishTimetable } from '../../contract/shuttle-timetables'
import { closeRun, saveLineRule } from '../../contract/shuttle-vehicles'
import { minuteOfDay } from '../../contract/zone'
import { connect } from '../../database/connect'
import { dayIn } from './times'
import { get, givenVisitor, unique, type Visitor } from './visitors'

/** The fleet of an institution of its own: publishing a timetable there changes nothing for other tests. */
export interface VisitedFleet {
  orgId: number
  keeper: Visitor
}

/** An institution on the built server without a timetable, with somebody who keeps its shuttle. */
export async function givenFleet(): Promise<VisitedFleet> {
  const slug = `fleet-${unique().toLowerCase()}`
  const orgId = 100 + Math.floor(Math.random() * 30_000)
  const { db, close } = connect(JSON.parse(process.env.BUILT_SERVER_DATABASE ?? '{}'), 1)
  try {
    await db.insertInto('org').values({ orgId, slug, name: '班车测试单位' }).execute()
  } finally {
    await close()
  }
  return { orgId, keeper: await givenVisitor(['fleet'], orgId) }
}

const dense = (days: number) => dayIn(days).replace(/-/g, '')

/** Two lines that run on every day of two months: 1号线 at 7:40 and 8:40 to the dormitory, 2号线 after midnight. */
export const campusFeed = (): Record<string, string> => ({
  'agency.txt': 'agency_id,agency_name,agency_url,agency_timezone\nbus,园区班车,https://bus.example.cn,Asia/Shanghai\n',
  'stops.txt': [
    'stop_id,stop_code,stop_name,stop_lat,stop_lon',
    'gate,A1,南门,31.2301,121.4701',
    'lab,A2,实验楼,31.2501,121.4901',
    'dorm,A3,宿舍,31.2601,121.5001\n',
  ].join('\n'),
  'routes.txt': [
    'route_id,agency_id,route_short_name,route_long_name,route_type,route_color',
    'L1,bus,1号线,南门—宿舍,3,0077D1',
    'L2,bus,2号线,夜班,3,\n',
  ].join('\n'),
  'calendar.txt': [
    'service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date',
    `daily,1,1,1,1,1,1,1,${dense(-1)},${dense(60)}\n`,
  ].join('\n'),
  'trips.txt': [
    'route_id,service_id,trip_id,trip_headsign,direction_id',
    'L1,daily,t1,宿舍,0',
    'L1,daily,t2,宿舍,0',
    'L2,daily,night,南门,1\n',
  ].join('\n'),
  'stop_times.txt': [
    'trip_id,arrival_time,departure_time,stop_id,stop_sequence',
    't1,07:40:00,07:40:00,gate,1',
    't1,07:50:00,07:50:00,lab,2',
    't1,08:00:00,08:00:00,dorm,3',
    't2,08:40:00,08:40:00,gate,1',
    't2,08:50:00,08:50:00,lab,2',
    't2,09:00:00,09:00:00,dorm,3',
    'night,24:50:00,24:50:00,dorm,1',
    'night,25:10:00,25:10:00,gate,2\n',
  ].join('\n'),
})

/** The files of a feed as a zip. */
export const zipOf = (files: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))

/** The fleet with a timetable in force: that of the campus unless another feed is given. */
export async function givenPublishedFleet(feed = campusFeed()): Promise<VisitedFleet & { timetableId: string }> {
  const fleet = await givenFleet()
  const { token } = fleet.keeper
  const file = { fileName: 'campus.zip', content: zipOf(feed).toString('base64') }
  const { timetableId } = await get(importGtfs, { ...file, name: '园区班车' }, token)
  await get(publishTimetable, { timetableId }, token)
  return { ...fleet, timetableId }
}

/** A fleet whose bus left ten minutes ago without the rider who had a seat: reserved while it was reported late. */
export async function givenNoShow(): Promise<VisitedFleet & { rider: Visitor }> {
  const left = minuteOfDay(Date.now(), '+08:00') - 10
  // shortly after midnight it is still a bus of the evening before
  const [day, minute] = left < 0 ? [dayIn(-1), left + 1440] : [dayIn(0), left]
  const clock = (more: number) =>
    `${Math.floor((minute + more) / 60)}:${String((minute + more) % 60).padStart(2, '0')}:00`
  const times = ['gate', 'dorm'].map((stop, at) => `t1,${clock(at * 5)},${clock(at * 5)},${stop},${at + 1}\n`)
  const fleet = await givenPublishedFleet({
    ...campusFeed(),
    'trips.txt': 'route_id,service_id,trip_id,trip_headsign,direction_id\nL1,daily,t1,宿舍,0\n',
    'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence\n${times.join('')}`,
  })
  const { token } = fleet.keeper
  const rider = await givenVisitor([], fleet.orgId)
  const trip = { tripId: 't1', day }
  await get(saveLineRule, { routeId: 'L1', isReservable: true, seats: 3, wheelchairPlaces: 0 }, token)
  await get(reportDelay, { ...trip, delayMinutes: 60 }, token)
  await get(reserveSeat, { ...trip, fromStopId: 'gate', toStopId: 'dorm' }, rider.token)
  await get(closeRun, trip, token)
  return { ...fleet, rider }
}
