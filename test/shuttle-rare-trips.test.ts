import { findStops, findTrips, getDepartures, getLine, listLines } from '../contract/shuttle'
import { reportDelay } from '../contract/shuttle-fleet'
import { at, type BusHouse, busHouse } from './support/bus-house'
import { givenTimetable } from './support/given-timetable'

let bus: BusHouse
let token: string

const sunday = '2026-11-29'

beforeAll(async () => {
  bus = await busHouse()
  token = (await bus.rider()).token
  const person = { ...bus.org, personId: bus.fleet.personId }
  const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
  await givenTimetable(bus.house, person, {
    services: { sundays: { weekdays: [7] } },
    parents: { 东站台: '枢纽', 西站台: '枢纽' },
    trips: [
      // every five minutes all day long, six days long before the one that is looked for
      ...Array.from({ length: 216 }, (_, n) => ({
        tripId: `市内${n}`,
        routeId: '市内线',
        times: [`东站台 ${clock(360 + n * 5)}`, `医院 ${clock(368 + n * 5)}`],
      })),
      { tripId: '进山', routeId: '山区线', serviceId: 'sundays', times: ['西站台 8:00', '农场 8:40', '水库 9:30'] },
      {
        tripId: '环线',
        routeId: '环线',
        serviceId: 'sundays',
        times: ['南门 0:00', '农场 0:10', '南门 0:20'],
        headway: [{ from: '10:00', until: '12:00', seconds: 3600 }],
      },
    ],
  })
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at('2026-11-23', '12:00')))

const call: BusHouse['house']['call'] = (procedure, input) => bus.house.call(procedure, input, { token })

test('the one bus a week is found among a thousand that go elsewhere', async () => {
  const { value } = await call(findTrips, { fromStopId: '枢纽', toStopId: '水库' })
  expect(value?.trips).toMatchObject([
    {
      tripId: '进山',
      day: sunday,
      stopId: '西站台',
      departsAt: `${sunday}T08:00:00+08:00`,
      arrivesAt: `${sunday}T09:30:00+08:00`,
      stops: 2,
      isLast: true,
    },
  ])
  expect(value?.routes.map(({ routeId }) => routeId)).toEqual(['山区线'])
})

test('a start of a round line arrives where it began, later by what was reported of this start', async () => {
  const input = { tripId: '环线', day: sunday, startsAtSeconds: 11 * 3600, delayMinutes: 6 }
  await bus.house.call(reportDelay, input, { token: bus.fleet.token })
  const { value } = await call(findTrips, {
    fromStopId: '农场',
    toStopId: '南门',
    from: `${sunday}T09:00:00+08:00`,
    limit: 2,
  })
  expect(value?.trips.map(({ departsAt, arrivesAt }) => [departsAt.slice(11, 16), arrivesAt.slice(11, 16)])).toEqual([
    ['10:10', '10:20'],
    ['11:16', '11:26'],
  ])
})

test('stops say which lines depart there, a station those of all its platforms', async () => {
  const { value } = await call(findStops, {})
  expect(Object.fromEntries(value?.items.map(({ name, routes }) => [name, routes]) ?? [])).toEqual({
    枢纽: ['山区线', '市内线'],
    农场: ['山区线', '环线'],
    南门: ['环线'],
    医院: [],
    水库: [],
  })
})

test('a moment beyond the known years is wrong input, a day at their end is answered', async () => {
  for (const from of ['1970-01-02T12:00:00Z', '2100-12-30T12:00:00Z']) {
    expect((await call(getDepartures, { stopId: '农场', from })).fault).toBe('BAD_INPUT')
    expect((await call(findTrips, { fromStopId: '农场', toStopId: '南门', from })).fault).toBe('BAD_INPUT')
  }
  expect((await call(getLine, { routeId: '环线', day: '2100-12-31' })).value?.runsOn).toEqual([])
  expect((await call(listLines, { day: '1970-01-01' })).value?.lines.every(({ runs }) => !runs)).toBe(true)
})
