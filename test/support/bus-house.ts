import { reserveSeat } from '../../contract/shuttle-seats'
import { saveLineRule } from '../../contract/shuttle-vehicles'
import { type GivenOrg, givenOrg, signedInAs } from './given'
import { type GivenTimetable, givenTimetable } from './given-timetable'
import { startCloud, type TestCloud } from './start-cloud'

/** Somebody who rides. */
export interface Rider {
  token: string
  personId: string
}

/** An institution with one bus that is reserved: line 1号线, trip 早班 from A over B and C to D, every worked day. */
export interface BusHouse {
  house: TestCloud
  org: GivenOrg
  fleet: Rider
  rider(name?: string): Promise<Rider>
  /** Reserves and gives the whole answer. */
  reserve(who: Rider, day: string, segment?: string, more?: Partial<Wish>): ReturnType<typeof reserveWish>
}

/** Thursday. */
export const today = '2026-11-26'
export const friday = '2026-11-27'
export const at = (day: string, clock: string) => Date.parse(`${day}T${clock}:00+08:00`)

export const morning: GivenTimetable = {
  services: { worked: { rule: 'workdays' } },
  trips: [
    {
      tripId: '早班',
      routeId: '1号线',
      serviceId: 'worked',
      headsign: '综合楼',
      times: ['A 7:40', 'B 7:50', 'C 8:00', 'D 8:10'],
    },
    {
      tripId: '晚班',
      routeId: '1号线',
      serviceId: 'worked',
      directionId: 1,
      headsign: '南院',
      times: ['D 17:40', 'C 17:50', 'A 18:10'],
    },
  ],
}

interface Wish {
  tripId: string
  kind: 'seat' | 'wheelchair'
  orWait: boolean
  guestName: string
  forPersonId: string
  key: string
}

function reserveWish(
  house: TestCloud,
  { token }: Rider,
  { tripId = '早班', key, ...more }: Partial<Wish>,
  day: string,
  segment: string,
) {
  const [fromStopId = '', toStopId = ''] = segment.split('-')
  return house.call(reserveSeat, { tripId, day, fromStopId, toStopId, ...more }, { token, ...(key ? { key } : {}) })
}

/** Starts it on Thursday at noon with so many seats. */
export async function busHouse({ seats = 2, wheelchairPlaces = 1 } = {}): Promise<BusHouse> {
  const house = await startCloud({ now: at(today, '12:00') })
  const org = await givenOrg(house)
  const fleet = await signedInAs(house, org, ['fleet'], { name: '车队长' })
  await givenTimetable(house, { ...org, personId: fleet.personId }, morning)
  await house.call(
    saveLineRule,
    { routeId: '1号线', isReservable: true, seats, wheelchairPlaces },
    { token: fleet.token },
  )
  return {
    house,
    org,
    fleet,
    rider: (name = '职工') => signedInAs(house, org, [], { name }),
    reserve: (who, day, segment = 'A-D', more = {}) => reserveWish(house, who, more, day, segment),
  }
}
