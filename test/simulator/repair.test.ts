import { givenAsset, givenPlace } from '../support/given-repair'
import { byLabel, byPlaceholder } from './matching'
import { type RepairWorld, repairWorld, taps } from './repair-world'

let world: RepairWorld
const door = 'features/booking/door'
const report = 'features/repair/report'
const ticketPage = 'features/repair/ticket'

beforeAll(async () => {
  world = await repairWorld()
})
afterAll(() => world?.end())

describe('from the printed code to 已提交', () => {
  test('a place: three taps and a photo; the ticket has place, category, channel and photo', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '茶水间' })
    const { storage, token } = await world.person('林晓雨')
    const app = await world.open(storage, door, { token: await world.codeOf({ placeId }) })
    expect(app.page.path).toBe('features/repair/place')
    expect(app.page.has('订会议室')).toBe(false)
    world.withPhoto(app, 'http://tmp/drop.jpg')

    const { tap, count } = taps(app)
    await tap('报修')
    await tap('漏水、积水')
    await app.page.tap('拍照或选照片')
    await tap('提交')
    expect(count()).toBe(3)
    expect(app.page.text()).toContain('已提交')

    const ticket = await world.ticketOf(token)
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
    const app = await world.open(storage, door, { token: await world.door(placeId) })
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
    expect(await world.ticketOf(token)).toMatchObject({
      kind: 'cleaning',
      placeId,
      place: expect.stringContaining('301会议室'),
    })
  })

  test('an asset’s own code, in a meeting room too: category and asset are filled in, two taps do', async () => {
    const placeId = await world.room('302会议室')
    const printer = world.categoryId('网络与办公设备/打印机、复印机')
    const assetId = await givenAsset(world.cloud, world.org, placeId, { name: '复印一体机', categoryId: printer })
    const { storage, token } = await world.person('周敏')
    const app = await world.open(storage, door, { token: await world.codeOf({ assetId }) })
    expect(app.page.path).toBe('features/repair/place')
    expect(app.page.text()).toContain('复印一体机')
    const { tap, count } = taps(app)
    await tap('报修')
    await tap('提交')
    expect(count()).toBe(2)
    expect(await world.ticketOf(token)).toMatchObject({ asset: '复印一体机', categoryId: printer })
  })

  test('a code nobody knows explains itself and leads to the search', async () => {
    const { storage } = await world.person('赵磊')
    const app = await world.open(storage, door, { token: 'nosuchdoornosuchdoor' })
    expect(app.page.text()).toContain('这张码已经停用，或不是本单位的')
    await app.page.tap('按名字找地点')
    expect(app.page.path).toBe('features/repair/find-place')
  })
})

describe('without a code', () => {
  test('a place is searched first, then the same page; the last place is offered the next time', async () => {
    await givenPlace(world.cloud, world.org, { name: '档案室', pinyin: 'danganshi', initials: 'das' })
    const { storage } = await world.person('吴昊')
    const app = await world.open(storage, report)
    expect(app.page.path).toBe('features/repair/find-place')
    await app.page.input('input', 'das')
    await app.elapse(400)
    await app.page.tap('档案室')
    expect(app.page.path).toBe(report)
    await app.page.tap('门锁、门禁')
    await app.page.tap('提交')
    expect(app.page.text()).toContain('已提交')
    const later = await world.open(app.world.storage, 'features/repair/find-place')
    expect(later.page.text()).toContain('最近用过的地点')
    expect(later.page.text()).toContain('档案室')
  })

  test('a place in no list is written by hand', async () => {
    const { storage, token } = await world.person('郑洁')
    const app = await world.open(storage, 'features/repair/find-place')
    await app.page.input('input', '后门岗亭')
    await app.elapse(400)
    await app.page.tap('就写这个地点')
    await app.page.tap('灯不亮、闪烁')
    await app.page.tap('提交')
    expect(await world.ticketOf(token)).toMatchObject({ place: '后门岗亭' })
  })
})

describe('what is filled in', () => {
  test('survives a start, photos included; a try without an answer is taken up with its key and makes one ticket', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { name: '东走廊' })
    const { storage, token } = await world.person('冯雪')
    const app = await world.open(storage, report, { placeId })
    world.withPhoto(app, 'http://tmp/one.jpg', 'http://tmp/two.jpg')
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
    const next = await world.open(
      app.world.storage,
      report,
      { placeId },
      { files: app.world.files, now: fiveDaysLater },
    )
    expect(next.page.text()).toContain('已恢复上次没提交的内容')
    expect(next.page.text()).toContain('✓ 空调 · 不制冷、不制热')
    expect(next.page.text()).toContain('✓ 不亮')
    expect(next.page.get(byPlaceholder(/靠窗第二盏灯/)).value).toBe('出风口结冰')
    expect(next.page.all('.ui-photo-image')).toHaveLength(1)
    await next.page.tap('提交')
    expect(next.page.text()).toContain('已提交')
    const tickets = await world.mine(token)
    expect(tickets).toHaveLength(1)
    expect(await world.ticketOf(token)).toMatchObject({
      words: '出风口结冰',
      answers: [{ question: '面板上显示什么？', answer: '不亮' }],
      photos: [{ stage: 'report' }],
    })
    const again = await world.open(next.world.storage, report, { placeId })
    expect(again.page.text()).not.toContain('已恢复上次没提交的内容')
    // what was reported last stands first
    expect(again.page.all('.lf')[0]?.text).toBe('空调 · 不制冷、不制热')
  })

  test('another place can be chosen without losing it', async () => {
    const [here, there] = [
      await givenPlace(world.cloud, world.org, { name: '南走廊' }),
      await givenPlace(world.cloud, world.org, { name: '北走廊', initials: 'bzl' }),
    ]
    const { storage, token } = await world.person('蒋欣')
    const app = await world.open(storage, report, { placeId: here })
    await app.page.tap('桌椅柜')
    await app.page.input(byPlaceholder(/靠窗第二盏灯/), '抽屉卡住')
    await app.page.tap('换地点')
    await app.page.input('input', 'bzl')
    await app.elapse(400)
    await app.page.tap('北走廊')
    expect(app.page.text()).toContain('✓ 门窗家具 · 桌椅柜')
    await app.page.tap('提交')
    expect(await world.ticketOf(token)).toMatchObject({ placeId: there, words: '抽屉卡住' })
  })

  test('紧急 has the duty phone one tap away', async () => {
    const placeId = await givenPlace(world.cloud, world.org)
    const { storage, token } = await world.person('韩梅')
    const app = await world.open(storage, report, { placeId })
    await app.page.tap('困人')
    await app.page.all('switch')[0]?.change(true)
    await app.page.tap('拨打值班电话 8110')
    expect(app.world.callsOf('makePhoneCall')).toMatchObject([{ phoneNumber: '8110' }])
    await app.page.tap('提交')
    expect(await world.ticketOf(token)).toMatchObject({ urgency: 'urgent' })
  })

  test('the self-help card counts and blocks nothing', async () => {
    const placeId = await givenPlace(world.cloud, world.org)
    const { storage, token } = await world.person('杨帆')
    const app = await world.open(storage, report, { placeId })
    await app.page.tap('网络不通')
    expect(app.page.text()).toContain('先试一试')
    // the kind may be another one after all, and back
    await taps(app).tap(app.page.all('.ui-segment')[1] ?? '')
    expect(app.page.has('会后清洁')).toBe(true)
    await taps(app).tap(app.page.all('.ui-segment')[0] ?? '')
    await app.page.tap('网络不通')
    expect(app.page.has('提交')).toBe(true)
    await app.page.tap('一键已解决，不用报了')
    expect(app.page.text()).toContain('解决了就好')
    expect(app.page.text()).toContain('已帮到 1 人次')
    expect(await world.mine(token)).toEqual([])
  })

  test('where photos are not allowed a sentence says so; praise asks for words before it asks the cloud', async () => {
    const placeId = await givenPlace(world.cloud, world.org, { photoPolicy: 'forbidden' })
    const { storage, token } = await world.person('许诺')
    const app = await world.open(storage, report, { placeId, kind: 'praise' })
    await app.page.tap('维修服务')
    expect(app.page.text()).toContain('这里是保密场所，不能拍照')
    expect(app.page.has('拍照或选照片')).toBe(false)
    await app.page.tap('提交')
    expect(app.page.text()).toContain('请写几句话')
    await app.page.input(byPlaceholder(/表扬的人和事/), '周末也来了，谢谢')
    await app.page.tap('提交')
    expect(app.page.text()).toContain('我们会转告本人')
    expect(await world.ticketOf(token)).toMatchObject({ kind: 'praise', words: '周末也来了，谢谢' })
  })
})
