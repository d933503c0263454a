import type { Browser } from 'playwright-core'
import { listMyBookings } from '../../contract/booking'
import { renewDoorCode } from '../../contract/booking-door'
import { launchChromium } from '../support/chromium'
import { openH5 } from '../support/visit'
import { get, givenRoomFor, givenVisitor } from '../support/visitors'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

test('a door’s code opened signed out asks to sign in and then shows that room', async () => {
  const visitor = await givenVisitor()
  const room = await givenRoomFor([visitor])
  const { page, top, end } = await openH5(browser)
  await page.goto(`/r/${room.doorToken}`)
  await top.getByRole('button', { name: /^另一位职工/ }).tap()
  await top.getByText(room.name).waitFor()
  expect(page.url()).toContain(`door?token=${room.doorToken}`)
  await end()
})

test('who goes back from signing in is told what signing in would bring', async () => {
  const visitor = await givenVisitor()
  const room = await givenRoomFor([visitor])
  const { page, top, picture, end } = await openH5(browser)
  await page.goto(`/r/${room.doorToken}`)
  await top.getByRole('button', { name: /^职工/ }).waitFor()
  await page.goBack()
  await top.getByText('登录后可以看到这间会议室').waitFor()
  await picture('h5-door-signed-out')
  await top.getByRole('button', { name: '登录', exact: true }).tap()
  await top.getByRole('button', { name: /^职工/ }).waitFor()
  await end()
})

test('at the door the room is taken with one tap', async () => {
  const visitor = await givenVisitor()
  const room = await givenRoomFor([visitor])
  const { page, top, picture, end } = await openH5(browser, { as: visitor })
  await page.goto(`/r/${room.doorToken}`)
  await top.getByText('现在空闲').waitFor()
  await picture('h5-door')
  await top.getByRole('button', { name: /^就用这间/ }).tap()
  await top.getByText('预订成功').waitFor()
  const { items } = await get(listMyBookings, {}, visitor.token)
  expect(items).toMatchObject([{ roomId: room.roomId }])
  await end()
})

test('the six characters below the code open the room as well, in any case', async () => {
  const visitor = await givenVisitor()
  const room = await givenRoomFor([visitor])
  const { top, end } = await openH5(browser, { as: visitor })
  await top.getByRole('button', { name: '输入房间码' }).tap()
  const field = top.getByRole('textbox', { name: '房间码' })
  await field.fill('12')
  await top.getByRole('button', { name: '打开' }).tap()
  await top.getByText('六位字符，请核对').waitFor()
  await field.fill(room.humanCode.toLowerCase())
  await top.getByRole('button', { name: '打开' }).tap()
  await top.getByText('现在空闲').waitFor()
  expect(await top.getByText(room.name).count()).toBe(1)
  await end()
})

test('a code that was replaced explains itself and leads on', async () => {
  const steward = await givenVisitor(['steward'])
  const room = await givenRoomFor([steward])
  await get(renewDoorCode, { roomId: room.roomId }, steward.token)
  const { page, top, picture, end } = await openH5(browser, { as: steward })
  await page.goto(`/r/${room.doorToken}`)
  await top.getByText('这张码已经停用').waitFor()
  await picture('h5-door-void')
  await top.getByRole('button', { name: '按名字找地点' }).tap()
  await top.getByRole('button', { name: '输入码上的六位字符' }).waitFor()
  await end()
})

test('half a code says so in a sentence', async () => {
  const { page, end } = await openH5(browser)
  await page.goto('/r/abc')
  expect(await page.locator('body').innerText()).toContain('这个房间码不完整')
  await end(/404/)
})
