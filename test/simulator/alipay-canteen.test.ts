import { listMyRatings } from '../../contract/canteen-ratings'
import { type CanteenWorld, canteenWorld } from './canteen-world'
import { byLabel } from './matching'

let world: CanteenWorld

beforeAll(async () => {
  world = await canteenWorld()
})
afterAll(() => world?.end())

test('Alipay: from home to the menu in one tap, to a rating in three, within the limits', async () => {
  const { storage, token } = await world.diner('林晓雨')
  const app = await world.openAlipay(storage)
  expect(app.setDataLog.firstScreen('pages/home')).toBeLessThan(16_384)
  await app.page.tap('食堂菜单')
  expect(app.page.path).toBe('features/canteen/menu')
  expect(app.page.text()).toContain('含 小麦、花生、大豆')
  expect(app.setDataLog.firstScreen('features/canteen/menu')).toBeLessThan(16_384)
  await app.back()

  await app.page.tap('今天的午餐怎么样？')
  await app.page.tap(app.page.all(byLabel('5 星'))[0] ?? '')
  await app.page.tap('提交')
  expect(app.page.text()).toContain('✓ 谢谢，已评 5 星')
  const { value } = await world.cloud.call(listMyRatings, {}, { token })
  expect(value?.items).toMatchObject([{ stars: 5, day: '2026-11-23' }])
})

test('Alipay: 忌口 marks dishes in words and stays on the phone', async () => {
  const { storage } = await world.person('王静')
  world.sent.length = 0
  const app = await world.openAlipay(storage, 'features/canteen/avoid')
  await app.page.tap('花生')
  await app.page.tap('去看菜单')
  expect(app.page.all('.ml-mark')[0]?.text).toBe('✕ 含花生')
  expect(app.page.all('.ml-mark')[1]?.text).toBe('？ 未确认：花生')
  expect(world.sent.filter(({ body }) => body.includes('peanuts'))).toEqual([])
})
