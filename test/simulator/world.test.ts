import { expectConsoleError } from './console-watch'
import { openWeapp } from './open-app'

const dist = 'test/simulator/fixture/weapp'
const form = { path: 'pages/form/form' }
const about = { path: 'pages/about/about' }

test('a request is answered by the script, and any status is an answer', async () => {
  const app = await openWeapp({
    dist,
    enter: form,
    request: ({ method, path, data }) => ({ status: 409, data: { method, path, data } }),
  })
  await app.page.tap('询问')
  const echoed = { method: 'POST', path: '/api/booking.find', data: { room: 0 } }
  expect(app.page.text('#answer')).toBe(`409 ${JSON.stringify(echoed)}`)
})

test('an unscripted request fails, and a lost network too', async () => {
  const app = await openWeapp({ dist, enter: form })
  await app.page.tap('询问')
  expect(app.page.text('#answer')).toContain('the test scripts no answer to POST /api/booking.find')
  app.world.setOnline(false)
  await app.page.tap('询问')
  expect(app.page.text('#answer')).toContain('DISCONNECTED')
})

test('an answer can be held back, and dies with a hidden app', async () => {
  const app = await openWeapp({ dist, enter: form, request: () => ({ data: '好' }) })
  const release = app.world.hold('booking.find')
  await app.page.tap('询问')
  expect(app.page.text('#answer')).toBe('')
  await app.hide({ interrupts: true })
  expect(app.page.text('#answer')).toBe('request:fail interrupted')
  await app.show()
  await app.page.tap('询问')
  release()
  await app.settle()
  expect(app.page.text('#answer')).toBe('200 "好"')
})

test('cloud functions answer, or fail in their own way', async () => {
  const app = await openWeapp({ dist, enter: form, cloud: (name, data) => ({ name, data }) })
  await app.page.tap('问云')
  expect(app.page.text('#answer')).toBe('{"name":"api","data":{"procedure":"x"}}')
  app.world.script.cloud = () => Promise.reject(new Error('timeout'))
  await app.page.tap('问云')
  expect(app.page.text('#answer')).toBe('cloud.callFunction:fail timeout')
})

test('the person answers dialogs', async () => {
  const app = await openWeapp({ dist, enter: form, script: { modal: () => 'cancel' } })
  await app.page.tap('删除')
  expect(app.page.text('#answer')).toBe('保留')
  app.world.script.modal = ({ title }) => (title === '删除？' ? 'confirm' : 'cancel')
  await app.page.tap('删除')
  expect(app.page.text('#answer')).toBe('已删除')
  expect(app.world.callsOf('showModal')).toHaveLength(2)
})

test('a subscription is asked for only straight out of a tap', async () => {
  const app = await openWeapp({ dist, enter: about, script: { subscribe: (id) => (id === 'a' ? 'accept' : 'reject') } })
  await app.page.tap('马上订阅')
  expect(app.page.text('#state')).toContain('"a":"accept","b":"reject"')
  await app.page.tap('过后订阅')
  expect(app.page.text('#state')).toContain('can only be invoked by user TAP gesture')
})

test('personal data waits for consent', async () => {
  const script = { privacy: () => 'disagree' as const, photos: () => ['wxfile://1.jpg'] }
  const app = await openWeapp({ dist, enter: about, needsPrivacy: true, script })
  await app.page.tap('选照片')
  expect(app.page.text('#state')).toContain('privacy permission is not authorized')
  app.world.script.privacy = () => 'agree'
  await app.page.tap('选照片')
  expect(app.page.text('#state')).toBe('chooseMedia:ok')
})

test('time passes when the test says so', async () => {
  const app = await openWeapp({ dist, enter: about, now: '2026-11-21T09:00:00+08:00' })
  await app.page.tap('今天')
  expect(app.page.text('#state')).toMatch(/^2026-11-21T01:00:0/)
  await app.page.tap('数秒')
  await app.elapse(3000)
  expect(app.page.text('#seconds')).toBe('3')
  expect(app.clock.running.intervals).toBe(1)
  await app.open('/pages/list/list', 'reLaunch')
  expect(app.clock.running.intervals).toBe(0)
})

test('a script finds what a phone has, and nothing of a browser', async () => {
  const app = await openWeapp({ dist, enter: about, missing: ['addPhoneCalendar'] })
  await app.page.tap('环境')
  expect(app.page.text('#state')).toBe('undefined,undefined,undefined,object')
  await app.page.tap('日历')
  expect(app.page.text('#state')).toBe('false')
})

test('an expected console.error is allowed', () => {
  expectConsoleError(/known/)
  console.error('a known complaint')
})
