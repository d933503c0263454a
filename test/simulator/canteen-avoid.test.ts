import { type CanteenWorld, canteenWorld } from './canteen-world'
import { atFirst, taps } from './repair-world'

let world: CanteenWorld
const [menu, avoid] = ['features/canteen/menu', 'features/canteen/avoid']

beforeAll(async () => {
  world = await canteenWorld()
})
afterAll(() => world?.end())

test('忌口 marks every dish in words, is kept over restarts, and never leaves the phone', async () => {
  const { storage } = await world.diner('林晓雨')
  world.sent.length = 0
  const first = await world.open(storage, avoid)
  expect(first.page.text()).toContain('忌口只留在这台手机上，不会上传')
  const { tap } = taps(first)
  await tap('花生')
  await tap('乳类')
  await tap('清真')
  expect(first.page.has('✓ 花生')).toBe(true)
  first.close()

  const app = await world.open(first.world.storage, menu)
  expect(app.setDataLog.firstScreen(menu)).toBeLessThanOrEqual(atFirst)
  const marks = app.page.all('.ml').map((line) => [line.all('.ml-name')[0]?.text, line.all('.ml-mark')[0]?.text])
  expect(marks.slice(0, 3)).toEqual([
    ['宫保鸡丁', '✕ 含花生；没有标明清真'],
    ['红烧肉', '✕ 不是清真；未确认：花生、乳类'],
    ['清炒时蔬', '？ 没有标明清真'],
  ])
  await taps(app).tap('只看适合我的')
  expect(app.page.text()).toContain('藏起 3 道')
  expect(app.page.all('.ml-name').map(({ text }) => text)).not.toContain('宫保鸡丁')
  // what is not confirmed stays, with its mark
  expect(app.page.all('.ml-name').map(({ text }) => text)).toContain('清炒时蔬')

  await app.page.tap('清炒时蔬')
  expect(app.page.text()).toContain('？ 没有标明清真')
  await app.open('/features/canteen/dishes')
  await app.open('/features/canteen/rate')
  await app.open('/pages/home', 'reLaunch')
  expect(world.sent.length).toBeGreaterThan(5)
  const told = world.sent.filter(({ path, body }) => /peanuts|milk|halal|avoid|花生|清真/.test(path + body))
  expect(told).toEqual([])
})

test('nothing found is grey and says so: there is no green tick', async () => {
  const { storage } = await world.person('王静')
  const first = await world.open(storage, avoid)
  await first.page.tap('花生')
  const app = await world.open(first.world.storage, menu)
  const mark = app.page.all('.ml-mark')[2]
  expect(mark?.text).toBe('○ 未发现忌口')
  expect(mark?.classes).toContain('ml-grey')
  expect(app.page.text()).not.toContain('✓')
})

test('the second level: who avoids walnuts alone is not told that every nut is theirs', async () => {
  const { storage } = await world.person('周敏')
  const app = await world.open(storage, avoid)
  await app.page.all('switch')[0]?.change(true)
  await taps(app).tap('核桃')
  await app.page.tap('去看菜单')
  expect(app.page.all('.ml-mark').map(({ text }) => text)).not.toContain('✕ 含核桃')
  expect(app.page.all('.ml-mark')[1]?.text).toBe('？ 未确认：核桃')
})

test('works signed out; 清空 empties it; 退出登录 leaves none of it, and somebody else does not see it', async () => {
  const stranger = await world.open([], avoid)
  await stranger.page.tap('花生')
  expect(stranger.page.has('✓ 花生')).toBe(true)
  await stranger.page.tap('清空我的忌口')
  expect(stranger.page.has('✓ 花生')).toBe(false)

  const { storage } = await world.person('赵磊')
  const other = await world.person('吴昊')
  const app = await world.open(storage, avoid)
  await app.page.tap('鱼类')
  const shared = new Map(app.world.storage)
  for (const [key, value] of other.storage) shared.set(key, value)
  const theirs = await world.open(shared, avoid)
  expect(theirs.page.has('✓ 鱼类')).toBe(false)

  await app.open('/pages/mine', 'reLaunch')
  await app.page.tap('退出登录')
  expect(JSON.stringify([...app.world.storage])).not.toContain('fish')
  await app.open('/features/canteen/avoid')
  expect(app.page.has('✓ 鱼类')).toBe(false)
})
