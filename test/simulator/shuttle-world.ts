import type { Run } from '../../contract/shuttle-fleet'
import type { MySeat } from '../../contract/shuttle-ride'
import type { Season } from '../../contract/shuttle-seats'
import type { Departure, RouteBrief } from '../../contract/shuttle-words'
import type { Trip } from '../../src/features/shuttle/trip-segment'
import { quietHome, type Sayings, ScriptedCloud, someone } from './scripted-cloud'

/** A Monday morning at the stop. */
export const morning = '2026-11-23T07:20:00+08:00'
export const today = '2026-11-23'
export const at = (clock: string, day = today) => `${day}T${clock}:00+08:00`

export const route: RouteBrief = {
  routeId: 'L2',
  shortName: '2号线',
  longName: '园区环线',
  color: 'FFD400',
  textColor: 'FFFFFF',
}
export const stop = { stopId: 'S1', name: '农业路', code: '', lat: 34.78, lon: 113.68 }
const names = ['农业路', '花园口', '东门', '科研楼', '总部']
export const seatId = '01930000-0000-7000-8000-000000000701'

export const departure = (clock: string, more: Partial<Departure> = {}): Departure => ({
  tripId: `T${clock}`,
  day: today,
  routeId: 'L2',
  headsign: '总部',
  stopId: 'S1',
  stopSequence: 1,
  scheduledAt: at(clock),
  departsAt: at(clock),
  delayMinutes: 0,
  isCancelled: false,
  changeNote: '',
  isLast: false,
  isWheelchair: false,
  isReservable: true,
  ...more,
})

export const seat = (more: Partial<MySeat> = {}): MySeat => ({
  reservationId: seatId,
  tripId: 'T07:40',
  day: today,
  route: '2号线',
  color: 'FFD400',
  headsign: '总部',
  fromStopId: 'S1',
  fromStop: '农业路',
  toStopId: 'S5',
  toStop: '总部',
  kind: 'seat',
  rider: someone.name,
  isGuest: false,
  departsAt: at('07:40'),
  arrivesAt: at('08:10'),
  delayMinutes: 0,
  isTripCancelled: false,
  status: 'reserved',
  plate: '豫A12345',
  mayCancel: true,
  isLateNow: false,
  isBoardable: true,
  ...more,
})

/** Every workday at 07:40, and what became of its next days. */
export const seasonOf = (days: Season['days']): Season => ({
  seasonId: '01930000-0000-7000-8000-000000000702',
  tripId: 'T07:40',
  route: '2号线',
  headsign: '总部',
  departure: 27_600,
  fromStopId: 'S1',
  fromStop: '农业路',
  toStopId: 'S5',
  toStop: '总部',
  kind: 'seat',
  rider: someone.name,
  from: today,
  until: '2026-12-23',
  days,
  isPossible: true,
})

/** The 07:40 with so many free seats on each of its segments. */
export const trip = (free: readonly number[] = [12, 3, 0, 20], more: Partial<Trip> = {}): Trip => ({
  now: morning,
  tripId: 'T07:40',
  day: today,
  route,
  headsign: '总部',
  plate: '豫A12345',
  isReservable: true,
  delayMinutes: 0,
  isCancelled: false,
  seats: 49,
  wheelchairPlaces: 1,
  stops: names.map((name, index) => ({
    stopId: `S${index + 1}`,
    name,
    code: '',
    arrivesAt: at(`07:${40 + index * 4}`),
    departsAt: at(`07:${40 + index * 4}`),
    mayBoard: index < names.length - 1,
    mayAlight: index > 0,
    freeSeats: free[index] ?? 0,
    freeWheelchair: 1,
  })),
  waiting: 2,
  opensAt: at('00:00', '2026-11-16'),
  closesMinutes: 5,
  mine: [],
  maySeason: true,
  mayReserveForOthers: false,
  ...more,
})

export const run = (more: Partial<Run> = {}): Run => ({
  tripId: 'T07:40',
  day: today,
  route,
  headsign: '总部',
  departsAt: at('07:40'),
  arrivesAt: at('07:56'),
  firstStop: '农业路',
  lastStop: '总部',
  delayMinutes: 0,
  isCancelled: false,
  changeNote: '',
  plate: '豫A12345',
  driver: '郭师傅',
  isMine: true,
  isReservable: true,
  seats: 49,
  wheelchairPlaces: 1,
  reserved: 2,
  boarded: 0,
  waiting: 0,
  mostTaken: 2,
  isClosed: false,
  ...more,
})

/** Codes of half a minute each from an instant on. */
export function codesFrom(from: string, count: number) {
  const start = Date.parse(from)
  const text = (ms: number) => `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
  return Array.from({ length: count }, (_, index) => ({
    validFrom: text(start + index * 30_000),
    validUntil: text(start + (index + 1) * 30_000),
    token: `AZMAAAAAcACAAAAAAAAHAQAAAA${index}abcdefghijklmnop`,
    humanCode: String(100_000 + index * 11_111),
  }))
}

/** A cloud of home and the shuttle; what a test says besides comes first. */
export const shuttleCloud = (more: Sayings = {}) =>
  new ScriptedCloud({
    'people.getMe': () => ({ value: someone }),
    ...quietHome(morning),
    'shuttle.getDepartures': () => ({
      value: {
        now: morning,
        stop,
        myStops: [stop, { stopId: 'S9', name: '北校区', code: '' }],
        isFavourite: true,
        departures: [
          departure('07:25'),
          departure('07:40', { delayMinutes: 10, departsAt: at('07:50') }),
          departure('07:45', { isCancelled: true }),
          departure('08:00', { headwaySeconds: 600, isReservable: false }),
          ...['08:30', '09:00', '09:30', '10:00', '10:30'].map((clock) => departure(clock)),
          departure('22:10', { isLast: true }),
        ],
        routes: [route],
        notices: [{ noticeId: 'n1', routeIds: [], title: '周三晚班延后', body: '', from: today, until: '2026-11-25' }],
        timetable: { name: '秋季时刻表', timezone: 'Asia/Shanghai', publishedAt: at('09:00', '2026-09-01') },
      },
    }),
    'shuttle.getTripSeats': () => ({ value: trip() }),
    'shuttle.getBoardingPass': () => ({
      value: {
        now: morning,
        seat: seat(),
        codes: codesFrom(morning, 6),
        opensAt: at('07:10'),
        closesAt: at('07:50'),
      },
    }),
    ...more,
  })
