import { reserveRoom } from '../contract/booking'
import { checkIn, lookAtDoor, makeCalendarLink, printDoorLabels, renewDoorCode } from '../contract/booking-door'
import { formatInstant, instantAt } from '../contract/zone'
import { giveDoorCode } from '../functions/new-door-code'
import { checkCharacterOf } from '../functions/secrets'
import { type GivenOrg, givenOrg, givenRoom, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const zone = '+08:00'
const day = '2026-11-23'
const moment = (hours: number) => instantAt(day, Math.round(hours * 60), zone)
const at = (hours: number) => formatInstant(moment(hours), zone)

let cloud: TestCloud
let org: GivenOrg
let me: { token: string; personId: string }

beforeAll(async () => {
  cloud = await startCloud({ now: moment(8) })
  org = await givenOrg(cloud)
  me = await signedInAs(cloud, org)
})
afterAll(() => cloud.end())
beforeEach(() => cloud.setNow(moment(8)))

async function givenDoor(of: GivenOrg = org): Promise<{ roomId: string; token: string; humanCode: string }> {
  const roomId = await givenRoom(cloud, of)
  const code = await giveDoorCode({ db: cloud.cloud.db, orgId: of.orgId, now: cloud.cloud.clock() }, roomId)
  return { roomId, ...code }
}

const look = (token: string, as = me.token) => cloud.call(lookAtDoor, { token }, { token: as })
const book = (roomId: string, from: number, to: number, as = me.token) =>
  cloud.call(reserveRoom, { roomId, startsAt: at(from), endsAt: at(to), purpose: '项目评审' }, { token: as })

describe('the code on the door', () => {
  test('leads any camera to the page of the room, and a broken one explains itself', async () => {
    const { token } = await givenDoor()
    const answer = await cloud.fetch(`/r/${token}`)
    expect(answer.status).toBe(302)
    expect(answer.headers.get('location')).toBe(`/#/features/booking/door?token=${token}`)
    const broken = await cloud.fetch('/r/x%2Fy')
    expect(broken.status).toBe(404)
    expect(await broken.text()).toContain('重新扫描')
  })

  test('the free room is offered for about an hour, and one tap takes what was offered', async () => {
    const { roomId, token } = await givenDoor()
    cloud.setNow(moment(9) + 7 * 60_000 + 30_000)
    const seen = await look(token)
    expect(seen.value?.offer).toMatchObject({
      kind: 'thisRoom',
      roomId,
      startsAt: '2026-11-23T09:07:00+08:00',
      endsAt: at(10),
    })
    const offer = seen.value?.offer
    const taken = await cloud.call(
      reserveRoom,
      { roomId: offer?.roomId ?? '', startsAt: offer?.startsAt ?? '', endsAt: offer?.endsAt ?? '' },
      { token: me.token },
    )
    expect(taken.value).toMatchObject({ roomId, purpose: '会议' })
    expect((await look(token)).value?.current).toMatchObject({ isMine: true, endsAt: at(10), purpose: '会议' })
  })

  test('somebody else’s meeting shows who and until when, not what for, and the nearest equal room is offered', async () => {
    const fresh = await givenOrg(cloud, '只有三间会议室的单位')
    const [visitor, host] = [await signedInAs(cloud, fresh), await signedInAs(cloud, fresh)]
    const { roomId, token } = await givenDoor(fresh)
    await givenRoom(cloud, fresh, { capacity: 50 })
    const equal = await givenRoom(cloud, fresh, { capacity: 20 })
    await book(roomId, 9, 11, host.token)
    cloud.setNow(moment(9.5))
    const { value } = await look(token, visitor.token)
    expect(value?.current).toMatchObject({ who: '张伟 · 院办公室', isMine: false, endsAt: at(11) })
    expect(value?.current).not.toHaveProperty('purpose')
    expect(value?.offer).toMatchObject({ kind: 'otherRoom', roomId: equal })
  })

  test('the offer ends where the next meeting begins, and is not made when that is too soon', async () => {
    const { roomId, token } = await givenDoor()
    await book(roomId, 9.5, 10)
    cloud.setNow(moment(9))
    expect((await look(token)).value?.offer).toMatchObject({ kind: 'thisRoom', endsAt: at(9.5) })
    cloud.setNow(moment(9.4))
    expect((await look(token)).value?.offer?.roomId).not.toBe(roomId)
  })

  test('the six characters below it work as well, in any case, and a wrong one does not', async () => {
    const { roomId, humanCode } = await givenDoor()
    expect(checkCharacterOf(humanCode.slice(0, 5))).toBe(humanCode[5])
    expect((await look(humanCode.toLowerCase())).value?.room.roomId).toBe(roomId)
    const wrong = `${humanCode.slice(0, 5)}${humanCode[5] === '2' ? '3' : '2'}`
    expect((await look(wrong)).refusal).toBe('NO_SUCH_DOOR')
  })

  test('a renewed code works and the old one stops at once; another institution’s never works', async () => {
    const { roomId, token } = await givenDoor()
    const steward = await signedInAs(cloud, org, ['steward'])
    const renewed = await cloud.call(renewDoorCode, { roomId }, { token: steward.token })
    expect((await look(token)).refusal).toBe('NO_SUCH_DOOR')
    expect((await look(renewed.value?.token ?? '')).value?.room.roomId).toBe(roomId)
    const abroad = await givenDoor(await givenOrg(cloud, '另一单位'))
    expect((await look(abroad.token)).refusal).toBe('NO_SUCH_DOOR')
  })
})

describe('checking in', () => {
  test.each([
    ['sixteen minutes before', -16, 'TOO_EARLY'],
    ['fifteen minutes before', -15, undefined],
    ['ten minutes after', 10, undefined],
    ['eleven minutes after', 11, 'TOO_LATE'],
  ])('%s the start', async (_when, minutes, refusal) => {
    const { roomId, token } = await givenDoor()
    await book(roomId, 9, 10)
    cloud.setNow(moment(9) + minutes * 60_000)
    const answer = await cloud.call(checkIn, { token }, { token: me.token })
    expect(answer.refusal).toBe(refusal)
    if (refusal === undefined) expect(answer.value?.checkedInAt).toBe(formatInstant(cloud.cloud.clock(), zone))
  })

  test('needs a booking of one’s own here, and twice is once', async () => {
    const { roomId, token } = await givenDoor()
    const other = await signedInAs(cloud, org)
    await book(roomId, 9, 10)
    cloud.setNow(moment(9))
    expect((await cloud.call(checkIn, { token }, { token: other.token })).refusal).toBe('NO_BOOKING_NOW')
    expect((await look(token)).value?.checkIn?.roomId).toBe(roomId)
    const first = await cloud.call(checkIn, { token }, { token: me.token })
    cloud.setNow(moment(9.1))
    const second = await cloud.call(checkIn, { token }, { token: me.token })
    expect(second.value?.checkedInAt).toBe(first.value?.checkedInAt)
    expect((await look(token)).value?.checkIn).toBeUndefined()
  })
})

test('labels are a PDF for stewards; one’s own rooms only', async () => {
  const { roomId } = await givenDoor()
  const steward = await signedInAs(cloud, org, ['steward'])
  const labels = await cloud.call(printDoorLabels, { roomIds: [roomId] }, { token: steward.token })
  expect(
    Buffer.from(labels.value?.content ?? '', 'base64')
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  const abroad = await givenDoor(await givenOrg(cloud, '第三单位'))
  const refused = await cloud.call(printDoorLabels, { roomIds: [abroad.roomId] }, { token: steward.token })
  expect(refused.refusal).toBe('NO_SUCH_ROOM')
})

describe('a private calendar', () => {
  test('holds my meetings, and a new address ends the old one', async () => {
    const { roomId } = await givenDoor()
    await cloud.call(
      reserveRoom,
      {
        roomId,
        startsAt: at(14),
        endsAt: at(15),
        purpose: '预算, 采购; 与很长很长很长很长很长很长很长很长很长很长的会议主题',
      },
      { token: me.token },
    )
    const path = async () =>
      (await cloud.call(makeCalendarLink, { scope: 'person' }, { token: me.token })).value?.path ?? ''
    const first = await path()
    const text = await (await cloud.fetch(first)).text()
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const whole = text.replace(/\r\n /g, '')
    expect(whole).toContain('SUMMARY:预算\\, 采购\\; 与很长')
    expect(whole).toContain('DTSTART:20261123T060000Z')
    expect((await cloud.fetch(await path())).status).toBe(200)
    expect((await cloud.fetch(first)).status).toBe(404)
  })

  test('of a room tells who, not what for', async () => {
    const { roomId } = await givenDoor()
    const other = await signedInAs(cloud, org)
    await book(roomId, 9, 10, other.token)
    const link = await cloud.call(makeCalendarLink, { scope: 'room', roomId }, { token: me.token })
    const text = await (await cloud.fetch(link.value?.path ?? '')).text()
    expect(text).toContain('已预订')
    expect(text).not.toContain('项目评审')
  })
})
