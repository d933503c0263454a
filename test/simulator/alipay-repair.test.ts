import sharp from 'sharp'
import { getTicket, listMyTickets } from '../../contract/repair'
import { renewPlaceCode } from '../../contract/repair-catalog'
import { writeCategories } from '../../scripts/starter/write-categories'
import { givenPlace } from '../support/given-repair'
import { type BookingWorld, bookingWorld, monday } from './booking-world'
import { openAlipay } from './open-app'

let world: BookingWorld
let photo: string

beforeAll(async () => {
  world = await bookingWorld()
  await writeCategories(world.cloud.cloud.db, world.org.orgId, world.cloud.cloud.clock())
  const jpeg = sharp({ create: { width: 64, height: 48, channels: 3, background: '#2266aa' } }).jpeg()
  photo = (await jpeg.toBuffer()).toString('base64')
})
afterAll(() => world?.end())

test('Alipay: from the printed code to 已提交 in three taps and a photo, and the photo is shown again', async () => {
  const placeId = await givenPlace(world.cloud, world.org, { name: '茶水间' })
  const admin = await world.person('孙管理', ['admin'])
  const { value: code } = await world.cloud.call(renewPlaceCode, { placeId }, { token: admin.token })
  const { storage, token } = await world.person('林晓雨')
  const query = { qrCode: encodeURIComponent(`http://127.0.0.1:8080/r/${code?.codeToken}`) }
  const app = await openAlipay({ request: world.request, storage, now: monday, enter: { query } })
  expect(app.page.path).toBe('features/repair/place')
  app.world.script.photos = () => ['https://resource/drop.image']
  app.world.files.set('https://resource/drop.image', photo)

  await app.page.tap('报修')
  await app.page.tap('漏水、积水')
  await app.page.tap('拍照或选照片')
  await app.page.tap('提交')
  expect(app.page.text()).toContain('已提交')
  const [brief] = (await world.cloud.call(listMyTickets, {}, { token })).value?.items ?? []
  const { value } = await world.cloud.call(getTicket, { ticketId: brief?.ticketId ?? '' }, { token })
  expect(value).toMatchObject({ placeId, channel: 'door', photos: [{ stage: 'report' }] })

  await app.page.tap('查看进度')
  expect(app.page.all('.ui-photo-image')[0]?.attr('src')).toMatch(/^https:\/\/usr\/shown-/)
  await app.page.tap('撤销工单')
  expect(app.page.text()).toContain('已撤销')
})

test('Alipay: 退出登录 leaves no photo on the phone', async () => {
  const placeId = await givenPlace(world.cloud, world.org, { name: '门厅' })
  const { storage } = await world.person('王静')
  const enter = { path: 'features/repair/report', query: { placeId } }
  const app = await openAlipay({ request: world.request, storage, now: monday, enter })
  app.world.script.photos = () => ['https://resource/drop.image']
  await app.page.tap('灯不亮、闪烁')
  await app.page.tap('拍照或选照片')
  expect([...app.world.files.keys()]).toMatchObject([expect.stringMatching(/^https:\/\/usr\/chosen-/)])
  await app.open('/pages/mine', 'reLaunch')
  await app.page.tap('退出登录')
  expect([...app.world.files.keys()]).toEqual([])
})
