import sharp from 'sharp'
import { getTicket, joinTicket, listMyTickets } from '../../contract/repair'
import { renewPlaceCode } from '../../contract/repair-catalog'
import { finishTicket } from '../../contract/repair-work'
import { writeCategories } from '../../scripts/starter/write-categories'
import { givenAsset, givenPlace, givenTicket } from '../support/given-repair'
import type { AppUnderTest } from './app-under-test'
import { type BookingWorld, bookingWorld, monday } from './booking-world'
import { byLabel, byPlaceholder } from './matching'
import { openWeapp } from './open-app'

let world: BookingWorld
let categoryOf: Map<string, string>
let photo: string
const door = 'features/booking/door'
const report = 'features/repair/report'
const ticketPage = 'features/repair/ticket'
const atATap = 4096
const atFirst = 16_384

beforeAll(async () => {
  world = await bookingWorld()
  const { db, clock } = world.cloud.cloud
  categoryOf = await writeCategories(db, world.org.orgId, clock())
  await db.updateTable('repairSetting').set({ dutyPhone: '8110', dispatch: 'desk' }).execute()
  const jpeg = sharp({ create: { width: 64, height: 48, channels: 3, background: '#2266aa' } }).jpeg()
  photo = (await jpeg.toBuffer()).toString('base64')
}, 60_000)
afterAll(() => world?.end())

const open = (
  storage: Iterable<[string, string]>,
  path: string,
  query: Record<string, string> = {},
  more: { files?: Iterable<[string, string]>; now?: string } = {},
) => openWeapp({ request: world.request, storage, now: monday, ...more, enter: { path, query } })

/** The printed code of a place or an asset. */
async function codeOf(bearer: { placeId?: string; assetId?: string }): Promise<string> {
  const admin = await world.person('孙管理', ['admin'])
  const { value } = await world.cloud.call(renewPlaceCode, bearer, { token: admin.token })
  return value?.codeToken ?? ''
}

const categoryId = (name: string) => categoryOf.get(name) ?? ''
const mine = async (token: string) => (await world.cloud.call(listMyTickets, {}, { token })).value?.items ?? []
async function ticketOf(token: string, ticketId?: string) {
  const wanted = ticketId ?? (await mine(token))[0]?.ticketId ?? ''
  return (await world.cloud.call(getTicket, { ticketId: wanted }, { token })).value
}

/** Taps and counts them; a tap that stays on its page costs no more than it may. */
function taps(app: AppUnderTest) {
  let count = 0
  return {
    count: () => count,
    async tap(target: Parameters<AppUnderTest['page']['tap']>[0]) {
      const { path } = app.page
      await app.page.tap(target)
      count += 1
      if (app.page.path === path) expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
      else expect(app.setDataLog.firstScreen(app.page.path)).toBeLessThanOrEqual(atFirst)
    },
  }
}

function withPhoto(app: AppUnderTest, ...paths: string[]): void {
  app.world.script.photos = () => paths
  for (const path of paths) app.world.files.set(path, photo)
}

describe('from the printed code to 已提交', () => {
  test('a place: three taps and a photo; the ticket has place, category, channel and photo', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '茶水间' })
    const { storage, token } = await world.person('林晓雨')
    const app = await open(storage, door, { token: await codeOf({ placeId }) })
    expect(app.page.path).toBe('features/repair/place')
    expect(app.page.has('订会议室')).toBe(false)
    withPhoto(app, 'http://tmp/drop.jpg')

    const { tap, count } = taps(app)
    await tap('报修')
    await tap('漏水、积水')
    await app.page.tap('拍照或选照片')
    await tap('提交')
    expect(count()).toBe(3)
    expect(app.page.text()).toContain('已提交')

    const ticket = await ticketOf(token)
    expect(ticket).toMatchObject({ category: '水电 · 漏水、积水', placeId, channel: 'door', status: 'new' })
    expect(ticket?.photos).toMatchObject([{ stage: 'report' }])
    expect(app.page.text()).toContain(`单号 ${ticket?.number}`)
    // 09:10 on a Monday: two service hours, sixteen of them
    expect(app.page.text()).toContain('今天 周一 11:10 前有人接单')
    expect(app.page.text()).toContain('前处理好')
    expect([...app.world.files.keys()]).toEqual([])
    await app.page.tap('查看进度')
    expect(app.page.path).toBe(ticketPage)
    expect(app.page.text()).toContain('正在安排人')
  })

  test('a meeting room: its door keeps booking and offers the same, three taps as well', async () => {
    const placeId = await world.room('301会议室')
    const { storage, token } = await world.person('王静')
    const app = await open(storage, door, { token: await world.door(placeId) })
    expect(app.page.path).toBe(door)
    expect(app.page.text()).toContain('现在空闲')
    expect(app.page.all('.ui-quick-tile').map(({ text }) => text)).toEqual(['订会议室', '报修', '保洁', '隐患', '表扬'])
    const { tap, count } = taps(app)
    await tap('保洁')
    expect(app.page.title).toBe('保洁')
    await tap('会后清洁')
    await tap('提交')
    expect(count()).toBe(3)
    expect(app.page.text()).toContain('已提交')
    expect(await ticketOf(token)).toMatchObject({
      kind: 'cleaning',
      placeId,
      place: expect.stringContaining('301会议室'),
    })
  })

  test('an asset’s own code: category and asset are filled in, two taps do', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '文印室' })
    const printer = categoryId('网络与办公设备/打印机、复印机')
    const assetId = await givenAsset(world.cloud, world.org, placeId, { name: '复印一体机', categoryId: printer })
    const { storage, token } = await world.person('周敏')
    const app = await open(storage, door, { token: await codeOf({ assetId }) })
    expect(app.page.text()).toContain('复印一体机')
    const { tap, count } = taps(app)
    await tap('报修')
    await tap('提交')
    expect(count()).toBe(2)
    expect(await ticketOf(token)).toMatchObject({ asset: '复印一体机', categoryId: printer })
  })

  test('a code nobody knows explains itself and leads to the search', async () => {
    const { storage } = await world.person('赵磊')
    const app = await open(storage, door, { token: 'nosuchdoornosuchdoor' })
    expect(app.page.text()).toContain('这张码已经停用，或不是本单位的')
    await app.page.tap('按名字找地点')
    expect(app.page.path).toBe('features/repair/find-place')
  })
})

describe('without a code', () => {
  test('a place is searched first, then the same page; the last place is offered the next time', async () => {
    await givenPlace(world.cloud, world.org, { name: '档案室', pinyin: 'danganshi', initials: 'das' })
    const { storage } = await world.person('吴昊')
    const app = await open(storage, report)
    expect(app.page.path).toBe('features/repair/find-place')
    await app.page.input('input', 'das')
    await app.elapse(400)
    await app.page.tap('档案室')
    expect(app.page.path).toBe(report)
    await app.page.tap('门锁、门禁')
    await app.page.tap('提交')
    expect(app.page.text()).toContain('已提交')
    const later = await open(app.world.storage, 'features/repair/find-place')
    expect(later.page.text()).toContain('最近用过的地点')
    expect(later.page.text()).toContain('档案室')
  })

  test('a place in no list is written by hand', async () => {
    const { storage, token } = await world.person('郑洁')
    const app = await open(storage, 'features/repair/find-place')
    await app.page.input('input', '后门岗亭')
    await app.elapse(400)
    await app.page.tap('就写这个地点')
    await app.page.tap('灯不亮、闪烁')
    await app.page.tap('提交')
    expect(await ticketOf(token)).toMatchObject({ place: '后门岗亭' })
  })
})

describe('what is filled in', () => {
  test('survives a start, photos included; a try without an answer is taken up with its key and makes one ticket', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '东走廊' })
    const { storage, token } = await world.person('冯雪')
    const app = await open(storage, report, { placeId })
    withPhoto(app, 'http://tmp/one.jpg', 'http://tmp/two.jpg')
    await app.page.tap('不制冷、不制热')
    await app.page.tap('不亮')
    await app.page.tap('拍照或选照片')
    await app.page.input(byPlaceholder(/靠窗第二盏灯/), '出风口结冰')
    await app.page.tap(byLabel('删除照片 1'))
    // the cloud does it, but its answer never arrives
    app.world.script.request = async (call) => {
      const answer = await world.request(call)
      if (call.path.endsWith('reportTicket')) throw new Error('no network')
      return answer
    }
    await app.page.tap('提交')
    expect(app.page.text()).toContain('网络不通，请检查网络后重试')
    app.close()

    const fiveDaysLater = '2026-11-28T09:00:00+08:00'
    const next = await open(app.world.storage, report, { placeId }, { files: app.world.files, now: fiveDaysLater })
    expect(next.page.text()).toContain('已恢复上次没提交的内容')
    expect(next.page.text()).toContain('✓ 空调 · 不制冷、不制热')
    expect(next.page.text()).toContain('✓ 不亮')
    expect(next.page.get(byPlaceholder(/靠窗第二盏灯/)).value).toBe('出风口结冰')
    expect(next.page.all('.ui-photo-image')).toHaveLength(1)
    await next.page.tap('提交')
    expect(next.page.text()).toContain('已提交')
    const tickets = await mine(token)
    expect(tickets).toHaveLength(1)
    expect(await ticketOf(token)).toMatchObject({
      words: '出风口结冰',
      answers: [{ question: '面板上显示什么？', answer: '不亮' }],
      photos: [{ stage: 'report' }],
    })
    const again = await open(next.world.storage, report, { placeId })
    expect(again.page.text()).not.toContain('已恢复上次没提交的内容')
    // what was reported last stands first
    expect(again.page.all('.report-tile')[0]?.text).toBe('空调 · 不制冷、不制热')
  })

  test('another place can be chosen without losing it', async () => {
    const [here, there] = [
      await givenPlace(world.cloud, world.org, { name: '南走廊' }),
      await givenPlace(world.cloud, world.org, { name: '北走廊', initials: 'bzl' }),
    ]
    const { storage, token } = await world.person('蒋欣')
    const app = await open(storage, report, { placeId: here })
    await app.page.tap('桌椅柜')
    await app.page.input(byPlaceholder(/靠窗第二盏灯/), '抽屉卡住')
    await app.page.tap('换地点')
    await app.page.input('input', 'bzl')
    await app.elapse(400)
    await app.page.tap('北走廊')
    expect(app.page.text()).toContain('✓ 门窗家具 · 桌椅柜')
    await app.page.tap('提交')
    expect(await ticketOf(token)).toMatchObject({ placeId: there, words: '抽屉卡住' })
  })

  test('紧急 has the duty phone one tap away', async () => {
    const placeId = await givenPlace(world.cloud, world.org)
    const { storage, token } = await world.person('韩梅')
    const app = await open(storage, report, { placeId })
    await app.page.tap('困人')
    await app.page.all('switch')[0]?.change(true)
    await app.page.tap('拨打值班电话 8110')
    expect(app.world.callsOf('makePhoneCall')).toMatchObject([{ phoneNumber: '8110' }])
    await app.page.tap('提交')
    expect(await ticketOf(token)).toMatchObject({ urgency: 'urgent' })
  })

  test('the self-help card counts and blocks nothing', async () => {
    const placeId = await givenPlace(world.cloud, world.org)
    const { storage, token } = await world.person('杨帆')
    const app = await open(storage, report, { placeId })
    await app.page.tap('网络不通')
    expect(app.page.text()).toContain('先试一试')
    expect(app.page.has('提交')).toBe(true)
    await app.page.tap('一键已解决，不用报了')
    expect(app.page.text()).toContain('解决了就好')
    expect(app.page.text()).toContain('已帮到 1 人次')
    expect(await mine(token)).toEqual([])
  })

  test('where photos are not allowed a sentence says so; praise asks for words before it asks the cloud', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { photoPolicy: 'forbidden' })
    const { storage, token } = await world.person('许诺')
    const app = await open(storage, report, { placeId, kind: 'praise' })
    await app.page.tap('维修服务')
    expect(app.page.text()).toContain('这里是保密场所，不能拍照')
    expect(app.page.has('拍照或选照片')).toBe(false)
    await app.page.tap('提交')
    expect(app.page.text()).toContain('请写几句话')
    await app.page.input(byPlaceholder(/表扬的人和事/), '周末也来了，谢谢')
    await app.page.tap('提交')
    expect(app.page.text()).toContain('我们会转告本人')
    expect(await ticketOf(token)).toMatchObject({ kind: 'praise', words: '周末也来了，谢谢' })
  })
})

test('我也遇到了 joins in one tap and shows how many; the follower sees how it stands and nothing that was written', async () => {
  const placeId = await givenPlace(world.cloud, world.org, { name: '西走廊' })
  const lamp = categoryId('水电/灯不亮、闪烁')
  const first = await givenTicket(world.cloud, world.org, { placeId, categoryId: lamp, words: '开关在财务室' })
  const other = await world.person('何静')
  await world.cloud.call(joinTicket, { ticketId: first.ticketId }, { token: other.token })
  const { storage, token } = await world.person('沈月')
  const app = await open(storage, 'features/repair/place', { placeId })
  expect(app.page.text()).toContain('2 人遇到')
  const { tap, count } = taps(app)
  await tap('我也遇到了')
  expect(count()).toBe(1)
  expect(app.page.text()).toContain('3 人遇到')
  expect((await mine(token))[0]).toMatchObject({ isJoined: true, priority: 3 })
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
      categoryId: categoryId('空调/漏水、异响'),
    })
    const desk = await world.person('钱调度', ['dispatcher'])
    await world.cloud.call(finishTicket, { ticketId, closedKind: 'fixed', note: words }, { token: desk.token })
    return { storage, token, ticketId }
  }

  test('confirming and rating is one flow, within the limits; home asked for it', async () => {
    const { storage, token, ticketId } = await done('已清洗排水管')
    const app = await open(storage, 'pages/home')
    expect(app.page.text()).toContain('待确认')
    await app.page.tap('空调 · 漏水、异响')
    expect(app.setDataLog.firstScreen(ticketPage)).toBeLessThanOrEqual(atFirst)
    expect(app.page.text()).toContain('已修好，请您看看是否解决')
    expect(app.page.text()).toContain('已清洗排水管')
    const { tap } = taps(app)
    await tap(byLabel('4 星，满意'))
    await tap('速度')
    await app.page.tap('已解决，提交评价')
    expect(await ticketOf(token, ticketId)).toMatchObject({
      status: 'confirmed',
      rating: { stars: 4, reasons: ['speed'] },
    })
    expect(app.page.text()).toContain('4 星 · 满意')
  })

  test('silence is no rating: 已解决 alone confirms', async () => {
    const { storage, token, ticketId } = await done()
    const app = await open(storage, ticketPage, { ticketId })
    await app.page.tap('已解决')
    expect(await ticketOf(token, ticketId)).toMatchObject({ status: 'confirmed', mayRate: true })
    expect((await ticketOf(token, ticketId))?.rating).toBeUndefined()
    expect(app.page.text()).toContain('评价一下这次服务')
  })

  test('one tap on a reason opens it again', async () => {
    const { storage, token, ticketId } = await done()
    const app = await open(storage, ticketPage, { ticketId })
    await app.page.tap('没有解决，重新打开')
    await app.page.tap('好了又坏')
    expect(await ticketOf(token, ticketId)).toMatchObject({ status: 'new', cycle: 2 })
    expect(app.page.text()).toContain('已重新打开，正在安排人')
    expect(app.page.text()).toContain('没有解决，重新打开：好了又坏')
  })

  test('until somebody is sent it can be corrected and withdrawn; why it is due then is one tap away', async () => {
    const { storage, token } = await world.person('邓超')
    const placeId = await givenPlace(world.cloud, world.org)
    const { ticketId } = await givenTicket(world.cloud, world.org, {
      token,
      placeId,
      categoryId: categoryId('水电/下水堵塞'),
    })
    const app = await open(storage, ticketPage, { ticketId })
    expect(app.page.text()).toContain('应在 今天 周一 11:10 前接单')
    const { tap } = taps(app)
    await tap('为什么是这个时间')
    expect(app.page.text()).toMatch(/接单时限：今天 周一 11:10.*2 小时，只算服务时间.*计入时限2 小时/s)
    expect(app.page.text()).toContain('午休（不算）')
    await tap(byLabel('关闭'))
    await tap('修改填写的内容')
    await app.page.input('textarea', '二楼也堵了')
    await app.page.tap('保存修改')
    expect(await ticketOf(token, ticketId)).toMatchObject({ words: '二楼也堵了' })
    await app.page.tap('补充说明')
    await app.page.input('textarea', '下午我在')
    await app.page.tap('发送')
    expect(app.page.text()).toContain('下午我在')
    await app.page.tap('撤销工单')
    expect(await ticketOf(token, ticketId)).toMatchObject({ status: 'cancelled' })
    expect(app.page.text()).toContain('已撤销')
  })

  test('a photo that did not get through waits on the ticket’s page; shown photos leave the phone with the page', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '楼梯间' })
    const { storage, token } = await world.person('彭飞')
    const app = await open(storage, report, { placeId })
    withPhoto(app, 'http://tmp/stairs.jpg')
    await app.page.tap('灯不亮、闪烁')
    await app.page.tap('拍照或选照片')
    app.world.script.request = (call) => {
      if (call.path.endsWith('addPhoto')) throw new Error('no network')
      return world.request(call)
    }
    await app.page.tap('提交')
    expect(app.page.text()).toContain('已提交')
    expect(app.page.text()).toContain('照片还没有传上')
    const { ticketId = '' } = (await mine(token))[0] ?? {}
    app.close()

    const next = await open(app.world.storage, ticketPage, { ticketId }, { files: app.world.files })
    await next.page.tap('重传 1 张照片')
    expect((await ticketOf(token, ticketId))?.photos).toHaveLength(1)
    expect(next.page.all('.ui-photo-image')).toHaveLength(1)
    expect([...next.world.files.keys()]).toHaveLength(1)
    await next.open('/pages/home', 'reLaunch')
    expect([...next.world.files.keys()]).toEqual([])
  })

  test('of somebody else’s ticket one learns nothing', async () => {
    const { ticketId } = await givenTicket(world.cloud, world.org, {})
    const { storage } = await world.person('卢昊')
    const app = await open(storage, ticketPage, { ticketId })
    expect(app.page.text()).toContain('找不到这张工单，或它与您无关')
  })
})

test('my tickets: open ones first, all on demand, and what waits for me says so', async () => {
  const { storage, token } = await world.person('宋佳')
  const placeId = await givenPlace(world.cloud, world.org)
  for (let count = 0; count < 21; count++) {
    await givenTicket(world.cloud, world.org, { token, placeId, categoryId: categoryId('水电/漏水、积水') })
  }
  const app = await open(storage, 'features/repair/my-tickets')
  expect(app.setDataLog.firstScreen('features/repair/my-tickets')).toBeLessThanOrEqual(atFirst)
  expect(app.page.all('.ticket-line')).toHaveLength(20)
  await app.page.reachBottom()
  expect(app.page.all('.ticket-line')).toHaveLength(21)
  const { nodes, depth, children } = app.page.measure()
  expect([nodes < 1000, depth < 30, children <= 60]).toEqual([true, true, true])
})
