import { getDepartures } from '../contract/shuttle'
import {
  createTimetable,
  getTimetable,
  getTimetableGrid,
  saveRoute,
  saveService,
  saveStop,
  saveTimetableGrid,
} from '../contract/shuttle-grid'
import { publishTimetable } from '../contract/shuttle-timetables'
import { at, type BusHouse, busHouse } from './support/bus-house'
import { givenOrg, signedInAs } from './support/given'
import { givenTimetable, secondsOf } from './support/given-timetable'

let bus: BusHouse
let token: string

beforeAll(async () => {
  bus = await busHouse()
  token = bus.fleet.token
})
afterAll(() => bus.house.end())

const call: BusHouse['house']['call'] = (procedure, input, by) => bus.house.call(procedure, input, { token, ...by })
const copyOf = async () => {
  const { orgId } = bus.org
  const inForce = await bus.house.cloud.db
    .selectFrom('timetable')
    .select('timetableId')
    .where('orgId', '=', orgId)
    .where('status', '=', 'published')
    .executeTakeFirstOrThrow()
  const made = await call(createTimetable, { name: '春季', copyOf: inForce.timetableId })
  return made.value?.timetableId ?? ''
}
const gridOf = async (timetableId: string, routeId = '1号线', directionId = 0) =>
  (await call(getTimetableGrid, { timetableId, routeId, directionId })).value

test('a timetable is made from nothing by hand, put in force, and riders see its bus', async () => {
  const begun = (await call(createTimetable, { name: '新的' })).value
  expect(begun).toMatchObject({ status: 'draft', timezone: 'Asia/Shanghai', source: 'hand' })
  const timetableId = begun?.timetableId ?? ''
  expect((await call(publishTimetable, { timetableId })).refusal).toBe('NOTHING_TO_PUBLISH')
  let revision = 1
  const step = <T extends { revision: number }>({ value }: { value?: T }) => {
    revision = value?.revision ?? -1
    return value
  }
  const route = step(await call(saveRoute, { timetableId, revision, shortName: '夜班车', color: '1668a8' }))?.route
  const stops: string[] = []
  for (const name of ['北门', '南门'])
    stops.push(step(await call(saveStop, { timetableId, revision, name }))?.stop.stopId ?? '')
  const days = { rule: 'calendar' as const, weekdays: [1, 2, 3, 4, 5], startsOn: '2026-01-01', endsOn: '2026-12-31' }
  const service = step(
    await call(saveService, {
      timetableId,
      revision,
      name: '平日',
      ...days,
      addedDays: [],
      removedDays: ['2026-11-27'],
    }),
  )?.service
  const serviceId = service?.serviceId ?? ''
  step(
    await call(saveTimetableGrid, {
      timetableId,
      revision,
      routeId: route?.routeId ?? '',
      directionId: 0,
      headsign: '南门',
      stopIds: stops,
      trips: [{ serviceId, times: [secondsOf('23:50'), secondsOf('25:10')] }],
    }),
  )
  const before = await copyOf()
  expect((await call(publishTimetable, { timetableId })).value?.timetable.counts).toMatchObject({
    trips: 1,
    stopTimes: 2,
  })
  bus.house.setNow(at('2026-11-26', '23:55'))
  const next = (await call(getDepartures, { stopId: '北门' })).value
  // Friday the 27th was taken out
  expect(next?.departures[0]).toMatchObject({
    tripId: '夜班车-0-2350',
    departsAt: '2026-11-30T23:50:00+08:00',
    headsign: '南门',
  })
  bus.house.setNow(at('2026-11-26', '12:00'))
  await call(publishTimetable, { timetableId: before })
})

test('trips that stay keep their ids, new ones get readable ones, those left out are gone', async () => {
  const timetableId = await copyOf()
  const grid = await gridOf(timetableId)
  expect(grid).toMatchObject({
    stopIds: ['A', 'B', 'C', 'D'],
    trips: [{ tripId: '早班', times: [27600, 28200, 28800, 29400] }],
  })
  const [morning] = grid?.trips ?? []
  const later = { serviceId: 'worked', times: [secondsOf('8:40'), null, null, secondsOf('9:10')] }
  const saved = await call(saveTimetableGrid, {
    timetableId,
    revision: grid?.revision ?? 0,
    routeId: '1号线',
    directionId: 0,
    headsign: '综合楼',
    stopIds: grid?.stopIds ?? [],
    trips: [{ ...morning, serviceId: 'worked', times: [27660, 28200, 28800, 29400] }, later],
  })
  expect(saved.value?.tripIds).toEqual(['早班', '1号线-0-0840'])
  const again = await gridOf(timetableId)
  expect(again?.revision).toBe(saved.value?.revision)
  expect(again?.trips.map(({ tripId, times }) => [tripId, times])).toEqual([
    ['早班', [27660, 28200, 28800, 29400]],
    ['1号线-0-0840', [secondsOf('8:40'), null, null, secondsOf('9:10')]],
  ])
  const all = (await call(getTimetable, { timetableId })).value
  expect(all?.routes[0]?.directions).toEqual([
    { directionId: 0, headsign: '综合楼', trips: 2 },
    { directionId: 1, headsign: '南院', trips: 1 },
  ])
  expect(all?.timetable.counts).toMatchObject({ trips: 3, stopTimes: 9 })
})

test('a grid that is saved as it was read changes nothing, whatever its trips look like', async () => {
  const timetableId = await givenTimetable(
    bus.house,
    { ...bus.org, personId: bus.fleet.personId },
    {
      isDraft: true,
      trips: [
        { tripId: 'round', routeId: 'R', times: ['A 7:00', 'B 7:05/7:07', 'C 7:10', 'A 7:20'], noPickup: ['C'] },
        { tripId: 'short', routeId: 'R', times: ['B 8:00', 'A 8:15'] },
        { tripId: 'other way round', routeId: 'R', times: ['C 9:00', 'B 9:10', 'D 9:20'] },
        {
          tripId: 'often',
          routeId: 'R',
          times: ['A 10:00', 'C 10:10'],
          headway: [
            { from: '10:00', until: '12:00', seconds: 600 },
            { from: '13:00', until: '15:00', seconds: 900 },
          ],
        },
      ],
    },
  )
  const rows = async () => {
    const { rows } = await bus.house.cloud.pool.query(
      `SELECT p.trip_id, p.has_headway, s.stop_id, x.stop_sequence, x.arrival, x.departure, x.is_last, x.pickup_type,
        (SELECT json_agg(f ORDER BY f.starts_at) FROM trip_frequency f WHERE f.org_id = p.org_id
          AND f.timetable_key = p.timetable_key AND f.trip_key = p.trip_key) AS f
      FROM timetable t JOIN timetable_trip p USING (org_id, timetable_key) JOIN stop_time x USING (org_id, timetable_key, trip_key)
      JOIN timetable_stop s USING (org_id, timetable_key, stop_key) WHERE t.timetable_id = $1 ORDER BY 1, 4`,
      [timetableId],
    )
    return rows
  }
  const before = await rows()
  const grid = await gridOf(timetableId, 'R')
  const { revision = 0, stopIds = [], headsign = '', trips = [] } = grid ?? {}
  const saved = await call(saveTimetableGrid, {
    timetableId,
    revision,
    routeId: 'R',
    directionId: 0,
    headsign,
    stopIds,
    trips,
  })
  expect(saved.refusal).toBeUndefined()
  expect(await rows()).toEqual(before)
})

test('of two who edit the same draft the second is told, and a timetable in force is not edited', async () => {
  const timetableId = await copyOf()
  const grid = await gridOf(timetableId)
  const stop = { timetableId, revision: grid?.revision ?? 0, name: '新站' }
  const both = await Promise.all([call(saveStop, stop), call(saveStop, stop)])
  expect(both.map(({ refusal }) => refusal ?? 'saved').sort()).toEqual(['CHANGED_SINCE', 'saved'])
  await call(publishTimetable, { timetableId })
  expect((await call(saveStop, { ...stop, revision: 99 })).refusal).toBe('NOT_A_DRAFT')
})

test('what cannot be ridden is refused, naming the trip, and nothing is written', async () => {
  const timetableId = await copyOf()
  const grid = await gridOf(timetableId)
  const { revision = 0, stopIds = [] } = grid ?? {}
  const save = async (trip: object, more: object = {}) => {
    const fine = { serviceId: 'worked', times: [27600, 28200, 28800, 29400] }
    const input = {
      timetableId,
      revision,
      routeId: '1号线',
      directionId: 0,
      headsign: '',
      stopIds,
      trips: [fine, { ...fine, ...trip }],
      ...more,
    }
    const { refusal, detail } = await call(saveTimetableGrid, input)
    return [refusal, detail?.trip ?? detail?.stopId]
  }
  expect(await save({ times: [27600, 27000, null, null] })).toEqual(['TIMES_DECREASE', 1])
  expect(await save({ times: [27600, null, null, null] })).toEqual(['TOO_FEW_STOPS', 1])
  expect(await save({ serviceId: '没有' })).toEqual(['NO_SUCH_SERVICE', 1])
  expect(await save({ tripId: '没有' })).toEqual(['NO_SUCH_TRIP', 1])
  expect(await save({}, { stopIds: ['A', 'B', 'C', '没有'] })).toEqual(['NO_SUCH_STOP', '没有'])
  expect(await save({}, { routeId: '没有' })).toEqual(['NO_SUCH_LINE', undefined])
  expect(await gridOf(timetableId)).toEqual(grid)
  const used = { timetableId, revision, name: 'A', stopId: 'A', isRemoved: true }
  expect((await call(saveStop, used)).refusal).toBe('STOP_IN_USE')
  const other = await givenOrg(bus.house)
  const stranger = await signedInAs(bus.house, other, ['fleet'])
  const abroad = await bus.house.call(getTimetable, { timetableId }, { token: stranger.token })
  expect(abroad.refusal).toBe('NO_SUCH_TIMETABLE')
})

test('what a trip needs stays; with the lines go their trips, and then services and stops may go', async () => {
  const timetableId = await copyOf()
  const whole = async () => (await call(getTimetable, { timetableId })).value
  const { revision: begun = 0, routes = [], services = [], stops = [] } = (await whole()) ?? {}
  const service = services.find(({ serviceId }) => serviceId === 'worked')
  if (!service) throw new Error('nothing runs on work days')
  let revision = begun
  const said = ({ value, refusal }: { value?: { revision: number }; refusal?: string }) => {
    revision = value?.revision ?? revision
    return refusal ?? 'gone'
  }
  const dropService = async () => said(await call(saveService, { ...service, timetableId, revision, isRemoved: true }))
  expect(await dropService()).toBe('SERVICE_IN_USE')
  for (const { directions: _, ...route } of routes)
    expect(said(await call(saveRoute, { ...route, timetableId, revision, isRemoved: true }))).toBe('gone')
  expect(await dropService()).toBe('gone')
  for (const { stopId, name } of stops)
    expect(said(await call(saveStop, { stopId, name, timetableId, revision, isRemoved: true }))).toBe('gone')
  const rest = services.filter(({ serviceId }) => serviceId !== 'worked')
  expect(await whole()).toMatchObject({ routes: [], services: rest, stops: [] })
})
