import { signInByLink } from '../contract/people-sign-in'
import { givenOrg, givenPerson } from './support/given'
import { runScript } from './support/run-script'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud

beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

test('npm run sign-in-link prints a link for the phone page and the console that signs in once', async () => {
  const org = await givenOrg(house)
  const { personId } = await givenPerson(house, org, { name: '赵管理', staffNumber: 'Z01', duties: ['admin'] })
  const { code, printed, complained } = await runScript(house, 'sign-in-link', 'z01')
  expect([code, complained]).toEqual([0, ''])
  expect(printed).toMatch(/测试研究院 赵管理.Z01./)
  const [, onPhone] = /https:\/\/guanjia\.example\.cn\/#\/features\/people\/sign-in\?link=(\S+)/.exec(printed) ?? []
  const [, inConsole] = /https:\/\/guanjia\.example\.cn\/console\/\?link=(\S+)/.exec(printed) ?? []
  expect(onPhone).toBe(inConsole)
  const link = onPhone ?? ''
  expect(encodeURIComponent(link)).toBe(link)
  const entered = await house.call(signInByLink, { link, client: 'console' })
  expect(entered.value?.me).toMatchObject({ personId, duties: ['staff', 'admin'] })
  expect(await house.call(signInByLink, { link, client: 'console' })).toMatchObject({ refusal: 'LINK_INVALID' })
})

test('npm run sign-in-link asks for the institution when two have that staff number, and says when nobody has', async () => {
  const [one, other] = [await givenOrg(house, '甲院'), await givenOrg(house, '乙院')]
  for (const org of [one, other]) await givenPerson(house, org, { staffNumber: 'BOTH' })
  const which = await runScript(house, 'sign-in-link', 'BOTH')
  expect(which.code).toBe(1)
  expect(which.complained).toMatch(new RegExp(`test-${one.orgId}.甲院`))
  expect(which.complained).toMatch(new RegExp(`test-${other.orgId}.乙院`))
  expect((await runScript(house, 'sign-in-link', 'BOTH', `test-${other.orgId}`)).printed).toContain('乙院')
  const nobody = await runScript(house, 'sign-in-link', 'NOBODY')
  expect([nobody.code, nobody.printed]).toEqual([1, ''])
  expect(nobody.complained).toContain('没有工号为 NOBODY 的在职人员')
  expect((await runScript(house, 'sign-in-link')).complained).toContain('用法')
})
