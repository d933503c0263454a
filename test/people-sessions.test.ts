import { createHash } from 'node:crypto'
import { changePerson, listDepartments, listPeople } from '../contract/people'
import { getMe, signInAsDemo, signOut } from '../contract/people-sign-in'
import { openSession } from '../functions/people/open-session'
import { sessionCache } from '../functions/people/session-cache'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const minutes = 60_000
const days = 24 * 60 * minutes
const begin = Date.UTC(2026, 10, 21, 1)

let house: TestCloud
let org: GivenOrg
let admin: { token: string; personId: string }

beforeAll(async () => {
  house = await startCloud({ now: begin })
  org = await givenOrg(house)
  admin = await signedInAs(house, org, ['admin'])
})
beforeEach(() => house.setNow(begin))
afterAll(() => house.end())

const isIn = async (token: string | undefined) => (await house.call(getMe, {}, { token })).status === 200

async function openFor(personId: string, client: 'h5' | 'console' | 'weapp'): Promise<string> {
  const { db } = house.cloud
  return (await openSession({ db, now: house.cloud.clock() }, { orgId: org.orgId, personId, client })).token
}

describe('a session', () => {
  test('lasts seven days and not a second longer', async () => {
    const { token } = await signedInAs(house, org)
    house.setNow(begin + 7 * days - 1000)
    expect(await isIn(token)).toBe(true)
    house.setNow(begin + 7 * days)
    expect(await isIn(token)).toBe(false)
  })

  test('in the console falls asleep after 30 minutes without a call, counted from the last one', async () => {
    const token = await openFor((await givenPerson(house, org)).personId, 'console')
    for (const at of [10 * minutes, 39 * minutes + 59_000, 69 * minutes + 58_000]) {
      house.setNow(begin + at)
      expect(await isIn(token)).toBe(true)
    }
    house.setNow(begin + 69 * minutes + 58_000 + 30 * minutes)
    expect(await isIn(token)).toBe(false)
  })

  test('on the phone does not fall asleep', async () => {
    const token = await openFor((await givenPerson(house, org)).personId, 'weapp')
    house.setNow(begin + 5 * days)
    expect(await isIn(token)).toBe(true)
  })

  test('is over at once when one signs out, and only that one', async () => {
    const { token, personId } = await signedInAs(house, org)
    const other = await openFor(personId, 'h5')
    expect(await isIn(token)).toBe(true)
    expect((await house.call(signOut, {}, { token })).value).toEqual({ signedOut: true })
    expect(await isIn(token)).toBe(false)
    expect(await isIn(other)).toBe(true)
    expect((await house.call(signOut, {}, { token })).fault).toBe('SIGNED_OUT')
  })

  test('is over at once for somebody who leaves, on this host, and within a minute on any other', async () => {
    const { token, personId } = await signedInAs(house, org)
    const otherHost = sessionCache(house.cloud)
    expect(await isIn(token)).toBe(true)
    expect(await otherHost.personOf(token, begin)).toMatchObject({ personId })
    await house.call(changePerson, { personId, status: 'left' }, { token: admin.token })
    expect(await isIn(token)).toBe(false)
    expect(await otherHost.personOf(token, begin + 60_000)).toBeUndefined()
    expect(
      await house.cloud.db.selectFrom('session').select('client').where('personId', '=', personId).execute(),
    ).toEqual([])
  })

  test('knows of new duties at once', async () => {
    const { token, personId } = await signedInAs(house, org)
    expect((await house.call(listPeople, {}, { token })).fault).toBe('FORBIDDEN')
    await house.call(changePerson, { personId, duties: ['admin'] }, { token: admin.token })
    expect((await house.call(listPeople, {}, { token })).status).toBe(200)
    await house.call(changePerson, { personId, duties: [] }, { token: admin.token })
    expect((await house.call(listPeople, {}, { token })).fault).toBe('FORBIDDEN')
  })

  test('read from the database while it is being ended is not believed afterwards', async () => {
    const { token } = await signedInAs(house, org)
    const cache = sessionCache(house.cloud)
    const asked = cache.personOf(token, begin)
    cache.forget(token)
    await asked
    await house.cloud.pool.query('DELETE FROM session WHERE token_hash = sha256($1::bytea)', [token])
    expect(await cache.personOf(token, begin)).toBeUndefined()
  })

  test('of a made-up token, of another institution in its front, or of a hash read from the table, is none', async () => {
    const { token } = await signedInAs(house, org)
    const [, secret = ''] = token.split('.')
    const hash = createHash('sha256').update(token).digest()
    const wrong = [
      '',
      'x',
      `${org.orgId + 1}.${secret}`,
      `${token}x`,
      secret,
      hash.toString('hex'),
      `1.${hash.toString('base64url')}`,
    ]
    for (const made of wrong) expect(await isIn(made)).toBe(false)
    expect(await isIn(token)).toBe(true)
  })
})

test('no token stands in the database: not in the session table, nor anywhere else', async () => {
  const { token } = await signedInAs(house, org)
  await house.call(signOut, {}, { token: (await signedInAs(house, org)).token })
  await house.call(listDepartments, {}, { token })
  const [, secret = ''] = token.split('.')
  const { rows: tables } = await house.cloud.pool.query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  )
  expect(tables.map(({ name }) => name)).toContain('session')
  for (const { name } of tables) {
    const { rows } = await house.cloud.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)
    const hex = Buffer.from(token).toString('hex')
    expect(rows.filter(({ row }) => row.includes(secret) || row.includes(hex))).toEqual([])
  }
  const { rows } = await house.cloud.pool.query('SELECT client FROM session WHERE token_hash = sha256($1::bytea)', [
    token,
  ])
  expect(rows).toEqual([{ client: 'h5' }])
})

test('the demo sign-in does not exist where there is no demo', async () => {
  const real = await startCloud({ isDemo: false })
  expect(await real.call(signInAsDemo, { persona: 'admin' })).toEqual({ status: 404, fault: 'UNKNOWN_PROCEDURE' })
  const listing = await (await real.fetch('/api')).text()
  expect(listing).not.toContain('signInAsDemo')
  await real.end()
})
