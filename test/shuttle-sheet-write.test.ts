import { exportShuttleSheet } from '../contract/shuttle-timetables'
import { type BusHouse, busHouse } from './support/bus-house'
import { givenOrg, signedInAs } from './support/given'
import { givenTimetable, secondsOf } from './support/given-timetable'
import { department, type ReadTrip, type SheetDesk, sheetDesk } from './support/sheet-desk'

let bus: BusHouse
let desk: SheetDesk
beforeAll(async () => {
  bus = await busHouse()
  desk = sheetDesk(bus)
})
afterAll(() => bus.house.end())

const call: BusHouse['house']['call'] = (procedure, input, by) =>
  bus.house.call(procedure, input, { token: bus.fleet.token, ...by })
const written = async (timetableId: string) => {
  const { rows } = await bus.house.cloud.pool.query(
    `SELECT r.route_id, p.trip_id, p.direction_id, p.headsign, p.short_name, p.has_headway, p.plate, p.seats, p.driver,
      p.driver_phone, v.service_id, v.rule, v.weekdays, v.starts_on::text, v.ends_on::text, f.starts_at, f.ends_at, f.headway,
      (SELECT json_agg(json_build_array(s.stop_id, s.name, s.pinyin, x.departure, x.is_guessed, x.is_last)
        ORDER BY x.stop_sequence) FROM stop_time x JOIN timetable_stop s USING (org_id, timetable_key, stop_key)
        WHERE (x.org_id, x.timetable_key, x.trip_key) = (p.org_id, p.timetable_key, p.trip_key)) AS times
    FROM timetable t JOIN timetable_trip p USING (org_id, timetable_key)
    JOIN timetable_route r USING (org_id, timetable_key, route_key)
    JOIN timetable_service v USING (org_id, timetable_key, service_key)
    LEFT JOIN trip_frequency f USING (org_id, timetable_key, trip_key)
    WHERE t.timetable_id = $1 ORDER BY p.trip_id`,
    [timetableId],
  )
  return rows
}

test('it becomes a draft with readable ids, and the sheet for the wall brings the same timetable back', async () => {
  const { trips } = await desk.read(await department())
  const made = (await desk.write(trips)).value
  expect(made).toMatchObject({
    ...{ name: '三月', status: 'draft', source: 'sheet', timezone: 'Asia/Shanghai' },
    ...{ firstDay: '2026-03-01', lastDay: '2026-12-31' },
    counts: { routes: 3, stops: 6, trips: 11, stopTimes: 32, services: 3, frequencies: 4 },
  })
  const rows = await written(made?.timetableId ?? '')
  expect(rows.map((row) => row.trip_id)).toEqual(
    expect.arrayContaining(['1号线-上班-0710', '1号线-下班-1710', '2号线-下班-2350', '区间车-往南院-1330']),
  )
  expect(rows[0]).toMatchObject({ headsign: '综合楼', direction_id: 0, service_id: '工作日', rule: 'workdays' })
  expect(rows[0].times[0]).toEqual(['东风渠', '东风渠', 'dongfengqu', 25_800, false, false])
  const exported = (await call(exportShuttleSheet, { timetableId: made?.timetableId ?? '' })).value
  expect(exported?.fileName).toBe('三月 班车时刻表.xlsx')
  const back = await desk.read(Buffer.from(exported?.content ?? '', 'base64'))
  expect(back).toMatchObject({ problems: [], remarks: [] })
  const again = (await desk.write(back.trips)).value
  expect(await written(again?.timetableId ?? '')).toEqual(rows)
})

test('lines and stops that are in force keep their ids', async () => {
  const { orgId } = bus.org
  const { db } = bus.house.cloud
  await db
    .updateTable('timetableStop')
    .set({ name: '东风渠', lat: 34.7, lon: 113.6 })
    .where('orgId', '=', orgId)
    .where('stopId', '=', 'A')
    .execute()
  const { trips } = await desk.read(await department())
  const rows = await written((await desk.write(trips)).value?.timetableId ?? '')
  expect(rows[0]).toMatchObject({ route_id: '1号线', trip_id: '1号线-上班-0710' })
  expect(rows[0].times.map(([stopId]: string[]) => stopId)).toEqual(['A', '农业路', '花园路口', '综合楼'])
})

test('what cannot be ridden is refused with its row, and nothing is written', async () => {
  const { trips } = await desk.read(await department())
  const count = async () => (await bus.house.cloud.pool.query('SELECT count(*)::integer AS n FROM timetable')).rows[0].n
  const before = await count()
  const wrong = async (part: Partial<ReadTrip>, more?: object) => {
    const { refusal, detail } = await desk.write([...trips.slice(0, 2), { ...(trips[2] as ReadTrip), ...part }], more)
    return [refusal, detail]
  }
  const stop = (name: string, time: string) => ({ stop: name, departure: secondsOf(time), isGuessed: false })
  expect(await wrong({ stops: [stop('甲', '8:00'), stop('乙', '7:59')] })).toEqual([
    'TIMES_DECREASE',
    { row: 4, stop: '乙' },
  ])
  expect(await wrong({ stops: [stop('甲', '8:00')] })).toEqual(['TOO_FEW_STOPS', { row: 4 }])
  expect(await wrong({ headway: { seconds: 600, from: 900, until: 900 } })).toEqual([
    'TIMES_DECREASE',
    { row: 4, stop: '综合楼' },
  ])
  expect((await wrong({}, { lastDay: '2026-02-28' }))[0]).toBe('ENDS_BEFORE_START')
  expect(await count()).toBe(before)
})

test('another institution exports nothing of it, and a feed with thousands of trips is no sheet for the wall', async () => {
  const { trips } = await desk.read(await department())
  const timetableId = (await desk.write(trips)).value?.timetableId ?? ''
  const stranger = await signedInAs(bus.house, await givenOrg(bus.house), ['fleet'])
  const abroad = await bus.house.call(exportShuttleSheet, { timetableId }, { token: stranger.token })
  expect(abroad.refusal).toBe('NO_SUCH_TIMETABLE')
  const large = await givenTimetable(
    bus.house,
    { ...bus.org, personId: bus.fleet.personId },
    {
      isDraft: true,
      trips: [{ tripId: 'one', routeId: 'R', times: ['A 7:00', 'B 7:10'] }],
    },
  )
  await bus.house.cloud.pool.query(
    `INSERT INTO timetable_trip (org_id, timetable_key, trip_key, trip_id, route_key, service_key)
    SELECT p.org_id, p.timetable_key, n, 'trip ' || n, p.route_key, p.service_key
    FROM timetable t JOIN timetable_trip p USING (org_id, timetable_key), generate_series(2, 2001) n WHERE t.timetable_id = $1`,
    [large],
  )
  await bus.house.cloud.pool.query(
    `INSERT INTO stop_time (org_id, timetable_key, trip_key, stop_sequence, stop_key, service_key, arrival, departure, is_last, has_headway)
    SELECT x.org_id, x.timetable_key, n, x.stop_sequence, x.stop_key, x.service_key, x.arrival, x.departure, x.is_last, false
    FROM timetable t JOIN stop_time x USING (org_id, timetable_key), generate_series(2, 2001) n WHERE t.timetable_id = $1`,
    [large],
  )
  expect((await call(exportShuttleSheet, { timetableId: large })).refusal).toBe('TOO_LARGE_TIMETABLE')
})
