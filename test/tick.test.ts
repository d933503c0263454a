import { changePerson } from '../contract/people'
import { confirmScanSignIn, getMe, invitePerson } from '../contract/people-sign-in'
import { openSession } from '../functions/people/open-session'
import { tellAccount } from '../functions/tell'
import { tick } from '../functions/tick'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const minutes = 60_000
const days = 24 * 60 * minutes
const begin = Date.UTC(2026, 10, 21, 1)

let house: TestCloud
let org: GivenOrg
let sent: string[]
/** What the platform answers to a message for this account. */
let answers: Record<string, ('sent' | 'refused' | 'later' | 'broken')[]>

beforeAll(async () => {
  house = await startCloud({ now: begin })
  house.cloud.messenger = {
    async send(provider, subject, message) {
      const answer = answers[subject]?.shift() ?? 'sent'
      if (answer === 'broken') throw new Error('the line is dead')
      if (answer === 'sent') sent.push(`${provider} ${subject}: ${message.title}`)
      return answer
    },
  }
})
beforeEach(async () => {
  house.setNow(begin)
  await house.cloud.pool.query('DELETE FROM outbox')
  org = await givenOrg(house)
  sent = []
  answers = {}
})
afterAll(() => house.end())

const leave = (subject: string, place = org) =>
  tellAccount(
    house.cloud.db,
    { orgId: place.orgId, provider: 'wechat', subject, now: house.cloud.clock() },
    { title: '你好', body: '', path: '' },
  )
const stateOf = async (subject: string) =>
  (
    await house.cloud.pool.query('SELECT attempts, failure, next_due_at, sent_at FROM outbox WHERE subject = $1', [
      subject,
    ])
  ).rows[0]
const tickAt = (ms: number) => {
  house.setNow(begin + ms)
  return tick(house.cloud)
}

describe('messages', () => {
  test('go out once each, whatever institution they are of, though four hosts tick at the same moment', async () => {
    const other = await givenOrg(house)
    for (let i = 0; i < 50; i++) await leave(`many-${i}`, i % 2 ? org : other)
    await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
    await tickAt(10 * minutes)
    expect(sent.sort()).toEqual(Array.from({ length: 50 }, (_, i) => `wechat many-${i}: 你好`).sort())
  })

  test('that cannot go now are tried again after 1, 2 and 4 minutes', async () => {
    answers = { slow: ['later', 'broken', 'later'] }
    await leave('slow')
    await tickAt(0)
    expect(await stateOf('slow')).toMatchObject({
      attempts: 1,
      failure: 'later',
      next_due_at: new Date(begin + 1 * minutes),
    })
    await tickAt(1 * minutes - 1)
    expect(await stateOf('slow')).toMatchObject({ attempts: 1 })
    await tickAt(1 * minutes)
    expect(await stateOf('slow')).toMatchObject({
      failure: 'the line is dead',
      next_due_at: new Date(begin + 3 * minutes),
    })
    await tickAt(3 * minutes)
    expect(await stateOf('slow')).toMatchObject({ attempts: 3, next_due_at: new Date(begin + 7 * minutes) })
    await tickAt(7 * minutes)
    expect(sent).toEqual(['wechat slow: 你好'])
    expect(await stateOf('slow')).toMatchObject({
      failure: null,
      next_due_at: null,
      sent_at: new Date(begin + 7 * minutes),
    })
  })

  test('that are refused are not tried again, and hold up no other', async () => {
    answers = { gone: ['refused'], broken: ['broken'] }
    for (const subject of ['gone', 'broken', 'fine']) await leave(subject)
    await tickAt(0)
    expect(sent).toEqual(['wechat fine: 你好'])
    expect(await stateOf('gone')).toMatchObject({ failure: 'refused', next_due_at: null, sent_at: null })
  })

  test('taken by a host that died are sent by another two minutes later', async () => {
    await leave('orphan')
    const { messenger } = house.cloud
    house.cloud.messenger = { send: () => new Promise(() => {}) }
    void tick(house.cloud)
    for (let i = 0; i < 200 && (await stateOf('orphan')).attempts === 0; i++)
      await new Promise((next) => setTimeout(next, 5))
    house.cloud.messenger = messenger
    await tickAt(2 * minutes - 1)
    expect(sent).toEqual([])
    await tickAt(2 * minutes)
    expect(sent).toEqual(['wechat orphan: 你好'])
  })

  test('that nobody could deliver for a week are given up', async () => {
    answers = { never: Array(100).fill('later') }
    await leave('never')
    for (let hours = 0; hours < 8 * 24; hours += 2) await tickAt(hours * 60 * minutes)
    expect(await stateOf('never')).toMatchObject({ failure: 'given up: later', next_due_at: null, sent_at: null })
  })

  test('wait where no platform takes any', async () => {
    await leave('waits')
    const { messenger } = house.cloud
    house.cloud.messenger = undefined
    await tickAt(0)
    house.cloud.messenger = messenger
    expect(await stateOf('waits')).toMatchObject({ sent_at: null, failure: 'later' })
    await tickAt(1 * minutes)
    expect(sent).toEqual(['wechat waits: 你好'])
  })
})

describe('what is over is forgotten', () => {
  const count = async (table: string) =>
    Number(
      (await house.cloud.pool.query(`SELECT count(*) AS n FROM ${table} WHERE org_id = $1`, [org.orgId])).rows[0].n,
    )

  test('sessions that ended, and those of a console asleep; others stay', async () => {
    const { personId } = await givenPerson(house, org)
    for (const client of ['h5', 'console'] as const) {
      await openSession({ db: house.cloud.db, now: begin }, { orgId: org.orgId, personId, client })
    }
    await tickAt(30 * minutes - 1)
    expect(await count('session')).toBe(2)
    await tickAt(30 * minutes)
    expect(await count('session')).toBe(1)
    await tickAt(7 * days)
    expect(await count('session')).toBe(0)
  })

  test('proofs a day after they were used or ran out, first answers after 30 days', async () => {
    const { token } = await signedInAs(house, org, ['admin'])
    const { personId } = await givenPerson(house, org)
    await house.call(invitePerson, { personId }, { token })
    await house.call(confirmScanSignIn, { code: 'A'.repeat(22) }, { token })
    await tickAt(1 * days)
    expect(await count('proof')).toBe(2)
    await tickAt(1 * days + 3 * minutes)
    expect(await count('proof')).toBe(1)
    await tickAt(8 * days + 1)
    expect([await count('proof'), await count('command')]).toEqual([0, 2])
    await tickAt(30 * days + 1)
    expect(await count('command')).toBe(0)
  })

  test('but nothing that is still good, and never the log', async () => {
    const { token, personId } = await signedInAs(house, org, ['admin'])
    await house.call(changePerson, { personId, note: '在' }, { token })
    await tickAt(6 * days)
    expect((await house.call(getMe, {}, { token })).value?.personId).toBe(personId)
    expect(await count('command')).toBe(1)
    await tickAt(4000 * days)
    expect(await count('audit_entry')).toBe(2)
  })
})

test('a job that fails is logged once and holds up no other', async () => {
  await leave('after-the-fault')
  await house.cloud.pool.query('ALTER TABLE audit_seal RENAME TO audit_seal_away')
  await tick(house.cloud)
  await house.cloud.pool.query('ALTER TABLE audit_seal_away RENAME TO audit_seal')
  expect(sent).toEqual(['wechat after-the-fault: 你好'])
  expect(house.errors.splice(0).map(({ message }) => message)).toEqual(['tick: sealAudit'])
})
