import { exportRoster, getPerson, listDepartments, listPeople } from '../contract/people'
import { getMe } from '../contract/people-sign-in'
import { givenOrg, signedInAs } from './support/given'
import { rosterHeader, rosterOffice, rosterRow } from './support/roster-office'
import { csvOf } from './support/sheet-file'
import { startCloud, type TestCloud } from './support/start-cloud'

let test_: TestCloud
beforeAll(async () => {
  test_ = await startCloud()
})
afterAll(() => test_.end())

const office = () => rosterOffice(test_)

describe('importing a roster', () => {
  test('makes the department tree, the sites, pinyin, and is the same when sent again', async () => {
    const { token, write, people, org } = await office()
    const rows = [
      rosterRow('0012', '单雄信', { site: '南院', phone: '+86 138-0000-0012' }),
      rosterRow('0013', '欧阳娜娜', { departmentPath: ['后勤处'], duties: ['steward', 'proxy'] }),
      rosterRow('0014', '王芳', { departmentPath: [] }),
    ]
    expect((await write(rows)).value).toEqual({ added: 3, changed: 0, same: 0, left: 0 })
    expect((await write(rows)).value).toEqual({ added: 0, changed: 0, same: 3, left: 0 })
    expect(await people()).toMatchObject([
      { name: '单雄信', departmentPath: ['后勤处', '维修班'], site: '南院', phone: '138****0012' },
      { name: '欧阳娜娜', departmentPath: ['后勤处'], duties: ['proxy', 'steward'] },
      { name: '王芳', departmentPath: ['未分部门'] },
      { name: '管理员' },
    ])
    const found = await test_.call(listPeople, { query: 'shanxx' }, { token })
    expect(found.value?.items).toEqual([])
    expect((await test_.call(listPeople, { query: 'sxx' }, { token })).value?.items).toMatchObject([{ name: '单雄信' }])
    const { value } = await test_.call(listDepartments, {}, { token })
    expect(value?.departments.find(({ name }) => name === '维修班')).toMatchObject({
      path: ['后勤处', '维修班'],
      people: 1,
    })
    const sites = await test_.cloud.db.selectFrom('site').select('name').where('orgId', '=', org.orgId).execute()
    expect(sites.map(({ name }) => name).sort()).toEqual(['南院', '本部'])
  })

  test('what a row leaves empty stays: phone, note, department, and duties above all', async () => {
    const { write, people } = await office()
    await write([
      rosterRow('0012', '张伟', { phone: '13800000012', note: '组长', duties: ['technician'], office: '301' }),
    ])
    expect((await write([rosterRow('0012', '张伟', { departmentPath: [] })])).value).toMatchObject({
      same: 1,
      changed: 0,
    })
    expect((await write([rosterRow('d12', '小写')])).value).toMatchObject({ added: 1 })
    expect((await write([rosterRow('D12', '小写')])).value).toMatchObject({ same: 1 })
    const [first] = await people()
    expect(first).toMatchObject({
      departmentPath: ['后勤处', '维修班'],
      note: '组长',
      duties: ['technician'],
      office: '301',
    })
  })

  test('is all or nothing', async () => {
    const { write, people } = await office()
    const answered = await write([
      rosterRow('0012', '张伟'),
      rosterRow('0013', '王芳'),
      rosterRow('００１２', '李强', { line: 9 }),
    ])
    expect(answered).toMatchObject({ refusal: 'DOUBLED_STAFF_NUMBER', detail: { staffNumbers: ['００１２'] } })
    expect(await people()).toHaveLength(1)
  })

  test('the same rows at once under two keys are written once', async () => {
    const { write } = await office()
    const rows = Array.from({ length: 300 }, (_, i) =>
      rosterRow(`T${i}`, '张伟', { departmentPath: [`部门${i % 20}`, `科室${i}`] }),
    )
    const answers = await Promise.all([write(rows), write(rows), write(rows)])
    const values = answers.map(({ value }) => value).sort((a, b) => (b?.added ?? 0) - (a?.added ?? 0))
    expect(values).toEqual([
      { added: 300, changed: 0, same: 0, left: 0 },
      { added: 0, changed: 0, same: 300, left: 0 },
      { added: 0, changed: 0, same: 300, left: 0 },
    ])
  })

  test('somebody who left is out at once, whether a row or the list of the missing says so', async () => {
    const { write, org } = await office()
    const byRow = await signedInAs(test_, org, [], { staffNumber: 'L1', name: '张伟' })
    const byList = await signedInAs(test_, org, [], { staffNumber: 'L2', name: '王芳' })
    const stays = await signedInAs(test_, org, [], { staffNumber: 'L3', name: '李强' })
    const others = await signedInAs(test_, await givenOrg(test_), [], { name: '外人' })
    const answered = await write(
      [rosterRow('L1', '张伟', { status: 'left' }), rosterRow('L3', '李强')],
      [byList.personId, others.personId, stays.personId],
    )
    expect(answered.value).toEqual({ added: 0, changed: 2, same: 0, left: 1 })
    const statuses = await Promise.all(
      [byRow, byList, stays, others].map(({ token }) => test_.call(getMe, {}, { token })),
    )
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 200, 200])
    const sessions = await test_.cloud.db
      .selectFrom('session')
      .select('personId')
      .where('personId', 'in', [byRow.personId, byList.personId])
      .execute()
    expect(sessions).toEqual([])
  })

  test('the last administrator cannot be imported away', async () => {
    const { write, personId, token, people } = await office()
    const lost = [
      await write([rosterRow('ADMIN', '管理员', { status: 'left' })]),
      await write([rosterRow('ADMIN', '管理员', { duties: ['proxy'] })]),
      await write([rosterRow('0012', '张伟')], [personId]),
    ]
    expect(lost.map(({ refusal }) => refusal)).toEqual(['LAST_ADMIN', 'LAST_ADMIN', 'LAST_ADMIN'])
    expect(await people()).toHaveLength(1)
    const handed = await write([
      rosterRow('ADMIN', '管理员', { duties: ['proxy'] }),
      rosterRow('0012', '张伟', { duties: ['admin'] }),
    ])
    expect(handed.value).toMatchObject({ added: 1, changed: 1 })
    expect((await test_.call(getPerson, { personId }, { token })).status).toBe(403)
  })

  test('20,000 people are read and written', async () => {
    const { preview, write } = await office()
    const people = Array.from({ length: 20_000 }, (_, i) => [
      String(i).padStart(6, '0'),
      `欧阳${i}`,
      `部门${i % 40}`,
      `科室${i % 300}`,
      `138${String(i).padStart(8, '0')}`,
      '',
    ])
    const { rows } = await preview(csvOf([rosterHeader, ...people]), 'a.csv')
    expect((await write(rows)).value).toMatchObject({ added: 20_000 })
    expect((await write(rows)).value).toMatchObject({ same: 20_000 })
  })
})

test('an exported roster imports again as the same, formulas in names included', async () => {
  const { token, write, preview } = await office()
  await write([
    rosterRow('0012', '=1+1', {
      status: 'onLeave',
      duties: ['kitchen', 'admin'],
      site: '南院',
      kind: '在编',
      office: '+301',
      note: '产假',
    }),
    rosterRow('0013', '张伟', { status: 'left', phone: '0371-65500000', note: '已返岗' }),
  ])
  const exported = await test_.call(exportRoster, {}, { token })
  expect(exported.value?.fileName).toMatch(/花名册 \d{4}-\d\d-\d\d\.xlsx$/)
  const read = await preview(Buffer.from(exported.value?.content ?? '', 'base64'))
  expect(read.counts).toEqual({ new: 0, changed: 0, same: 3, missing: 0, errors: 0 })
  expect(read.remarks).toEqual([])
})
