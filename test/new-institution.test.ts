import { listSpecialDays, savePlace } from '../contract/booking-rooms'
import { publicHolidays } from '../contract/holidays'
import { listDepartments, listPeople } from '../contract/people'
import { signInByLink } from '../contract/people-sign-in'
import { listCategories } from '../contract/repair-catalog'
import { givenOrg } from './support/given'
import { runScript } from './support/run-script'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud

beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

async function countOrgs(): Promise<number> {
  const { rows } = await house.cloud.pool.query<{ n: number }>('SELECT count(*) AS n FROM org')
  return rows[0]?.n ?? Number.NaN
}

test('npm run new:institution makes an institution whose first administrator can go to work', async () => {
  await givenOrg(house, '早先的单位')
  const made = await runScript(house, 'new-institution', 'linjiang', '临江 研究所', 'a001', '单晓峰')
  expect([made.code, made.complained]).toEqual([0, ''])
  const [, next = ''] = /npm run sign-in-link -- (.+)/.exec(made.printed) ?? []
  expect(next).toBe('A001 linjiang')

  const { printed } = await runScript(house, 'sign-in-link', ...next.split(' '))
  const link = /console\/\?link=(\S+)/.exec(printed)?.[1] ?? ''
  const { value: session } = await house.call(signInByLink, { link, client: 'console' })
  expect(session?.me).toMatchObject({
    name: '单晓峰',
    departmentPath: ['临江 研究所'],
    duties: ['staff', 'admin'],
    institution: { slug: 'linjiang', name: '临江 研究所', zone: '+08:00' },
  })

  const by = { token: session?.token }
  const days = await house.call(listSpecialDays, { year: 2026 }, by)
  expect(days.value?.specialDays).toHaveLength(publicHolidays.filter(({ day }) => day.startsWith('2026')).length)
  const tree = (await house.call(listCategories, {}, by)).value?.categories ?? []
  expect(new Set(tree.map(({ kind }) => kind)).size).toBe(4)
  const network = tree.find(({ name }) => name === '网络不通')
  expect(network?.limits.normal.resolve).toEqual({ clock: 'service', minutes: 60 })
  expect(tree.find(({ categoryId }) => categoryId === network?.parentId)?.name).toBe('网络与办公设备')
  expect((await house.call(listDepartments, {}, by)).value?.departments).toHaveLength(1)
  expect((await house.call(savePlace, { kind: 'site', name: '本部' }, by)).value?.name).toBe('本部')
  // found as people type a surname with a reading of its own
  expect((await house.call(listPeople, { query: 'shanxiaofeng' }, by)).value?.total).toBe(1)
})

test('npm run new:institution makes nothing twice and nothing by halves', async () => {
  await runScript(house, 'new-institution', 'once', '一所', '1', '甲')
  const before = await countOrgs()
  const again = await runScript(house, 'new-institution', 'once', '二所', '2', '乙')
  expect([again.code, again.printed]).toEqual([1, ''])
  expect(again.complained).toContain('单位代号 once 已经有了')
  expect(await countOrgs()).toBe(before)
})

test.each([
  ['no words', [], '用法'],
  ['a word too many', ['a-b', '甲院', '1', '甲', '乙'], '用法'],
  ['a slug in Chinese', ['甲院', '甲院', '1', '甲'], '单位代号须为'],
  ['a staff number with a space alone', ['jia', '甲院', ' ', '甲'], '不能作工号'],
  ['a name nobody can see', ['jia', '\u200b', '1', '甲'], '单位名称须为'],
])('npm run new:institution refuses %s with a sentence', async (_what, words, sentence) => {
  const before = await countOrgs()
  const refused = await runScript(house, 'new-institution', ...words)
  expect([refused.code, refused.printed]).toEqual([1, ''])
  expect(refused.complained).toContain(sentence)
  expect(await countOrgs()).toBe(before)
})
