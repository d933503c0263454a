import type { Booking } from '../../contract/booking'
import type { Me, Session } from '../../contract/people-sign-in'
import type { Answer, Fault, InputOf } from '../../contract/procedure'
import type { ProcedureName, Procedures } from '../../contract/procedures'
import type { RequestAnswer, RequestCall } from './platform/script'

/** What a test's cloud says to each procedure: an answer of the contract, or a fault with its status. */
export type Sayings = {
  [Name in ProcedureName]?: (input: InputOf<Procedures[Name]>) => Answer<Procedures[Name]> | FaultSaying
}
/** A fault as the cloud answers it. */
export class FaultSaying {
  constructor(
    readonly status: number,
    readonly body: Fault,
  ) {}
}

/** A saying for a fault that the contract knows. */
export function fault(status: number, code: Fault['fault'], id?: string): FaultSaying {
  return new FaultSaying(status, { fault: code, ...(id && { id }) })
}

/**
 * A cloud that says what the test wants and remembers what it was asked. Sayings may be replaced in the middle of a
 * test; a procedure without one fails the test.
 */
export class ScriptedCloud {
  readonly asked: { name: string; input: unknown; token?: string; key?: string }[] = []

  constructor(readonly sayings: Sayings) {}

  /** For `openWeapp({ request })` and `openAlipay({ request })`. */
  readonly request = ({ path, data, header }: RequestCall): RequestAnswer => {
    const name = path.replace(/^\/api\//, '')
    const input: unknown = typeof data === 'string' ? JSON.parse(data) : data
    const token = header.authorization?.replace(/^Bearer /, '')
    this.asked.push({ name, input, token, key: header['idempotency-key'] })
    const saying = (this.sayings as Record<string, ((input: unknown) => object) | undefined>)[name]
    if (!saying) throw new Error(`this test scripts no answer to ${name}`)
    const said = saying(input)
    return said instanceof FaultSaying ? { status: said.status, data: said.body } : { data: said }
  }

  /** How often a procedure was asked. */
  count(name: ProcedureName): number {
    return this.asked.filter((one) => one.name === name).length
  }
}

const id = (n: number) => `01930000-0000-7000-8000-${String(n).padStart(12, '0')}`

export const someone: Me = {
  personId: id(1),
  name: '陈思远',
  staffNumber: 'A10023',
  department: '设备保障科',
  departmentPath: ['后勤保障部', '设备保障科'],
  departmentIds: [id(10), id(11)],
  maskedPhone: '138****5521',
  duties: ['staff', 'steward'],
  institution: { slug: 'demo', name: '滨江市第一人民医院', zone: '+08:00' },
  unreadNotices: 3,
}

export const someSession: Session = { token: 'token-1', expiresAt: '2026-11-28T09:00:00+08:00', me: someone }

/** What the phone of somebody signed in has in its storage, for `openWeapp({ storage })`. */
export const signedInStorage = (): [string, string][] => [
  ['guanjia.session', JSON.stringify(JSON.stringify(someSession))],
]

/** What the cloud says to home when there is nothing to say, at an instant of the wire. */
export const quietHome = (now: string) =>
  ({
    'booking.listMyBookings': () => ({ value: { items: [], now } }),
    'repair.listMyTickets': () => ({ value: { items: [], now } }),
    'canteen.getMyMeals': () => ({ value: { now, toRate: [] } }),
    'shuttle.getNextRide': () => ({ value: { now } }),
    'survey.listMySurveys': () => ({ value: { items: [] } }),
    'survey.listBoard': () => ({ value: { items: [] } }),
  }) satisfies Sayings

/** A booking of that person. */
export function someBooking(n: number, startsAt: string, endsAt: string, purpose: string): Booking {
  const { personId, name, staffNumber, department } = someone
  const organizer = { personId, name, staffNumber, department }
  return {
    bookingId: id(100 + n),
    roomId: id(200 + n),
    roomName: `${300 + n}会议室`,
    place: '北院区 行政楼',
    startsAt,
    endsAt,
    purpose,
    attendeeCount: 6,
    tea: false,
    equipment: [],
    note: '',
    organizer,
    bookedBy: organizer,
    status: 'confirmed',
    cancelUntil: startsAt,
    createdAt: '2026-11-20T09:00:00+08:00',
  }
}
