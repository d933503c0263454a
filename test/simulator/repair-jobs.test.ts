import { getTicket } from '../../contract/repair'
import { grabTicket } from '../../contract/repair-work'
import { givenCategory, givenPlace } from '../support/given-repair'
import type { AppUnderTest } from './app-under-test'
import { atATap, hours, jobsWorld, tapLightly } from './jobs-world'
import { byLabel, byText } from './matching'

let world: Jobs['world']
let technician: Jobs['technician']
let given: Jobs['given']
let open: Jobs['open']
type Jobs = Awaited<ReturnType<typeof jobsWorld>>

beforeAll(async () => {
  ;({ world, technician, given, open } = await jobsWorld())
})
afterAll(() => world?.end())

const list = 'features/repair/jobs'
const cardAt = (app: AppUnderTest, place: string) => app.page.all('.job').find((card) => card.text.includes(place))

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

test('a technician without anything to do is told what to do', async () => {
  const { storage } = await technician('施小师傅', ['没有人报的'])
  const app = await open(storage)
  expect(app.page.text()).toContain('手上没有任务')
  expect(app.page.has(byLabel('关闭'))).toBe(false)
})
