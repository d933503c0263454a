import { changePerson, listAudit, readNotices } from '../contract/people'
import { tick } from '../functions/tick'
import { countsOf, faultsOf, seal, sealAll } from './support/audit-log'
import { type GivenOrg, givenOrg, givenPerson, signedInAs } from './support/given'
import { runScript } from './support/run-script'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let org: GivenOrg
let admin: { token: string; personId: string; staffNumber: string }

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 21, 1) })
})
beforeEach(async () => {
  org = await givenOrg(house)
  admin = await signedInAs(house, org, ['admin'], { name: '管理员' })
})
afterAll(() => house.end())

const entries = async (query = '') =>
  (await house.call(listAudit, { query, limit: 100 }, { token: admin.token })).value?.items ?? []
/** Does something to the log as a superuser with all triggers off would, looks, and takes it back. */
async function tampered(statement: string) {
  const client = await house.cloud.pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SET LOCAL session_replication_role = replica')
    const { rowCount } = await client.query(statement, [org.orgId])
    expect(rowCount).toBe(1)
    return await faultsOf(client, org.orgId)
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

describe('nobody rewrites the log', () => {
  test.each([
    'UPDATE audit_entry SET detail = $1',
    'DELETE FROM audit_entry WHERE detail <> $1',
    'UPDATE audit_seal SET sealed_at = now() WHERE $1::jsonb IS NOT NULL',
    'DELETE FROM audit_seal WHERE $1::jsonb IS NOT NULL',
  ])('not even the owner of the table: %s', async (statement) => {
    await seal(house, org.orgId)
    await expect(house.cloud.pool.query(statement, ['{}'])).rejects.toMatchObject({ code: '42501' })
  })

  test.each(['TRUNCATE audit_entry', 'TRUNCATE audit_seal', 'TRUNCATE audit_entry, audit_seal CASCADE'])(
    'not even the owner of the table: %s',
    async (statement) => {
      await expect(house.cloud.pool.query(statement)).rejects.toMatchObject({ code: '42501' })
    },
  )

  test('and who does it all the same, with the triggers off, is found out', async () => {
    const { personId } = await givenPerson(house, org)
    for (let i = 0; i < 3; i++) {
      await house.call(changePerson, { personId, note: `${i}` }, { token: admin.token })
      await sealAll(house, org.orgId)
    }
    expect(await faultsOf(house.cloud.pool, org.orgId)).toEqual([])
    const ofSeal2 = `org_id = $1 AND txid = (SELECT max(txid::text)::xid8 FROM audit_entry e
      WHERE e.org_id = $1 AND txid < (SELECT until_txid FROM audit_seal WHERE org_id = $1 AND seal_number = 2))`
    for (const set of [
      "detail = '{}'",
      "at = at + '1 microsecond'",
      'person_id = NULL',
      "procedure = 'x'",
      "kind = 'read'",
    ]) {
      expect(await tampered(`UPDATE audit_entry SET ${set} WHERE ${ofSeal2}`)).toEqual([
        { seal_number: 2, reason: 'an entry was changed' },
      ])
    }
    expect(await tampered(`DELETE FROM audit_entry WHERE ${ofSeal2}`)).toEqual([
      { seal_number: 2, reason: 'holds 0 entries instead of 1' },
    ])
    expect(
      await tampered(`INSERT INTO audit_entry (org_id, txid, at, procedure, kind, detail)
        SELECT org_id, txid, at, procedure, kind, detail FROM audit_entry WHERE ${ofSeal2}`),
    ).toEqual([{ seal_number: 2, reason: 'holds 2 entries instead of 1' }])
    expect(await tampered('DELETE FROM audit_seal WHERE org_id = $1 AND seal_number = 2')).toMatchObject([
      { seal_number: 3 },
    ])
    expect(await tampered('DELETE FROM audit_seal WHERE org_id = $1 AND seal_number = 1')).toMatchObject([
      { seal_number: 2 },
    ])
    expect(
      await tampered("UPDATE audit_seal SET hash = sha256('x') WHERE org_id = $1 AND seal_number = 2"),
    ).toMatchObject([{ seal_number: 2 }, { seal_number: 3 }])
    expect(await faultsOf(house.cloud.pool, org.orgId)).toEqual([])
  })
})

describe('sealing', () => {
  test('leaves out what a transaction under way has written, and takes it in when that has ended', async () => {
    await sealAll(house, org.orgId)
    const slow = await house.cloud.pool.connect()
    const append = `INSERT INTO audit_entry (org_id, at, procedure, kind, detail) VALUES ($1, now(), 'slow', 'write', '{}')`
    try {
      await slow.query('BEGIN')
      await slow.query(append, [org.orgId])
      await house.call(readNotices, {}, { token: admin.token })
      await seal(house, org.orgId)
      // what began after the slow one waits with it, so that no seal is ever written into again
      expect(await countsOf(house, org.orgId)).toEqual({ entries: 2, sealed: 1 })
      await slow.query(append, [org.orgId])
      await slow.query('COMMIT')
    } finally {
      // closed rather than returned: after a failure it may still be in its transaction
      slow.release(true)
    }
    expect(await faultsOf(house.cloud.pool, org.orgId)).toEqual([])
    await sealAll(house, org.orgId)
    expect(await countsOf(house, org.orgId)).toEqual({ entries: 4, sealed: 4 })
    expect(await faultsOf(house.cloud.pool, org.orgId)).toEqual([])
    expect((await entries()).every(({ isSealed }) => isSealed)).toBe(true)
  })

  test('while many write takes every entry into exactly one seal', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => signedInAs(house, org)))
    const writes = Array.from({ length: 60 }, (_, i) => house.call(readNotices, {}, { token: people[i % 5]?.token }))
    const seals = Array.from({ length: 20 }, async (_, i) => {
      await new Promise((resolve) => setTimeout(resolve, i * 5))
      return seal(house, org.orgId)
    })
    await Promise.all([...writes, ...seals])
    await sealAll(house, org.orgId)
    expect(await countsOf(house, org.orgId)).toEqual({ entries: 66, sealed: 66 })
    expect(await faultsOf(house.cloud.pool, org.orgId)).toEqual([])
  })

  test('by four hosts at once takes no entry twice, in any institution', async () => {
    const other = await givenOrg(house)
    const { token } = await signedInAs(house, other)
    for (let round = 0; round < 5; round++) {
      await house.call(readNotices, {}, { token: admin.token })
      await house.call(readNotices, {}, { token })
      await Promise.all([tick(house.cloud), tick(house.cloud), tick(house.cloud), tick(house.cloud)])
    }
    // a transaction that runs anywhere on the server holds back the seals
    await sealAll(house, org.orgId)
    await sealAll(house, other.orgId)
    expect(await countsOf(house, org.orgId)).toEqual({ entries: 6, sealed: 6 })
    const { rows } = await house.cloud.pool.query(
      'SELECT sum(entries)::int AS sealed FROM audit_seal WHERE org_id = $1',
      [other.orgId],
    )
    expect(rows[0].sealed).toBeGreaterThan(0)
    expect(await faultsOf(house.cloud.pool, org.orgId)).toEqual([])
    const before = await house.cloud.pool.query('SELECT FROM audit_seal WHERE org_id = $1', [org.orgId])
    await tick(house.cloud)
    const after = await house.cloud.pool.query('SELECT FROM audit_seal WHERE org_id = $1', [org.orgId])
    expect(after.rowCount).toBe(before.rowCount)
  })
})

test('npm run audit:verify says that the log is whole, or which seal is broken, and leaves with 1 then', async () => {
  await house.call(readNotices, {}, { token: admin.token })
  await sealAll(house, org.orgId)
  const { rows } = await house.cloud.pool.query('SELECT count(*) AS seals FROM audit_seal WHERE org_id = $1', [
    org.orgId,
  ])
  const whole = await runScript(house, 'audit-verify')
  expect([whole.code, whole.complained]).toEqual([0, ''])
  const state = new RegExp(`test-${org.orgId}.完好.封条 ${rows[0].seals} 个.已封存 2 条.待封存 0 条`)
  expect(whole.printed).toMatch(state)
  const client = await house.cloud.pool.connect()
  await client.query('SET session_replication_role = replica')
  await client.query("UPDATE audit_entry SET detail = '{}' WHERE org_id = $1 AND procedure = 'people.signIn'", [
    org.orgId,
  ])
  await client.query('SET session_replication_role = DEFAULT')
  client.release()
  const broken = await runScript(house, 'audit-verify')
  expect(broken.code).toBe(1)
  expect(broken.printed).toMatch(new RegExp(`test-${org.orgId}.已被改动`))
  expect(broken.printed).toMatch(/第 1 号封条不符.其中有记录被改动/)
})
