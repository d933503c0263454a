import { getTicket } from '../../contract/repair'
import { acceptTicket, bounceTicket, startTicket } from '../../contract/repair-work'
import { givenCategory } from '../support/given-repair'
import { atATap, hours, jobsWorld, tapLightly } from './jobs-world'
import { byPlaceholder, byText } from './matching'

let world: Jobs['world']
let desk: Jobs['desk']
let technician: Jobs['technician']
let given: Jobs['given']
let open: Jobs['open']
type Jobs = Awaited<ReturnType<typeof jobsWorld>>

beforeAll(async () => {
  ;({ world, desk, technician, given, open } = await jobsWorld())
})
afterAll(() => world?.end())

const page = 'features/repair/ticket'

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
