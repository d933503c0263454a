import { invitePerson } from '../../contract/people-sign-in'
import { startDatabaseServer } from '../support/database-server'
import { givenOrg, givenPerson, signedInAs } from '../support/given'
import { startCloud, type TestCloud } from '../support/start-cloud'
import { answeredBy } from './answered-by'
import { openAlipay } from './open-app'

let cloud: TestCloud
let endDatabase: () => Promise<void>

beforeAll(async () => {
  const { server, end } = await startDatabaseServer()
  endDatabase = end
  process.env.TEST_DATABASE = JSON.stringify(server.address('postgres'))
  cloud = await startCloud({
    accounts: { alipaySubject: async (code) => `subject of ${code}`, verifiedPhone: async () => undefined },
  })
})

afterAll(async () => {
  await cloud?.end()
  await endDatabase?.()
})

test('from the compiled package to the database: an invited person binds the account, is greeted, and stays signed in', async () => {
  const org = await givenOrg(cloud)
  const invited = await givenPerson(cloud, org, { name: '沈知秋', staffNumber: 'A10023' })
  const { token } = await signedInAs(cloud, org, ['admin'])
  const { value } = await cloud.call(invitePerson, { personId: invited.personId }, { token })
  const request = answeredBy(cloud)

  const app = await openAlipay({ request })
  await app.page.tap('登录')
  await app.page.tap('用支付宝登录')
  expect(app.page.path).toBe('features/people/bind')
  await app.page.tap('邀请码')
  const [staffNumber, code] = app.page.all('input')
  await staffNumber?.input('A10023')
  await code?.input('WRONG-1')
  await app.page.tap('绑定并登录')
  expect(app.page.text()).toContain('工号与邀请码不相符')
  await code?.input(value?.invitationCode ?? '')
  await app.page.tap('绑定并登录')
  expect(app.page.path).toBe('pages/home')
  expect(app.page.text()).toContain('沈知秋')

  const later = await openAlipay({ request, storage: app.world.storage })
  expect(later.page.text()).toContain('沈知秋')
  expect(later.world.callsOf('getAuthCode')).toEqual([])
})
