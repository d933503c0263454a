import { getMe } from '../../contract/people-sign-in'
import { getTicket } from '../../contract/repair'
import type { Limits } from '../../contract/repair-clocks'
import { acceptTicket, assignTicket, bounceTicket, grabTicket, startTicket } from '../../contract/repair-work'
import { givenCategory, givenPlace, givenTechnician, givenTicket } from '../support/given-repair'
import { type BookingWorld, bookingWorld, monday } from './booking-world'
import { byLabel, byPlaceholder, byText } from './matching'
import { openWeapp } from './open-app'

let world: BookingWorld
let desk: { token: string; storage: [string, string][] }
const list = 'features/repair/jobs'
const page = 'features/repair/ticket'
const atATap = 4096

beforeAll(async () => {
  world = await bookingWorld()
  desk = await world.person('钱调度', ['dispatcher'])
}, 60_000)
afterAll(() => world?.end())

/** A technician, and the storage of a phone they are signed in on. */
async function technician(name: string, skills: string[] = []) {
  const made = await givenTechnician(world.cloud, world.org, { name, skills })
  const { value: me } = await world.cloud.call(getMe, {}, { token: made.token })
  const session = { token: made.token, expiresAt: '2026-11-30T09:00:00+08:00', me }
  const storage: [string, string][] = [['guanjia.session', JSON.stringify(JSON.stringify(session))]]
  return { ...made, storage }
}

const open = (storage: [string, string][], path = list, query: Record<string, string> = {}) =>
  openWeapp({ request: world.request, storage, now: monday, enter: { path, query } })
type App = Awaited<ReturnType<typeof open>>

const hours = (count: number): Limits => ({ response: { clock: 'wall', minutes: count * 60 } })

/** A ticket at a place, given to a technician when one is named. */
async function given(to?: string, wish: { placeId?: string; categoryId?: string; limits?: Limits } = {}) {
  const placeId = wish.placeId ?? (await givenPlace(world.cloud, world.org))
  const ticket = await givenTicket(world.cloud, world.org, { ...wish, placeId, phone: '13800001234' })
  const { ticketId } = ticket
  if (to) expect(await world.cloud.call(assignTicket, { ticketId, toPersonId: to }, desk)).toHaveProperty('value')
  return ticket
}

async function tapLightly(app: App, target: string): Promise<void> {
  await app.page.all(byText(target)).at(-1)?.tap()
  const bytes = app.setDataLog.lastAction
  if (bytes > atATap) throw new Error(`a tap on ${target} sent ${bytes} bytes`)
}
const cardAt = (app: App, place: string) => app.page.all('.job').find((card) => card.text.includes(place))

test('jobs come by clock, those of one floor together, and the list is light', async () => {
  const { personId, storage } = await technician('赵师傅', ['空调'])
  const late = await givenCategory(world.cloud, world.org, { name: '空调漏水', skill: '空调', limits: hours(9) })
  const soon = await givenCategory(world.cloud, world.org, { name: '空调不制冷', skill: '空调', limits: hours(2) })
  const floor = { floor: '3层' }
  const [near, alsoNear] = [
    await givenPlace(world.cloud, world.org, { name: '茶水间', ...floor }),
    await givenPlace(world.cloud, world.org, { name: '资料室', ...floor }),
  ]
  await given(personId, { categoryId: late, placeId: near })
  for (let number = 4; number < 12; number++) {
    const placeId = await givenPlace(world.cloud, world.org, { floor: `${number}层` })
    await given(personId, { categoryId: late, placeId })
  }
  await given(personId, { categoryId: soon, placeId: alsoNear })
  for (let count = 0; count < 9; count++) await given(undefined, { categoryId: late, placeId: near })

  const app = await open(storage)
  expect(app.setDataLog.firstScreen(list)).toBeLessThanOrEqual(16_384)
  const measured = app.page.measure()
  expect(measured.nodes).toBeLessThan(1000)
  expect(measured.depth).toBeLessThan(30)
  const [together] = app.page.all('.job-group-floor')
  expect(together?.text).toMatch(
    /^综合楼 3层 · 同一层，一起修.*资料室.*接单还剩 (2 小时|1 小时 59 分).*茶水间.*接单还剩 (9 小时|8 小时 59 分)/,
  )
  // the floor stands where its first job is due, before all others
  expect(app.page.all('.job-group')[0]?.text).toBe(together?.text)

  await tapLightly(app, '可接 9')
  expect(app.page.text()).toContain('同一层您有 2 件')
  await tapLightly(app, '还有 5 件，点此显示')
  await tapLightly(app, '我的 10')
  await app.page.get(byText('还有 3 件，点此显示')).tap()
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
  expect(app.page.all('.jobs-hidden .job').length + 10).toBe(app.page.all('.job').length)
})

test('one tap on the card accepts and begins, and nothing moves under the thumb', async () => {
  const { personId, storage, token } = await technician('孙师傅')
  const first = await given(personId, { limits: hours(2) })
  await given(personId, { limits: hours(3) })
  const app = await open(storage)
  const order = () => app.page.all('.job-place').map((place) => place.text)
  const before = order()
  await app.page.all(byText('接单'))[0]?.tap()
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
  expect(app.world.toast).toBe('已接单')
  expect(order()).toEqual(before)
  await app.page.get(byText('开始')).tap()
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
  const { value } = await world.cloud.call(getTicket, { ticketId: first.ticketId }, { token })
  expect(value).toMatchObject({ status: 'working', accountable: '孙师傅' })
})

test('a job somebody else has taken says so, and the list is asked anew', async () => {
  const [mine, other] = [await technician('周师傅'), await technician('吴师傅')]
  const placeId = await givenPlace(world.cloud, world.org, { name: '被抢的走廊' })
  const { ticketId } = await given(undefined, { placeId })
  const app = await open(mine.storage)
  await app.page.get(byText('看可接的')).tap()
  await world.cloud.call(grabTicket, { ticketId }, { token: other.token })
  await cardAt(app, '被抢的走廊')?.get('抢单').tap()
  expect(app.world.callsOf('showModal').at(-1)?.content).toContain('刚被别人接走了')
  expect(cardAt(app, '被抢的走廊')?.text).toContain('已有人接单')
  await app.page.pullDown()
  expect(cardAt(app, '被抢的走廊')).toBeUndefined()
})

test('a job one has taken oneself stays where it was, and is among one’s own', async () => {
  const { storage } = await technician('严师傅')
  await given(undefined, { placeId: await givenPlace(world.cloud, world.org, { name: '没人接的走廊' }) })
  const app = await open(storage)
  await app.page.get(byText('看可接的')).tap()
  await cardAt(app, '没人接的走廊')?.get('抢单').tap()
  expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
  expect(app.page.all('.jobs-hidden .job').map((card) => card.text)).toEqual([expect.stringContaining('没人接的走廊')])
  expect(app.page.text()).toContain('您已接单，在「我的」里')
  expect(app.page.text()).toContain('我的 1')
})

test('without a network the sheet keeps what was filled in; the next tap does it', async () => {
  const { personId, storage } = await technician('魏师傅')
  const { ticketId } = await given(personId)
  const app = await open(storage, page, { ticketId })
  for (const step of ['更多', '退回', '地址不清楚']) await tapLightly(app, step)
  await app.page.input(byPlaceholder('可不填'), '没有这个门牌')
  app.world.setOnline(false)
  await app.page.all(byText('退回')).at(-1)?.tap()
  expect(app.page.text()).toContain('网络不通')
  app.world.setOnline(true)
  await app.page.all(byText('退回')).at(-1)?.tap()
  const { value } = await world.cloud.call(getTicket, { ticketId }, desk)
  expect(value).toMatchObject({ status: 'new', assignee: '', bounces: 1 })
  expect(JSON.stringify(value?.timeline)).toContain('地址不清楚，没有这个门牌')
})

test('from accepting to done with hanging, resuming and cost lines, each tap light', async () => {
  const { personId, storage, token } = await technician('郑师傅')
  const { ticketId } = await given(personId, { limits: { ...hours(2), resolve: { clock: 'wall', minutes: 600 } } })
  const app = await open(storage, page, { ticketId })
  const now = async () => (await world.cloud.call(getTicket, { ticketId }, { token })).value
  await app.page.tap('电话')
  expect(app.world.callsOf('makePhoneCall')).toMatchObject([{ phoneNumber: '13800001234' }])
  for (const step of ['接单', '开始处理', '更多', '约时间', '明天\n11/24', '下午', '14:00', '半点'])
    await tapLightly(app, step)
  await tapLightly(app, '约在 明天 周二 14:30')
  expect(await now()).toMatchObject({ plannedFor: '2026-11-24T14:30:00+08:00' })
  for (const step of ['更多', '挂起', '等配件', '后天\n11/25']) await tapLightly(app, step)
  await tapLightly(app, '挂起，答应 后天 周三 前继续')
  expect(await now()).toMatchObject({ status: 'hung', hangReason: 'part', promisedOn: '2026-11-25' })
  await tapLightly(app, '恢复处理')
  for (const step of ['完成', '临时处理']) await tapLightly(app, step)
  expect(app.page.has(byText('请写明情况'))).toBe(true)
  await app.page.input('textarea', '先用备件顶上，周五换新')
  for (const line of [
    { name: '启动电容', quantity: '2', price: '35.55' },
    { name: '铜管', quantity: '1.5', price: '0.29' },
  ]) {
    await tapLightly(app, app.page.has(byText('添加费用或配件')) ? '添加费用或配件' : '再加一项费用')
    await tapLightly(app, '加入')
    expect(app.page.text()).toContain('请填写名称')
    const [name, quantity, price] = app.page.all('.job-cost-form input')
    await name?.input(line.name)
    await quantity?.input(line.quantity)
    await price?.input(line.price)
    await tapLightly(app, '加入')
  }
  expect(app.page.text()).toContain('合计 ¥71.54')
  await tapLightly(app, '提交完成')
  expect(await now()).toMatchObject({
    status: 'done',
    closedKind: 'temporary',
    costs: [
      { kind: 'part', name: '启动电容', quantity: 2, unitPriceFen: 3555 },
      { kind: 'part', name: '铜管', quantity: 1.5, unitPriceFen: 29 },
    ],
  })
})

test('what was filled in when finishing survives leaving', async () => {
  const { personId, storage, token } = await technician('冯师傅')
  const { ticketId } = await given(personId)
  for (const step of [acceptTicket, startTicket]) await world.cloud.call(step, { ticketId }, { token })
  const app = await open(storage)
  await app.page.tap('去完成')
  await app.page.tap('没修好')
  await app.page.input('textarea', '主板烧了')
  await app.back()
  await app.page.tap('去完成')
  expect(app.page.get('textarea').value).toBe('主板烧了')
  expect(app.page.has(byText('提交完成'))).toBe(true)
})

test('who hands over gives a reason and stays accountable until the next one accepts', async () => {
  const [from, to] = [await technician('孔师傅', ['空调']), await technician('曹师傅', ['门窗'])]
  const categoryId = await givenCategory(world.cloud, world.org, { name: '门窗', skill: '门窗' })
  const { ticketId } = await given(from.personId, { categoryId })
  await world.cloud.call(acceptTicket, { ticketId }, { token: from.token })
  const app = await open(from.storage, page, { ticketId })
  for (const step of ['更多', '转派', '下班交接', to.name]) await tapLightly(app, step)
  await tapLightly(app, `转给${to.name}`)
  const { value } = await world.cloud.call(getTicket, { ticketId }, desk)
  expect(value).toMatchObject({ status: 'assigned', assignee: to.name, accountable: from.name })
  expect(JSON.stringify(value?.timeline)).toContain('下班交接')
})

test('the desk on the phone sees whom to give it to and why, and somebody who gave it back last', async () => {
  const unwilling = await technician('何师傅', ['电梯'])
  const [fit, other] = [await technician('吕师傅', ['电梯']), await technician('施师傅', ['水电'])]
  const categoryId = await givenCategory(world.cloud, world.org, { name: '电梯异响', skill: '电梯' })
  const { ticketId } = await given(unwilling.personId, { categoryId })
  await world.cloud.call(bounceTicket, { ticketId, reason: '不在班' }, { token: unwilling.token })
  const app = await open(desk.storage, page, { ticketId })
  await tapLightly(app, '派单')
  const why = app.page.all('.job-person').map((person) => person.text)
  expect(why[0]).toContain(fit.name)
  expect(why[0]).toContain('会电梯异响')
  expect(why.find((text) => text.includes(unwilling.name))).toContain('退回过这件')
  expect(why.some((text) => text.includes(other.name) && text.includes('会电梯'))).toBe(false)
  await tapLightly(app, fit.name)
  await tapLightly(app, `派给${fit.name}`)
  const { value } = await world.cloud.call(getTicket, { ticketId }, desk)
  expect(value).toMatchObject({ status: 'assigned', assignee: fit.name })
})

test('the desk refuses with a reason, and corrects category and urgency', async () => {
  const { ticketId } = await given(undefined)
  await givenCategory(world.cloud, world.org, { name: '门锁' })
  const app = await open(desk.storage, page, { ticketId })
  for (const step of ['更多', '改类别或紧急程度', '紧急']) await tapLightly(app, step)
  while (!app.page.has(byText('门锁组'))) {
    await app.page.get(byText(/^还有 \d+ 个大类/)).tap()
    expect(app.setDataLog.lastAction).toBeLessThanOrEqual(atATap)
  }
  for (const step of ['门锁组', '门锁', '保存']) await tapLightly(app, step)
  const now = async () => (await world.cloud.call(getTicket, { ticketId }, desk)).value
  expect(await now()).toMatchObject({ urgency: 'urgent', category: '门锁组 · 门锁' })
  for (const step of ['更多', '不受理', '重复报修']) await tapLightly(app, step)
  await app.page.input(byPlaceholder('可不填'), '与昨天那件相同')
  await app.page.all(byText('不受理')).at(-1)?.tap()
  expect(await now()).toMatchObject({ status: 'refused', timeline: expect.arrayContaining([]) })
  expect(JSON.stringify((await now())?.timeline)).toContain('重复报修，与昨天那件相同')
})

test('a technician without anything to do is told what to do', async () => {
  const { storage } = await technician('施小师傅', ['没有人报的'])
  const app = await open(storage)
  expect(app.page.text()).toContain('手上没有任务')
  expect(app.page.has(byLabel('关闭'))).toBe(false)
})
