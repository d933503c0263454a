import type { AppUnderTest } from './app-under-test'
import { openAlipay, openWeapp } from './open-app'

let app: AppUnderTest
beforeAll(async () => {
  await openWeapp({ dist: 'test/simulator/fixture/weapp' }) // another package in the same process must not disturb
  app = await openAlipay({ dist: 'test/simulator/fixture/alipay' })
})

test('a template may call itself, and a template script is used', () => {
  expect(app.page.all('.branch').map((branch) => branch.id)).toEqual(['a', 'b', 'c'])
  expect(app.page.text('.branch .branch .branch')).toBe('c')
  expect(app.page.text('#count')).toBe('1项')
})

test('titles, tabs and pulling down go by the names Alipay has for them', async () => {
  expect(app.page.title).toBe('一棵树')
  await app.page.pullDown()
  expect(app.page.text('#answer')).toBe('刷新了')
  await app.switchTab('我的')
  expect([app.page.text('#mine'), app.page.title]).toEqual(['我的', '样例'])
  await app.switchTab('树')
})

test('an HTTP status of 400 and more is a failure', async () => {
  app.world.script.request = () => ({ data: 'OK' })
  await app.page.tap('询问')
  expect(app.page.text('#answer')).toBe('好 OK')
  app.world.script.request = () => ({ status: 409, data: 'TAKEN' })
  await app.page.tap('询问')
  expect(app.page.text('#answer')).toBe('坏 19 409 TAKEN')
  app.world.setOnline(false)
  await app.page.tap('询问')
  expect(app.page.text('#answer')).toBe('坏 12 undefined undefined')
  app.world.setOnline(true)
})

test('fields, dialogs and storage work in Alipay’s way', async () => {
  await app.page.input('#field', '例会')
  expect(app.page.text('#answer')).toBe('例会')
  app.world.script.modal = () => 'cancel'
  await app.page.tap('确认')
  expect(app.page.text('#answer')).toBe('false')
  await app.page.tap('记住')
  expect(app.page.text('#answer')).toBe('{"one":1}')
})

test('a scanned code arrives when the app comes to the front again', async () => {
  await app.hide()
  await app.show({ query: { qrCode: 'https%3A%2F%2Fhost%2Fr%2Fabc' } })
  await app.page.tap('码')
  expect(app.page.text('#answer')).toBe('https%3A%2F%2Fhost%2Fr%2Fabc')
})
