import { createHash } from 'node:crypto'
import { changePerson } from '../contract/people'
import { confirmScanSignIn, finishScanSignIn, getMe, signInByLink } from '../contract/people-sign-in'
import { makeSignInLink } from '../functions/people/sign-in-link'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { startCloud, type TestCloud } from './support/start-cloud'

const minutes = 60_000
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
