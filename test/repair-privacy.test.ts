import type { AnyProcedure, InputOf } from '../contract/procedure'
import { getTicket, joinTicket, listMyTickets } from '../contract/repair'
import { lookAtPlace } from '../contract/repair-places'
import {
  addPhoto,
  cancelTicket,
  commentTicket,
  confirmTicket,
  editTicket,
  getPhoto,
  rateTicket,
  removePhoto,
  reopenTicket,
} from '../contract/repair-requester'
import {
  acceptTicket,
  assignTicket,
  finishTicket,
  grabTicket,
  hangTicket,
  transferTicket,
} from '../contract/repair-work'
import { type GivenOrg, givenOrg, signedInAs } from './support/given'
import { givenTechnician, givenTicket } from './support/given-repair'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
type Who = { token: string; personId: string }
let reporter: Who
let desk: Who
let ticketId: string
let placeId: string
let photoId: string
const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const phone = '13812345678'
/** What nobody may come across who has nothing to do with the ticket. */
const secrets = ['办公桌漏水', '靠窗第三排', '王芳', phone, '钥匙在门卫', '院办公室', '刘师傅', '渗到楼下']

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 20, 1) })
})
beforeEach(async () => {
  org = await givenOrg(house)
  reporter = await signedInAs(house, org, [], { name: '王芳' })
  desk = await signedInAs(house, org, ['dispatcher'], { name: '周调度' })
  const made = await givenTicket(house, org, {
    token: reporter.token,
    words: '办公桌漏水',
    placeNote: '靠窗第三排',
    phone,
    answers: [{ question: '漏到哪里', answer: '渗到楼下' }],
  })
  ticketId = made.ticketId
  placeId = made.placeId
  const photo = await house.call(addPhoto, { ticketId, fileName: 'a.png', content: picture }, { token: reporter.token })
  photoId = photo.value?.photoId ?? ''
  await house.call(commentTicket, { ticketId, words: '钥匙在门卫' }, { token: reporter.token })
})
afterAll(() => house.end())

const see = (who: Who, id = ticketId) => house.call(getTicket, { ticketId: id }, { token: who.token })
const look = (who: Who) => house.call(getPhoto, { photoId }, { token: who.token })
const expectNoSecret = (answer: unknown, but: string[] = []) => {
  const text = JSON.stringify(answer)
  for (const secret of secrets) if (!but.includes(secret)) expect(text).not.toContain(secret)
}

/** Everything that can be asked about a ticket or photo by its id. */
function everyQuestion(): [AnyProcedure, object][] {
  const ask = <P extends AnyProcedure>(one: P, input: InputOf<P>): [AnyProcedure, object] => [one, input as object]
  return [
    ask(getTicket, { ticketId }),
    ask(editTicket, { ticketId, words: '改' }),
    ask(cancelTicket, { ticketId }),
    ask(confirmTicket, { ticketId }),
    ask(reopenTicket, { ticketId, reason: '看看' }),
    ask(rateTicket, { ticketId, stars: 1 }),
    ask(commentTicket, { ticketId, words: '看看' }),
    ask(addPhoto, { ticketId, fileName: 'a.png', content: picture }),
    ask(getPhoto, { photoId }),
    ask(removePhoto, { photoId }),
  ]
}

test('a stranger reads nobody’s ticket and nobody’s photo, and does nothing to them', async () => {
  const strangers = {
    'staff of the institution': await signedInAs(house, org),
    'whoever grants duties': await signedInAs(house, org, ['admin']),
    auditor: await signedInAs(house, org, ['auditor']),
    'the desk of another institution': await signedInAs(house, await givenOrg(house, '别的单位'), [
      'dispatcher',
      'manager',
      'technician',
    ]),
  }
  const before = await house.cloud.pool.query('SELECT * FROM ticket WHERE ticket_id = $1', [ticketId])
  for (const [name, who] of Object.entries(strangers)) {
    for (const [procedure, input] of everyQuestion()) {
      const answer = await house.call(procedure, input, { token: who.token })
      expect([name, procedure.name, answer.refusal]).toEqual([
        name,
        procedure.name,
        expect.stringMatching(/^(NO_SUCH_TICKET|NO_SUCH_PHOTO|NOT_YOURS)$/),
      ])
      expectNoSecret(answer)
    }
    const mine = await house.call(listMyTickets, {}, { token: who.token })
    expect(mine.value?.items).toEqual([])
  }
  const after = await house.cloud.pool.query('SELECT * FROM ticket WHERE ticket_id = $1', [ticketId])
  expect(after.rows).toEqual(before.rows)
})

test('reporter, whoever it was reported for, and the desk read all of it', async () => {
  const other = await signedInAs(house, org, [], { name: '李梅' })
  const forOther = await givenTicket(house, org, { token: desk.token, requesterId: other.personId, phone })
  for (const who of [other, desk, await signedInAs(house, org, ['manager'])])
    expect((await see(who, forOther.ticketId)).value).toMatchObject({ requester: '李梅', phone, words: '坏了' })
  for (const who of [reporter, desk]) {
    expect((await see(who)).value).toMatchObject({ words: '办公桌漏水', placeNote: '靠窗第三排', phone })
    expect((await look(who)).value?.content).toMatch(/^UklGR/)
  }
})

test('what is open at a place says no words and no names', async () => {
  const neighbour = await signedInAs(house, org)
  await house.call(grabTicket, { ticketId }, { token: (await givenTechnician(house, org, { name: '刘师傅' })).token })
  const { value } = await house.call(lookAtPlace, { placeId }, { token: neighbour.token })
  expect(value?.openTickets).toMatchObject([{ ticketId, priority: 1, status: 'accepted', isMine: false }])
  expectNoSecret(value)
})

describe('who only joined', () => {
  let follower: Who
  beforeEach(async () => {
    follower = await signedInAs(house, org)
    await house.call(joinTicket, { ticketId }, { token: follower.token })
  })

  test('sees how it stands, step by step, without words, names, phone or photos', async () => {
    const technician = await givenTechnician(house, org, { name: '刘师傅' })
    const { token } = technician
    await house.call(assignTicket, { ticketId, toPersonId: technician.personId }, { token: desk.token })
    await house.call(acceptTicket, { ticketId }, { token })
    const promisedOn = '2026-11-24'
    await house.call(hangTicket, { ticketId, reason: 'part', note: '渗到楼下', promisedOn }, { token })
    const { value } = await see(follower)
    expect(value).toMatchObject({
      status: 'hung',
      promisedOn,
      roles: ['follower'],
      acts: [],
      photos: [],
      clocks: [],
      answers: [],
      mayEdit: false,
      mayAddPhotos: false,
      mayRate: false,
      assignee: '',
    })
    expect(value?.place).toMatch(/^综合楼 3层 会议室\d+$/)
    expect(value?.timeline.map(({ kind, by, detail }) => [kind, by, detail])).toEqual([
      ['reported', '', {}],
      ['assigned', '', {}],
      ['accepted', '', {}],
      ['hung', '', { promisedOn }],
    ])
    expectNoSecret(value)
    expect((await look(follower)).refusal).toBe('NO_SUCH_PHOTO')
    const { value: mine } = await house.call(listMyTickets, {}, { token: follower.token })
    expect(mine?.items).toMatchObject([{ ticketId, isJoined: true }])
    expectNoSecret(mine)
  })

  test('is told of each step in the same way', async () => {
    const technician = await givenTechnician(house, org, { name: '刘师傅' })
    const { token } = technician
    await house.call(grabTicket, { ticketId }, { token })
    await house.call(hangTicket, { ticketId, reason: 'part', note: '渗到楼下', promisedOn: '2026-11-24' }, { token })
    await house.call(finishTicket, { ticketId, closedKind: 'fixed', note: '渗到楼下' }, { token: desk.token })
    await house.call(reopenTicket, { ticketId, reason: '办公桌漏水' }, { token: reporter.token })
    const notices = await house.cloud.pool.query('SELECT title, body FROM notice WHERE person_id = $1', [
      follower.personId,
    ])
    expect(notices.rows.map(({ body }) => body).sort()).toEqual([
      '已修好。',
      '已重新打开。',
      '师傅已接单。',
      expect.stringMatching(/^暂时不能处理，答应在11月24日.*前继续。$/),
    ])
    expectNoSecret(notices.rows)
  })

  test('may see the one it was merged into as well, and no more of it', async () => {
    const root = await givenTicket(house, org, { words: '办公桌漏水', phone })
    const merged = { mergedInto: root.ticketId }
    await house.cloud.db.updateTable('ticket').set(merged).where('ticketId', '=', ticketId).execute()
    for (const who of [follower, reporter]) {
      const { value } = await see(who, root.ticketId)
      expect(value).toMatchObject({ roles: ['follower'], words: '', requester: '', absorbed: [] })
      expectNoSecret(value)
    }
  })
})

describe('a technician', () => {
  test('reads what is new and could be taken, without the phone; nothing any more once somebody else has it', async () => {
    const [one, other] = [await givenTechnician(house, org), await givenTechnician(house, org)]
    const { value } = await see(one)
    expect(value).toMatchObject({ acts: ['grab'], words: '办公桌漏水', requester: '王芳', phone: '', photos: [] })
    expect(JSON.stringify(value)).not.toContain(phone.slice(-4))
    expect((await look(one)).refusal).toBe('NO_SUCH_PHOTO')
    await house.call(grabTicket, { ticketId }, { token: other.token })
    expect((await see(one)).refusal).toBe('NO_SUCH_TICKET')
  })

  test('who has it reads all of it; who had it still does, the phone masked', async () => {
    const [one, other] = [await givenTechnician(house, org), await givenTechnician(house, org)]
    await house.call(grabTicket, { ticketId }, { token: one.token })
    expect((await see(one)).value?.phone).toBe(phone)
    expect((await look(one)).value?.photoId).toBe(photoId)
    const toPersonId = other.personId
    await house.call(transferTicket, { ticketId, toPersonId, reason: '下班' }, { token: one.token })
    // still accountable: the other one has not accepted
    expect((await see(one)).value?.phone).toBe(phone)
    await house.call(acceptTicket, { ticketId }, { token: other.token })
    expect((await see(one)).value?.phone).toBe('138****5678')
    expect((await see(other)).value?.phone).toBe(phone)
    await house.call(finishTicket, { ticketId, closedKind: 'fixed' }, { token: other.token })
    expect((await see(other)).value?.phone).toBe('138****5678')
    // the desk still has to call back
    expect((await see(desk)).value?.phone).toBe(phone)
    await house.cloud.db
      .updateTable('ticket')
      .set({ visitState: 'satisfied' })
      .where('ticketId', '=', ticketId)
      .execute()
    expect((await see(desk)).value?.phone).toBe('138****5678')
  })
})

test('a requester is not told who else has met it', async () => {
  const follower = await signedInAs(house, org, [], { name: '赵六' })
  await house.call(joinTicket, { ticketId }, { token: follower.token })
  const { value } = await see(reporter)
  expect(value?.priority).toBe(2)
  expect(JSON.stringify(value)).not.toContain('赵六')
  expect(JSON.stringify((await see(desk)).value)).toContain('赵六')
})
