import { reserveRoom } from '../../contract/booking'
import { getMenuWeek } from '../../contract/canteen'
import { reserveMeal } from '../../contract/canteen-meals'
import type { ValueOf } from '../../contract/procedure'
import { reportTicket } from '../../contract/repair'
import { listCategories } from '../../contract/repair-catalog'
import { markStop } from '../../contract/shuttle'
import { addDays } from '../../contract/zone'
import { type Finding, lasting } from '../support/page-checks'
import { givenSurveyFor } from '../support/survey-visitors'
import { dayIn, spanOn } from '../support/times'
import type { Visit } from '../support/visit'
import { get, givenRoomFor, givenVisitor, type Visitor } from '../support/visitors'

/** A page with something on it: its address behind `#`, and a text that is there when it is whole. */
export interface FilledPage {
  name: string
  address: string
  shows: string | RegExp
}

/** Somebody with a room, a booking and a door, and every page they can open, filled. */
export async function givenFilledPages(): Promise<{ visitor: Visitor; pages: FilledPage[] }> {
  const visitor = await givenVisitor(['proxy', 'kitchen'])
  const room = await givenRoomFor([visitor])
  const booking = await get(
    reserveRoom,
    {
      roomId: room.roomId,
      purpose: '一个名字比较长的会议：https://xinghe.example.cn/meetings/agenda',
      tea: true,
      equipment: ['projector'],
      ...spanOn(dayIn(2), 600, 690),
    },
    visitor.token,
  )
  const { ticketId } = await givenTicketAt(room.roomId, visitor)
  const menu = await givenMeal(visitor)
  await get(markStop, { stopId: '花园路口', isFavourite: true }, visitor.token)
  const surveyId = await givenSurveyFor(visitor)
  const [booked, at] = [`bookingId=${booking.bookingId}`, `roomId=${room.roomId}`]
  const pages: FilledPage[] = [
    { name: 'home', address: '/pages/home', shows: '接下来' },
    { name: 'services', address: '/pages/all-services', shows: '扫一扫' },
    { name: 'mine', address: '/pages/mine', shows: '退出登录' },
    { name: 'bind', address: '/features/people/bind', shows: '绑定并登录' },
    { name: 'confirm-sign-in', address: `/features/people/confirm-sign-in?code=${'a'.repeat(22)}`, shows: '确认登录' },
    { name: 'type-code', address: '/features/people/type-code', shows: '打开' },
    { name: 'notices', address: '/features/people/notices', shows: /还没有消息|已派给|问卷/ },
    { name: 'rooms', address: '/features/booking/rooms', shows: /人 · / },
    { name: 'room', address: `/features/booking/room?${at}`, shows: '一周安排' },
    { name: 'find', address: '/features/booking/find', shows: /最合适的在前|没有合适的/ },
    { name: 'reserve', address: `/features/booking/reserve?${at}`, shows: '换一间' },
    { name: 'my-bookings', address: '/features/booking/my-bookings', shows: /^一个名字比较长/ },
    { name: 'booking', address: `/features/booking/booking?${booked}`, shows: '取消预订' },
    { name: 'find-place', address: '/features/repair/find-place', shows: '最近用过的地点' },
    { name: 'place', address: `/features/repair/place?placeId=${room.roomId}`, shows: '这里已经有人报过' },
    {
      name: 'report',
      address: `/features/repair/report?placeId=${room.roomId}&kind=hazard`,
      shows: '先点一下是哪一类',
    },
    { name: 'my-tickets', address: '/features/repair/my-tickets', shows: '我要报修' },
    { name: 'ticket', address: `/features/repair/ticket?ticketId=${ticketId}`, shows: '进展' },
    {
      name: 'menu',
      address: `/features/canteen/menu?canteenId=${menu.canteenId}&day=${menu.day}`,
      shows: /^含 |确认不含|未确认/,
    },
    { name: 'dishes', address: '/features/canteen/dishes', shows: /人评价/ },
    { name: 'dish', address: `/features/canteen/dish?dishId=${menu.dishId}`, shows: '大家怎么说' },
    { name: 'avoid', address: '/features/canteen/avoid', shows: '我只吃' },
    { name: 'rate', address: `/features/canteen/rate`, shows: /怎么|评价对厨房不显示姓名/ },
    { name: 'my-meals', address: '/features/canteen/my-meals', shows: /前可改|还没有报过/ },
    { name: 'my-ratings', address: '/features/canteen/my-ratings', shows: /您还没有评价过菜/ },
    { name: 'kitchen', address: '/features/canteen/kitchen', shows: /人吃|今天没有公布的餐/ },
    { name: 'departures', address: '/features/shuttle/departures', shows: '往 综合楼' },
    { name: 'lines', address: '/features/shuttle/lines', shows: '东风渠 ↔ 综合楼' },
    { name: 'line', address: `/features/shuttle/line?routeId=${encodeURIComponent('区间车')}`, shows: '会议中心' },
    { name: 'stops', address: '/features/shuttle/stops', shows: '农业路' },
    { name: 'my-seats', address: '/features/shuttle/my-seats', shows: /还没有预约班车座位/ },
    { name: 'surveys', address: '/features/survey/surveys', shows: /约 \d+ 分钟/ },
    {
      name: 'survey-answer',
      address: `/features/survey/answer?surveyId=${surveyId}`,
      shows: '最近一次去是哪天？（选填）',
    },
    { name: 'survey-promise', address: '/features/survey/promise', shows: '我们保证' },
    { name: 'survey-result', address: `/features/survey/result?surveyId=${surveyId}`, shows: /结果还没有公布/ },
    { name: 'board', address: '/features/survey/board', shows: /你说：|还没有改进事项/ },
    { name: 'suggest', address: '/features/survey/suggest', shows: '哪里不方便？希望怎么改？' },
    { name: 'door', address: `/features/booking/door?token=${room.doorToken}`, shows: '这间的一周安排' },
  ]
  return { visitor, pages }
}

/** A day that is served in the coming week, one of its dishes, and a meal of it that this person eats. */
async function givenMeal({ token }: Visitor): Promise<{ canteenId: string; day: string; dishId: string }> {
  const { today } = await get(getMenuWeek, {}, token)
  const { canteenId = '', days } = await get(getMenuWeek, { day: addDays(today, 7) }, token)
  const day = days.find(({ status }) => status === 'open')
  const sitting = day?.sittings.find(({ cutoffAt }) => cutoffAt !== undefined)
  if (!day || !sitting) throw new Error('the demo serves nothing next week')
  await get(reserveMeal, { canteenId, day: day.day, meal: sitting.meal }, token)
  return { canteenId, day: day.day, dishId: sitting.servings[0]?.dishId ?? '' }
}

/** Something reported about a room, with all that can be filled in. */
async function givenTicketAt(placeId: string, { token }: Visitor): Promise<ValueOf<typeof reportTicket>> {
  const { categories } = await get(listCategories, {}, token)
  // of the demo's own: another test that runs beside this one counts what is in its category
  const leaf = categories.find(({ name }) => name === '灯不亮、闪烁')
  const wish = {
    words: '投影仪开机十分钟后变红，重启以后又好一阵：ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    phone: '13800000000',
  }
  return get(
    reportTicket,
    { categoryId: leaf?.categoryId ?? '', placeId, placeNote: '讲台左边', urgency: 'urgent', ...wish },
    token,
  )
}

/** One way to look at an open page. */
export interface Look {
  /** Turns the page into what is looked at. */
  turn?: () => Promise<void>
  checks: readonly (() => Promise<Finding[]>)[]
  /** Begins the names of its pictures. */
  picture?: string
}

/** Opens every page once, as the first one, and looks at it in each way; gives what lasting trouble is found, by page. */
export async function troubleOn(
  visit: Visit,
  pages: readonly FilledPage[],
  ...looks: readonly Look[]
): Promise<Record<string, Finding[]>> {
  const trouble: Record<string, Finding[]> = {}
  for (const each of pages) {
    await openPage(visit, each)
    for (const { turn, checks, picture } of looks) {
      await turn?.()
      const found = await lasting(...checks)
      if (found.length > 0) trouble[each.name] = [...(trouble[each.name] ?? []), ...found]
      if (picture) await visit.picture(`${picture}-${each.name}`)
    }
  }
  return trouble
}

/** Waits until the page is whole. */
async function openPage({ page, top }: Visit, { address, shows }: FilledPage): Promise<void> {
  await page.goto('about:blank') // else only the hash would change, and pages would pile up
  await page.goto(`/#${address}`)
  await top.getByText(shows).first().waitFor()
}
