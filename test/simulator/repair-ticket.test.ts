import { joinTicket } from '../../contract/repair'
import { finishTicket } from '../../contract/repair-work'
import { givenPlace, givenTicket } from '../support/given-repair'
import { byLabel } from './matching'
import { atFirst, type RepairWorld, repairWorld, taps } from './repair-world'

let world: RepairWorld
const report = 'features/repair/report'
const ticketPage = 'features/repair/ticket'

beforeAll(async () => {
  world = await repairWorld()
})
afterAll(() => world?.end())

test('我也遇到了 joins in one tap and shows how many; the follower sees how it stands and nothing that was written', async () => {
  const placeId = await givenPlace(world.cloud, world.org, { name: '西走廊' })
  const lamp = world.categoryId('水电/灯不亮、闪烁')
  const first = await givenTicket(world.cloud, world.org, { placeId, categoryId: lamp, words: '开关在财务室' })
  const other = await world.person('何静')
  await world.cloud.call(joinTicket, { ticketId: first.ticketId }, { token: other.token })
  const { storage, token } = await world.person('沈月')
  const app = await world.open(storage, 'features/repair/place', { placeId })
  expect(app.page.text()).toContain('2 人遇到')
  const { tap, count } = taps(app)
  await tap('我也遇到了')
  expect(count()).toBe(1)
  expect(app.page.text()).toContain('3 人遇到')
  expect((await world.mine(token))[0]).toMatchObject({ isJoined: true, priority: 3 })
  await tap('看进度')
  expect(app.page.text()).toContain('您也遇到了这个问题')
  expect(app.page.text()).not.toContain('财务室')
})

describe('one ticket', () => {
  const done = async (words = '') => {
    const { storage, token } = await world.person('曹颖')
    const placeId = await givenPlace(world.cloud, world.org)
    const { ticketId } = await givenTicket(world.cloud, world.org, {
      token,
      placeId,
      categoryId: world.categoryId('空调/漏水、异响'),
    })
    const desk = await world.person('钱调度', ['dispatcher'])
    await world.cloud.call(finishTicket, { ticketId, closedKind: 'fixed', note: words }, { token: desk.token })
    return { storage, token, ticketId }
  }

  test('confirming and rating is one flow, within the limits; home asked for it', async () => {
    const { storage, token, ticketId } = await done('已清洗排水管')
    const app = await world.open(storage, 'pages/home')
    expect(app.page.text()).toContain('待确认')
    await app.page.tap('空调 · 漏水、异响')
    expect(app.setDataLog.firstScreen(ticketPage)).toBeLessThanOrEqual(atFirst)
    expect(app.page.text()).toContain('已修好，请您看看是否解决')
    expect(app.page.text()).toContain('已清洗排水管')
    const { tap } = taps(app)
    await tap(byLabel('4 星，满意'))
    await tap('速度')
    await app.page.tap('已解决，提交评价')
    expect(await world.ticketOf(token, ticketId)).toMatchObject({
      status: 'confirmed',
      rating: { stars: 4, reasons: ['speed'] },
    })
    expect(app.page.text()).toContain('4 星 · 满意')
  })

  test('silence is no rating: 已解决 alone confirms', async () => {
    const { storage, token, ticketId } = await done()
    const app = await world.open(storage, ticketPage, { ticketId })
    await app.page.tap('已解决')
    expect(await world.ticketOf(token, ticketId)).toMatchObject({ status: 'confirmed', mayRate: true })
    expect((await world.ticketOf(token, ticketId))?.rating).toBeUndefined()
    expect(app.page.text()).toContain('评价一下这次服务')
  })

  test('one tap on a reason opens it again', async () => {
    const { storage, token, ticketId } = await done()
    const app = await world.open(storage, ticketPage, { ticketId })
    await app.page.tap('没有解决，重新打开')
    await app.page.tap('好了又坏')
    expect(await world.ticketOf(token, ticketId)).toMatchObject({ status: 'new', cycle: 2 })
    expect(app.page.text()).toContain('已重新打开，正在安排人')
    expect(app.page.text()).toContain('没有解决，重新打开：好了又坏')
  })

  test('until somebody is sent it can be corrected and withdrawn; why it is due then is one tap away', async () => {
    const { storage, token } = await world.person('邓超')
    const placeId = await givenPlace(world.cloud, world.org)
    const { ticketId } = await givenTicket(world.cloud, world.org, {
      token,
      placeId,
      categoryId: world.categoryId('水电/下水堵塞'),
    })
    const app = await world.open(storage, ticketPage, { ticketId })
    expect(app.page.text()).toContain('应在 今天 周一 11:10 前接单')
    const { tap } = taps(app)
    await tap('为什么是这个时间')
    expect(app.page.text()).toMatch(/接单时限：今天 周一 11:10.*2 小时，只算服务时间.*计入时限2 小时/s)
    expect(app.page.text()).toContain('午休（不算）')
    await tap(byLabel('关闭'))
    await tap('修改填写的内容')
    await app.page.input('textarea', '二楼也堵了')
    await app.page.tap('保存修改')
    expect(await world.ticketOf(token, ticketId)).toMatchObject({ words: '二楼也堵了' })
    await app.page.tap('补充说明')
    await app.page.input('textarea', '下午我在')
    await app.page.tap('发送')
    expect(app.page.text()).toContain('下午我在')
    await app.page.tap('撤销工单')
    expect(await world.ticketOf(token, ticketId)).toMatchObject({ status: 'cancelled' })
    expect(app.page.text()).toContain('已撤销')
  })

  test('a photo that did not get through waits on the ticket’s page; shown photos leave the phone with the page', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '楼梯间' })
    const { storage, token } = await world.person('彭飞')
    const app = await world.open(storage, report, { placeId })
    world.withPhoto(app, 'http://tmp/stairs.jpg')
    await app.page.tap('灯不亮、闪烁')
    await app.page.tap('拍照或选照片')
    // the cloud takes it, but its answer never arrives
    app.world.script.request = async (call) => {
      const answer = await world.request(call)
      if (call.path.endsWith('addPhoto')) throw new Error('no network')
      return answer
    }
    await app.page.tap('提交')
    expect(app.page.text()).toContain('已提交')
    expect(app.page.text()).toContain('照片还没有传上')
    const { ticketId = '' } = (await world.mine(token))[0] ?? {}
    app.close()

    const later = { files: app.world.files, now: '2026-11-27T09:10:00+08:00' }
    const next = await world.open(app.world.storage, ticketPage, { ticketId }, later)
    await next.page.tap('重传 1 张照片')
    expect((await world.ticketOf(token, ticketId))?.photos).toHaveLength(1)
    expect(next.page.all('.ui-photo-image')).toHaveLength(1)
    expect([...next.world.files.keys()]).toHaveLength(1)
    await next.open('/pages/home', 'reLaunch')
    expect([...next.world.files.keys()]).toEqual([])
  })

  test('of somebody else’s ticket one learns nothing', async () => {
    const { ticketId } = await givenTicket(world.cloud, world.org, {})
    const { storage } = await world.person('卢昊')
    const app = await world.open(storage, ticketPage, { ticketId })
    expect(app.page.text()).toContain('找不到这张工单，或它与您无关')
  })
})

test('my tickets: open ones first, all on demand, and what waits for me says so', async () => {
  const { storage, token } = await world.person('宋佳')
  const placeId = await givenPlace(world.cloud, world.org)
  for (let count = 0; count < 21; count++) {
    await givenTicket(world.cloud, world.org, { token, placeId, categoryId: world.categoryId('水电/漏水、积水') })
  }
  const app = await world.open(storage, 'features/repair/my-tickets')
  expect(app.setDataLog.firstScreen('features/repair/my-tickets')).toBeLessThanOrEqual(atFirst)
  expect(app.page.all('.ticket-line')).toHaveLength(20)
  await app.page.reachBottom()
  expect(app.page.all('.ticket-line')).toHaveLength(21)
  const { nodes, depth, children } = app.page.measure()
  expect([nodes < 1000, depth < 30, children <= 60]).toEqual([true, true, true])
})

test('without a network a ticket shows what it knew, and since when; a fault has its number and 重试', async () => {
  const { storage, token } = await world.person('田野')
  const placeId = await givenPlace(world.cloud, world.org)
  const { ticketId } = await givenTicket(world.cloud, world.org, { token, placeId, words: '天花板渗水' })
  const app = await world.open(storage, ticketPage, { ticketId })
  app.world.setOnline(false)
  await app.page.pullDown()
  expect(app.page.text()).toContain('以下内容更新于')
  expect(app.page.text()).toContain('天花板渗水')
  app.world.setOnline(true)
  app.world.script.request = () => ({ status: 500, data: { fault: 'BROKEN', id: 'a1b2c3d4' } })
  await app.open('/features/repair/place?placeId=01930000-0000-7000-8000-000000000001')
  expect(app.page.text()).toContain('出错了（a1b2c3d4），请稍后重试')
  app.world.script.request = world.request
  await app.page.tap('重试')
  expect(app.page.text()).toContain('按名字找地点')
})
