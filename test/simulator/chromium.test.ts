/** @jest-environment node */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openPhone, type Phone } from './chromium'

let cloud: Server
let phone: Phone
const asked: unknown[] = []

beforeAll(async () => {
  cloud = createServer((request, response) => {
    asked.push([request.method, request.url])
    response.writeHead(201, { 'content-type': 'application/json' }).end('{"value":"真的"}')
  })
  await new Promise<void>((done) => cloud.listen(0, '127.0.0.1', done))
  const base = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}`
  phone = await openPhone({ dist: 'test/simulator/fixture/weapp', base })
})

afterAll(async () => {
  await phone?.close()
  cloud.close()
})

test('a page is tapped, filled in and answered in a real browser', async () => {
  const { page } = phone
  await page.tap('text=倒序')
  expect(await page.locator('.row').allTextContents()).toEqual(['第5行', '第4行', '第3行', '第2行', '第1行'])
  await page.tap('text=填表')
  await page.fill('#title input', '季度例会')
  await page.tap('#tea')
  await page.tap('#room')
  await page.click('text=二号厅')
  await page.click('.wx-picker-ok')
  await page.tap('text=提交')
  await page.waitForSelector('#answer:has-text("季度例会")')
  expect(JSON.parse((await page.textContent('#answer')) ?? '')).toMatchObject({ title: '季度例会', room: 1, tea: true })
  await page.tap('text=询问')
  await page.waitForSelector('#answer:has-text("201")')
  expect(await page.textContent('#answer')).toBe('201 {"value":"真的"}')
  expect(asked).toEqual([['POST', '/api/booking.find']])
  await page.click('.phone-back')
  expect(await phone.path()).toBe('pages/list/list')
})

test('a page is opened by its url, drawn with its styles and photographed', async () => {
  await phone.open('/parts/detail/detail?id=3')
  expect(await phone.path()).toBe('parts/detail/detail')
  await phone.page.waitForSelector('.phone-title:has-text("第3号")')
  await phone.open('')
  const padding = await phone.page
    .locator('.row')
    .first()
    .evaluate((row) => getComputedStyle(row).padding)
  expect(padding).toBe('10px')
  expect(await phone.screenshot('simulator-fixture')).toMatch(/\.screens\/simulator-fixture\.png$/)
  expect(phone.errors).toEqual([])
})
