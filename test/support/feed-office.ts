import { strToU8, zipSync } from 'fflate'
import {
  exportGtfs,
  importGtfs,
  listTimetables,
  previewGtfs,
  publishTimetable,
  removeTimetable,
} from '../../contract/shuttle-timetables'
import { givenOrg, signedInAs } from './given'
import { fileOf } from './sheet-file'
import type { TestCloud } from './start-cloud'

/** The files of a feed by name. */
export type FeedFiles = Record<string, string | Buffer>

/** A small feed without a fault: two lines, a station with two platforms, a trip after midnight, headways, an exception. */
export const smallFeed: Record<string, string> = {
  'agency.txt':
    'agency_id,agency_name,agency_url,agency_timezone,agency_lang\nbus,园区班车,https://bus.example.cn,Asia/Shanghai,zh\n',
  'stops.txt': `stop_id,stop_code,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding
gate,A1,南门,31.2301,121.4701,,,1
hub,,枢纽,31.2401,121.4801,1,,
hub-a,A2,枢纽一号台,31.2402,121.4801,0,hub,2
lab,A3,实验楼,31.2501,121.4901,0,,
dorm,A4,宿舍,31.2601,121.5001,0,,
`,
  'routes.txt': `route_id,agency_id,route_short_name,route_long_name,route_type,route_color,route_text_color
L1,bus,1号线,南门—宿舍,3,0077D1,FFFFFF
L2,bus,2号线,环线,3,,
`,
  'calendar.txt': `service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date
work,1,1,1,1,1,0,0,20260901,20271231
`,
  'calendar_dates.txt': `service_id,date,exception_type
work,20261001,2
party,20261231,1
`,
  'trips.txt': `route_id,service_id,trip_id,trip_headsign,direction_id,wheelchair_accessible
L1,work,t1,宿舍,0,1
L1,work,t2,宿舍,0,
L1,party,night,南门,1,
L2,work,loop,,,
`,
  'stop_times.txt': `trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type,stop_headsign
t1,07:40:00,07:40:00,gate,1,0,1,
t1,,,hub-a,2,,,
t1,,,lab,3,,,
t1,08:10:00,08:10:00,dorm,5,1,,
t2,8:40:00,8:41:00,gate,1,,,经枢纽
t2,08:50:00,08:50:00,hub-a,2,,,
t2,09:10:00,09:10:00,dorm,3,,,
night,24:50:00,24:50:00,dorm,0,,,
night,25:10:00,25:10:00,gate,7,,,
loop,09:00:00,09:00:00,gate,1,,,
loop,09:10:00,09:10:00,lab,2,,,
loop,09:20:00,09:20:00,gate,3,,,
`,
  'frequencies.txt':
    'trip_id,start_time,end_time,headway_secs,exact_times\nloop,09:00:00,12:00:00,600,0\nloop,13:00:00,17:00:00,900,1\n',
  'feed_info.txt': 'feed_publisher_name,feed_publisher_url,feed_lang\n园区班车,https://bus.example.cn,zh\n',
}

/** A zip of these files, made by somebody else's program. */
export function feedZip(files: FeedFiles): Buffer {
  const parts = Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text])
  return Buffer.from(zipSync(Object.fromEntries(parts) as Record<string, Uint8Array>))
}

/** An institution whose fleet manager works with feeds. */
export async function feedOffice(house: TestCloud) {
  const org = await givenOrg(house)
  const { token, personId } = await signedInAs(house, org, ['fleet'])
  const tryPreview = (zip: Buffer, fileName = 'feed.zip') => house.call(previewGtfs, fileOf(fileName, zip), { token })
  const preview = async (files: FeedFiles | Buffer) => {
    const answered = await tryPreview(Buffer.isBuffer(files) ? files : feedZip(files))
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const tryWrite = (zip: Buffer, name = '秋季时刻表', key?: string) =>
    house.call(importGtfs, { ...fileOf('feed.zip', zip), name }, { token, key })
  const write = async (files: FeedFiles | Buffer, name?: string) => {
    const answered = await tryWrite(Buffer.isBuffer(files) ? files : feedZip(files), name)
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return answered.value
  }
  const download = async (timetableId: string) => {
    const answered = await house.call(exportGtfs, { timetableId }, { token })
    if (!answered.value) throw new Error(JSON.stringify(answered))
    return Buffer.from(answered.value.content, 'base64')
  }
  const publish = (timetableId: string) => house.call(publishTimetable, { timetableId }, { token })
  const remove = (timetableId: string) => house.call(removeTimetable, { timetableId }, { token })
  const list = async () => (await house.call(listTimetables, {}, { token })).value?.timetables ?? []
  return { org, token, personId, tryPreview, preview, tryWrite, write, download, publish, remove, list }
}
export type FeedOffice = Awaited<ReturnType<typeof feedOffice>>

const tables =
  'timetable_route timetable_stop timetable_service service_exception timetable_trip trip_frequency stop_time stop_service timetable_file'.split(
    ' ',
  )

/** Everything a timetable is made of, table by table, without its own ids: two that are the same are equal. */
export async function partsOf({ cloud: { pool } }: TestCloud, timetableId: string): Promise<Record<string, unknown[]>> {
  const parts: Record<string, unknown[]> = {}
  const { rows: own } = await pool.query(
    'SELECT agencies, agency_name, timezone, counts, first_day, last_day FROM timetable WHERE timetable_id = $1',
    [timetableId],
  )
  parts.timetable = own
  for (const table of tables) {
    const { rows } = await pool.query<{ row: Record<string, unknown> }>(
      `SELECT to_jsonb(p) - 'org_id' - 'timetable_key' AS row FROM ${table} p
       JOIN timetable t USING (org_id, timetable_key) WHERE t.timetable_id = $1 ORDER BY 1`,
      [timetableId],
    )
    parts[table] = rows.map(({ row }) => row)
  }
  return parts
}
