import { listNotices } from '../contract/people'
import { acceptSeat, cancelSeat, getTripSeats, listMySeats, reserveSeat } from '../contract/shuttle-seats'
import { assignTrip, saveLineRule, saveVehicle } from '../contract/shuttle-vehicles'
import { at, type BusHouse, busHouse, friday, today } from './support/bus-house'
import { givenOrg, signedInAs } from './support/given'

let bus: BusHouse

beforeAll(async () => {
  bus = await busHouse()
})
afterAll(() => bus.house.end())
beforeEach(() => bus.house.setNow(at(today, '12:00')))

const monday = '2026-11-30'

test('a seat that is left at the third stop is sold again from there on', async () => {
  const [a, b, c] = [await bus.rider('甲'), await bus.rider('乙'), await bus.rider('丙')]
  expect((await bus.reserve(a, friday, 'A-C')).value).toMatchObject({ status: 'reserved', fromStop: 'A', toStop: 'C' })
  expect((await bus.reserve(b, friday, 'A-D')).value?.status).toBe('reserved')
  expect(await bus.reserve(c, friday, 'B-D')).toMatchObject({ refusal: 'FULL', detail: { freeSeats: 0, waiting: 0 } })
  const sold = await bus.reserve(c, friday, 'C-D')
  expect(sold.value).toMatchObject({ status: 'reserved', departsAt: '2026-11-27T08:00:00+08:00' })
  const { value } = await bus.house.call(getTripSeats, { tripId: '早班', day: friday }, { token: c.token })
  expect(value?.stops.map(({ freeSeats }) => freeSeats)).toEqual([0, 0, 0, 0])
  expect(value?.mine.map(({ reservationId }) => reservationId)).toEqual([sold.value?.reservationId])
})

test('the wheelchair place is a kind of its own', async () => {
  const [a, b] = [await bus.rider(), await bus.rider()]
  expect((await bus.reserve(a, monday, 'A-D', { kind: 'wheelchair' })).value?.kind).toBe('wheelchair')
  expect((await bus.reserve(b, monday, 'A-B', { kind: 'wheelchair' })).refusal).toBe('FULL')
  const { value } = await bus.house.call(getTripSeats, { tripId: '早班', day: monday }, { token: b.token })
  expect(value?.stops[0]).toMatchObject({ freeSeats: 2, freeWheelchair: 0 })
})

test('whoever waits is offered the seat that comes back, in order, and takes it with one tap', async () => {
  const [a, b, c, d] = [await bus.rider(), await bus.rider(), await bus.rider(), await bus.rider()]
  const day = '2026-12-01'
  const first = await bus.reserve(a, day)
  await bus.reserve(b, day)
  expect((await bus.reserve(c, day, 'A-D', { orWait: true })).value).toMatchObject({ status: 'waiting', ahead: 0 })
  expect((await bus.reserve(d, day, 'A-D', { orWait: true })).value).toMatchObject({ status: 'waiting', ahead: 1 })
  const reservationId = first.value?.reservationId ?? ''
  const cancelled = await bus.house.call(cancelSeat, { reservationId }, { token: a.token })
  expect(cancelled.value).toMatchObject({ status: 'cancelled' })
  const [offer] = (await bus.house.call(listMySeats, {}, { token: c.token })).value?.items ?? []
  expect(offer).toMatchObject({ status: 'offered', offeredUntil: '2026-11-26T12:15:00+08:00' })
  expect((await bus.house.call(listNotices, {}, { token: c.token })).value?.items[0]?.title).toBe('候补到座位了')
  const id = { reservationId: offer?.reservationId ?? '' }
  expect((await bus.house.call(acceptSeat, id, { token: d.token })).refusal).toBe('NO_SUCH_RESERVATION')
  expect((await bus.house.call(acceptSeat, id, { token: c.token })).value?.status).toBe('reserved')
  expect((await bus.house.call(acceptSeat, id, { token: c.token })).refusal).toBe('NOT_OFFERED')
  const [behind] = (await bus.house.call(listMySeats, {}, { token: d.token })).value?.items ?? []
  expect(behind).toMatchObject({ status: 'waiting', ahead: 0 })
})

test('the same wish sent twice is one seat, and another wish for the same trip is refused', async () => {
  const a = await bus.rider()
  const day = '2026-12-02'
  const key = crypto.randomUUID()
  const [one, two] = [await bus.reserve(a, day, 'A-D', { key }), await bus.reserve(a, day, 'A-D', { key })]
  expect(two).toEqual(one)
  expect((await bus.reserve(a, day, 'A-B')).refusal).toBe('ALREADY_RESERVED')
})

test('reserving opens seven days before and closes five minutes before the own stop', async () => {
  const a = await bus.rider()
  expect(await bus.reserve(a, '2026-12-04')).toMatchObject({
    refusal: 'NOT_OPEN_YET',
    detail: { opensAt: '2026-11-27T00:00:00+08:00' },
  })
  bus.house.setNow(at('2026-12-03', '07:45'))
  expect((await bus.reserve(a, '2026-12-03', 'A-D')).refusal).toBe('CLOSED')
  expect((await bus.reserve(a, '2026-12-03', 'B-D')).refusal).toBe('CLOSED')
  bus.house.setNow(at('2026-12-03', '07:44'))
  expect((await bus.reserve(a, '2026-12-03', 'B-D')).value?.isLateNow).toBe(true)
})

test('what cannot be had is refused with its reason', async () => {
  const a = await bus.rider()
  const refused = async (...wish: Parameters<BusHouse['reserve']> extends [unknown, ...infer R] ? R : never) =>
    (await bus.reserve(a, ...wish)).refusal
  expect(await refused('2026-11-28')).toBe('DOES_NOT_RUN')
  expect(await refused(friday, 'D-A')).toBe('NO_SUCH_STOP')
  expect(await refused(friday, 'A-Z')).toBe('NO_SUCH_STOP')
  expect(await refused(friday, 'A-D', { tripId: '没有' })).toBe('NO_SUCH_TRIP')
  expect(await refused(friday, 'A-D', { guestName: '客人' })).toBe('NOT_FOR_OTHERS')
  expect(await refused(friday, 'A-D', { forPersonId: bus.fleet.personId })).toBe('NOT_FOR_OTHERS')
  await bus.house.call(
    saveLineRule,
    { routeId: '1号线', isReservable: false, seats: 2, wheelchairPlaces: 1 },
    { token: bus.fleet.token },
  )
  expect(await refused(monday)).toBe('NOT_RESERVABLE')
  await bus.house.call(
    saveLineRule,
    { routeId: '1号线', isReservable: true, seats: 2, wheelchairPlaces: 1 },
    { token: bus.fleet.token },
  )
})

test('the fleet reserves for a colleague, who is told, and for guests by name', async () => {
  const colleague = await bus.rider('同事')
  const day = '2026-12-03'
  const seat = await bus.reserve(bus.fleet, day, 'A-D', { tripId: '晚班', forPersonId: colleague.personId })
  expect(seat.refusal).toBe('NO_SUCH_STOP')
  const evening = await bus.house.call(
    reserveSeat,
    { tripId: '晚班', day, fromStopId: 'D', toStopId: 'A', forPersonId: colleague.personId },
    { token: bus.fleet.token },
  )
  expect(evening.value).toMatchObject({ rider: '同事', isGuest: false })
  const told = (await bus.house.call(listNotices, {}, { token: colleague.token })).value?.items[0]
  expect(told?.title).toBe('车队长为你预约了班车')
  const guest = await bus.reserve(bus.fleet, '2026-12-02', 'A-D', { guestName: '王老师' })
  expect(guest.value).toMatchObject({ rider: '王老师', isGuest: true })
})

test('a smaller bus is not assigned below what is reserved, a larger one lets those in who wait', async () => {
  const { token } = bus.fleet
  const day = '2026-12-03'
  bus.house.setNow(at('2026-12-01', '12:00'))
  const [a, b, c] = [await bus.rider(), await bus.rider(), await bus.rider()]
  for (const who of [a, b])
    await bus.house.call(
      reserveSeat,
      { tripId: '晚班', day, fromStopId: 'D', toStopId: 'C', orWait: true },
      { token: who.token },
    )
  const waits = await bus.house.call(
    reserveSeat,
    { tripId: '晚班', day, fromStopId: 'D', toStopId: 'C', orWait: true },
    { token: c.token },
  )
  expect(waits.value?.status).toBe('waiting')
  const van = await bus.house.call(saveVehicle, { plate: '豫A·1', seats: 1 }, { token })
  const coach = await bus.house.call(saveVehicle, { plate: '豫A·9', seats: 9 }, { token })
  const assign = (vehicleId = '') => bus.house.call(assignTrip, { tripId: '晚班', day, vehicleId }, { token })
  expect(await assign(van.value?.vehicleId)).toMatchObject({ refusal: 'SEATS_TAKEN', detail: { tripId: '晚班', day } })
  expect((await assign(coach.value?.vehicleId)).value).toMatchObject({ plate: '豫A·9' })
  const mine = (await bus.house.call(listMySeats, {}, { token: c.token })).value?.items
  expect(mine?.map(({ status, plate }) => [status, plate])).toEqual([['offered', '豫A·9']])
})

test('another institution sees none of it', async () => {
  const other = await givenOrg(bus.house, '别的单位')
  const stranger = await signedInAs(bus.house, other, ['fleet', 'manager', 'admin'])
  const mine = await bus.reserve(await bus.rider(), monday, 'B-C')
  const reservationId = mine.value?.reservationId ?? ''
  expect((await bus.house.call(cancelSeat, { reservationId }, { token: stranger.token })).refusal).toBe(
    'NO_SUCH_RESERVATION',
  )
  expect((await bus.reserve(stranger, friday)).refusal).toBe('NO_SUCH_TRIP')
})
