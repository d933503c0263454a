import { createHash } from 'node:crypto'
import { changePerson, listDepartments, listPeople } from '../contract/people'
import {
  confirmScanSignIn,
  finishScanSignIn,
  getMe,
  signInAsDemo,
  signInByLink,
  signOut,
} from '../contract/people-sign-in'
import { openSession } from '../functions/people/open-session'
import { sessionCache } from '../functions/people/session-cache'
import { makeSignInLink } from '../functions/people/sign-in-link'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

// a busy machine is no defect
jest.setTimeout(60_000)

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
    const otherHost = sessionCache(house.cloud.db)
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
    const cache = sessionCache(house.cloud.db)
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

describe('signing in to the console by its code', () => {
  let made = 0
  const newCode = () => {
    const secret = `console${String(++made).padStart(30, '0')}`
    return { secret, code: createHash('sha256').update(secret).digest('base64url').slice(0, 22) }
  }
  const finish = (secret: string) => house.call(finishScanSignIn, { secret, client: 'console' })

  test('waits for the phone, then lets in whoever confirmed, once', async () => {
    const { secret, code } = newCode()
    const { token, personId } = await signedInAs(house, org)
    expect(await finish(secret)).toEqual({ status: 200, refusal: 'NOT_CONFIRMED' })
    expect((await house.call(confirmScanSignIn, { code }, { token })).value?.confirmedAt).toBe(
      '2026-11-21T09:00:00+08:00',
    )
    const entered = await finish(secret)
    expect(entered.value?.me.personId).toBe(personId)
    expect(await isIn(entered.value?.token)).toBe(true)
    expect(await finish(secret)).toEqual({ status: 200, refusal: 'CODE_EXPIRED' })
  })

  test('asked ten times at once lets in once', async () => {
    const { secret, code } = newCode()
    await house.call(confirmScanSignIn, { code }, { token: admin.token })
    const answers = await Promise.all(Array.from({ length: 10 }, () => finish(secret)))
    expect(answers.filter((answer) => answer.value)).toHaveLength(1)
    expect(answers.filter((answer) => answer.refusal === 'CODE_EXPIRED')).toHaveLength(9)
  })

  test('is of no use to somebody who only saw the code', async () => {
    const { code } = newCode()
    await house.call(confirmScanSignIn, { code }, { token: admin.token })
    const seen = await house.call(finishScanSignIn, { secret: code.padEnd(32, 'A'), client: 'console' })
    expect(seen).toEqual({ status: 200, refusal: 'NOT_CONFIRMED' })
  })

  test('expires two minutes after it was confirmed', async () => {
    const { secret, code } = newCode()
    await house.call(confirmScanSignIn, { code }, { token: admin.token })
    house.setNow(begin + 120_000)
    expect(await finish(secret)).toMatchObject({ refusal: 'CODE_EXPIRED' })
  })

  test('can be confirmed by one person only, also from two institutions or by both at once', async () => {
    const [one, other] = [newCode(), newCode()]
    const elsewhere = await signedInAs(house, await givenOrg(house))
    expect(await house.call(confirmScanSignIn, { code: one.code }, { token: admin.token })).toHaveProperty('value')
    for (const token of [admin.token, elsewhere.token]) {
      expect(await house.call(confirmScanSignIn, { code: one.code }, { token })).toMatchObject({ refusal: 'CODE_USED' })
    }
    const colleague = await signedInAs(house, org)
    const both = await Promise.all(
      [admin.token, colleague.token].map((token) => house.call(confirmScanSignIn, { code: other.code }, { token })),
    )
    expect(both.map((answer) => answer.refusal ?? 'confirmed').sort()).toEqual(['CODE_USED', 'confirmed'])
  })

  test('lets nobody in who left between confirming and entering', async () => {
    const { secret, code } = newCode()
    const { token, personId } = await signedInAs(house, org)
    await house.call(confirmScanSignIn, { code }, { token })
    await house.call(changePerson, { personId, status: 'left' }, { token: admin.token })
    expect((await finish(secret)).value).toBeUndefined()
  })

  test('lets people into the institution of whoever confirmed', async () => {
    const { secret, code } = newCode()
    const elsewhere = await givenOrg(house, '另一单位')
    const { token } = await signedInAs(house, elsewhere)
    await house.call(confirmScanSignIn, { code }, { token })
    expect((await finish(secret)).value?.me.institution.name).toBe('另一单位')
  })
})

describe('a one-time link', () => {
  const make = async (personId: string) =>
    makeSignInLink(house.cloud.db, house.cloud.clock(), { orgId: org.orgId, personId })

  test('signs in once', async () => {
    const { personId } = await givenPerson(house, org)
    const link = await make(personId)
    const answers = await Promise.all(Array.from({ length: 5 }, () => house.call(signInByLink, { link })))
    expect(answers.map((answer) => answer.value?.me.personId ?? answer.refusal).sort()).toEqual(
      [personId, ...Array(4).fill('LINK_INVALID')].sort(),
    )
  })

  test('is void after 15 minutes, for somebody who left, and when it is made up', async () => {
    const { personId } = await givenPerson(house, org)
    const [late, left] = [await make(personId), await make(personId)]
    house.setNow(begin + 15 * minutes)
    expect(await house.call(signInByLink, { link: late })).toMatchObject({ refusal: 'LINK_INVALID' })
    house.setNow(begin)
    await house.call(changePerson, { personId, status: 'left' }, { token: admin.token })
    for (const link of [left, 'made-up', `${org.orgId}.AAAAAAAAAAAAAAAAAAAAAAAA`]) {
      expect(await house.call(signInByLink, { link })).toMatchObject({ refusal: 'LINK_INVALID' })
    }
  })
})

test('the demo sign-in does not exist where there is no demo', async () => {
  const real = await startCloud({ isDemo: false })
  expect(await real.call(signInAsDemo, { persona: 'admin' })).toEqual({ status: 404, fault: 'UNKNOWN_PROCEDURE' })
  const listing = await (await real.fetch('/api')).text()
  expect(listing).not.toContain('signInAsDemo')
  await real.end()
})
