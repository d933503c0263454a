import { listMyRatings } from '../../contract/canteen-ratings'
import { type CanteenWorld, canteenWorld } from './canteen-world'
import { byLabel, byPlaceholder, byText } from './matching'
import { atFirst, taps } from './repair-world'

let world: CanteenWorld
const menu = 'features/canteen/menu'

beforeAll(async () => {
  world = await canteenWorld()
})
afterAll(() => world?.end())

const ratingsOf = async (token: string) => (await world.cloud.call(listMyRatings, {}, { token })).value?.items ?? []

describe('from home', () => {
  test('one tap opens the menu of what is being served, from one call and within the limits', async () => {
    const { storage } = await world.person('林晓雨')
    const app = await world.open(storage)
    expect(app.setDataLog.firstScreen('pages/home')).toBeLessThanOrEqual(atFirst)
    world.sent.length = 0
    const { tap, count } = taps(app)
    await tap('食堂菜单')
    expect(count()).toBe(1)
    expect(app.page.path).toBe(menu)
    expect(world.sent.map(({ path }) => path)).toEqual(['/api/canteen.getMenuWeek'])
    expect(app.page.text()).toContain('午餐 11:20–13:00')
    expect(
      app.page
        .all('.ml-window')
        .map(({ text }) => text)
        .filter(Boolean),
    ).toEqual(['热菜'])
    expect(
      app.page
        .all('.ml-name')
        .map(({ text }) => text)
        .slice(0, 3),
    ).toEqual(['宫保鸡丁', '红烧肉', '清炒时蔬'])
    expect(app.page.all('.ml-price')[0]?.text).toBe('12 元')
    expect(app.page.text()).toContain('含 小麦、花生、大豆')
    // what nobody has confirmed is said, too
    expect(app.page.text()).toContain('含 小麦、大豆、猪肉；另 6 类未确认')
    expect(app.page.text()).toContain('过敏原以窗口公示为准')
    expect(app.page.text()).toContain('最近更改 今天 周一 12:30')
    const { nodes, depth, children } = app.page.measure()
    expect(nodes).toBeLessThan(1000)
    expect(depth).toBeLessThan(30)
    expect(children).toBeLessThan(60)
    await app.page.reachBottom()
    expect(app.page.all('.ml-name')).toHaveLength(12)
    expect(
      app.page
        .all('.ml-window')
        .map(({ text }) => text)
        .filter(Boolean),
    ).toEqual(['热菜', '面点与汤'])
  })

  test('a lunch is rated in three taps; two quick taps rate it once', async () => {
    const { storage, token } = await world.diner('王静')
    const app = await world.open(storage)
    const { tap, count } = taps(app)
    await tap('今天的午餐怎么样？')
    await tap(app.page.all(byLabel('4 星'))[0] ?? '')
    expect(count()).toBe(2)
    await app.page.doubleTap('提交')
    expect(app.page.text()).toContain('✓ 谢谢，已评 4 星')
    const rated = await ratingsOf(token)
    expect(rated).toMatchObject([{ stars: 4, day: '2026-11-23', meal: 'lunch' }])
    // the next dish is there already
    await tap(app.page.all(byLabel('2 星'))[0] ?? '')
    await tap('分量')
    await app.page.input(byPlaceholder(/可不填/), '肉有点少')
    await tap('提交')
    expect(await ratingsOf(token)).toHaveLength(2)
    expect((await ratingsOf(token)).find(({ stars }) => stars === 2)).toMatchObject({
      chips: ['portion'],
      words: '肉有点少',
    })
  })

  test('吃不吃 is one tap, says until when, and can be taken back', async () => {
    const { storage } = await world.person('周敏')
    const app = await world.open(storage)
    expect(app.page.text()).toContain('今天晚餐，吃不吃？')
    expect(app.page.text()).toContain('今天 周一 15:00 前可改')
    const { tap } = taps(app)
    await tap('吃半份')
    expect(app.page.has('✓ 吃半份')).toBe(true)
    await tap('不吃')
    expect(app.page.has('✓ 不吃')).toBe(true)
    await tap('我的用餐')
    expect(app.page.text()).toContain('今天 周一 晚餐不吃')
    await tap('吃')
    expect(app.page.text()).toContain('吃 · 一份')
  })

  test('nothing of a canteen stands there for people who have none', async () => {
    const { storage } = await world.person('外单位')
    const app = await world.open(storage)
    app.world.script.request = async (call) =>
      call.path.endsWith('getMyMeals')
        ? { status: 200, data: { value: { now: '2026-11-23T12:30:00+08:00', toRate: [] } } }
        : world.request(call)
    await app.page.pullDown()
    expect(app.page.has('.home-canteen .ui-card')).toBe(false)
  })
})

describe('the menu', () => {
  test('another day and another meal stay small; closed is one thing, not yet published another', async () => {
    const { storage } = await world.person('赵磊')
    const app = await world.open(storage, menu)
    const { tap } = taps(app)
    await tap('晚餐')
    expect(app.page.all('.ml-name').map(({ text }) => text)).toHaveLength(5)
    await app.page.tap(app.page.all('.ui-day')[1] ?? '')
    expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atFirst)
    expect(app.page.all('.ml-name')[0]?.text).toBe('酸奶')
    await tap(app.page.all('.ui-day')[2] ?? '')
    expect(app.page.text()).toContain('食堂休息（设备检修）')
    await tap(app.page.all('.ui-day')[3] ?? '')
    expect(app.page.text()).toContain('还没有公布，不一定休息')
    await tap(app.page.all('.ui-day')[9] ?? '')
    expect(app.page.text()).toContain('还没有公布')
  })

  test('is there without a network, with its time', async () => {
    const { storage } = await world.person('吴昊')
    const app = await world.open(storage, menu)
    app.world.setOnline(false)
    await app.page.pullDown()
    expect(app.page.text()).toContain('以下内容更新于 今天 周一 12:30')
    expect(app.page.text()).toContain('红烧肉')
  })

  test('a dish tells everything that is known of it, and what is not', async () => {
    const { storage } = await world.person('郑洁')
    const app = await world.open(storage, menu)
    const { tap } = taps(app)
    await tap('红烧肉')
    expect(app.page.path).toBe('features/canteen/dish')
    const groups = app.page.all('.dish-group').map(({ text }) => text)
    expect(groups[0]).toBe('含有麸质谷物（小麦）、大豆、猪肉')
    expect(groups[1]).toContain('未知，还没有确认甲壳类（虾、蟹）、蛋类')
    expect(app.page.text()).toContain('由食堂确认')
    expect(app.page.text()).toMatch(/还没有人评价|\d+ 人评价/)
    await tap('♡ 收藏，上菜单时告诉我')
    expect(app.page.has('♥ 已收藏')).toBe(true)
    await app.open('/features/canteen/dishes')
    await tap('我的收藏')
    expect(app.page.text()).toContain('红烧肉 ♥')
  })
})

describe('我的用餐 and 食堂当班', () => {
  test('a comment is answered at the window and read by who wrote it; 售罄 is seen on the menu', async () => {
    const diner = await world.diner('冯雪')
    const phone = await world.open(diner.storage, 'features/canteen/rate')
    await phone.page.tap(phone.page.all(byLabel('1 星'))[0] ?? '')
    await phone.page.tap('卫生')
    await phone.page.input(byPlaceholder(/可不填/), '汤里有异物')
    await phone.page.tap('提交')

    const cook = await world.person('蒋师傅', ['kitchen'])
    const app = await world.open(cook.storage)
    const { tap } = taps(app)
    await tap('食堂当班')
    expect(app.page.text()).toContain('人吃')
    await tap(byLabel('清蒸鲈鱼 售罄'))
    expect(app.page.text()).toContain('✓ 已售罄')
    await tap(byText(/^待回复/))
    expect(app.page.text()).toContain('汤里有异物')
    expect(app.page.text()).toContain('要紧')
    expect(app.page.text()).not.toContain('冯雪')
    const mine = app.page.all('.kc').find(({ text }) => text.includes('汤里有异物'))
    await tap(mine?.all('.ui-button')[0] ?? '')
    await app.page.input(byPlaceholder(/说清楚怎么处理/), '已停售并检查，谢谢提醒')
    await tap('发送')
    expect(app.page.text()).not.toContain('汤里有异物')

    await phone.page.tap('看这条评价')
    expect(phone.page.text()).toContain('食堂已回复')
    expect(phone.page.text()).toContain('已停售并检查，谢谢提醒')
    await phone.page.input(byPlaceholder(/回复食堂/), '好的')
    await phone.page.tap('发送')
    expect(phone.page.text()).toContain('我 · 今天 周一')
    await phone.open('/features/canteen/menu')
    expect(phone.page.all('.ml-out')).toHaveLength(1)
  })

  test('a rating is changed and taken back by who wrote it', async () => {
    const { storage, token } = await world.diner('韩梅')
    const app = await world.open(storage, 'features/canteen/rate')
    const { tap } = taps(app)
    await tap(app.page.all(byLabel('3 星'))[0] ?? '')
    await tap('提交')
    await tap('看这条评价')
    await tap('修改评价')
    await tap(byLabel('5 星'))
    await tap('保存修改')
    expect(await ratingsOf(token)).toMatchObject([{ stars: 5 }])
    await app.page.tap('撤回评价')
    expect(await ratingsOf(token)).toEqual([])
  })

  test('what is written survives leaving the page', async () => {
    const { storage, token } = await world.diner('许诺')
    const app = await world.open(storage, 'features/canteen/rate')
    await app.page.tap(app.page.all(byLabel('2 星'))[0] ?? '')
    await app.page.input(byPlaceholder(/可不填/), '汤凉了')
    app.world.script.request = async (call) => {
      const answer = await world.request(call)
      if (call.path.endsWith('rateServing')) throw new Error('no network')
      return answer
    }
    await app.page.tap('提交')
    expect(app.page.text()).toContain('网络不通，请检查网络后重试')
    app.close()
    const next = await world.open(app.world.storage, 'features/canteen/rate')
    // the cloud has it: what stands there is the next dish
    expect(await ratingsOf(token)).toMatchObject([{ stars: 2, words: '汤凉了' }])
    expect(next.page.has('提交')).toBe(false)
  })
})
