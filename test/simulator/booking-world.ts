import { renewDoorCode } from '../../contract/booking-door'
import type { RoomRules } from '../../contract/booking-rules'
import { getMe, type Me } from '../../contract/people-sign-in'
import type { Duty } from '../../contract/procedure'
import { startDatabaseServer } from '../support/database-server'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from '../support/given'
import { startCloud, type TestCloud } from '../support/start-cloud'
import { answeredBy } from './answered-by'

/** A Monday morning; the cloud and the phones of these tests live in it. */
export const monday = '2026-11-23T09:10:00+08:00'
const officeHours = [[8 * 60, 20 * 60] as const]

/** A real cloud on a real database, with an institution whose rooms are open 8–20 on all days. */
export interface BookingWorld {
  cloud: TestCloud
  org: GivenOrg
  request: ReturnType<typeof answeredBy>
  /** A room of the usual opening hours. */
  room(name: string, rules?: Partial<RoomRules>): Promise<string>
  /** The code of a room's door. */
  door(roomId: string): Promise<string>
  /** Somebody with these duties: their token, and the storage of a phone they are signed in on. */
  person(name: string, duties?: Duty[]): Promise<{ token: string; me: Me; storage: [string, string][] }>
  end(): Promise<void>
}

/** Starts it; call `end` after the last test. */
export async function bookingWorld(): Promise<BookingWorld> {
  const { server, end } = await startDatabaseServer()
  process.env.TEST_DATABASE = JSON.stringify(server.address('postgres'))
  const cloud = await startCloud({ now: Date.parse(monday) })
  const org = await givenOrg(cloud)
  return {
    cloud,
    org,
    request: answeredBy(cloud),
    room: (name, rules) =>
      givenRoom(cloud, org, { opening: Array.from({ length: 7 }, () => officeHours), capacity: 12, ...rules }, name),
    async door(roomId) {
      const steward = await signedInAs(cloud, org, ['steward'])
      const { value } = await cloud.call(renewDoorCode, { roomId }, { token: steward.token })
      if (!value) throw new Error('the door got no code')
      return value.token
    },
    async person(name, duties = []) {
      const { token } = await signedInAs(cloud, org, duties, { name })
      const { value: me } = await cloud.call(getMe, {}, { token })
      if (!me) throw new Error('nobody is signed in')
      const session = { token, expiresAt: '2026-11-30T09:00:00+08:00', me }
      return { token, me, storage: [['guanjia.session', JSON.stringify(JSON.stringify(session))]] }
    },
    async end() {
      await cloud.end()
      await end()
    },
  }
}
