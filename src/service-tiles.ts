import type { Duty } from '../contract/procedure'
import { goTo } from './go-to'
import type { RouteParams } from './routes'
import { scanCode } from './scan-code'
import type { Tile } from './ui/tiles'

const forAll = [
  { icon: 'room', title: '会议室', note: '查空闲、预订', onTap: () => goTo('rooms') },
  { icon: 'repair', title: '报修', note: '坏了、脏了、有隐患', onTap: () => goTo('report') },
  { icon: 'meal', title: '食堂菜单', note: '本周下周、过敏原、评价', onTap: () => goTo('menu') },
  { icon: 'bus', title: '班车', note: '下一班、预约、乘车码', onTap: () => goTo('departures') },
  { icon: 'calendar', title: '我的预订', note: '查看、改期、取消', onTap: () => goTo('myBookings') },
  { icon: 'ticket', title: '我的报修', note: '进度、确认、评价', onTap: () => goTo('myTickets') },
  { icon: 'clock', title: '我的用餐', note: '报了哪几餐、改、取消', onTap: () => goTo('myMeals') },
  { icon: 'seat', title: '我的座位', note: '班车预约、候补、长期', onTap: () => goTo('mySeats') },
  { icon: 'check', title: '问卷', note: '一分钟，说说满不满意', onTap: () => goTo('surveys') },
  { icon: 'praise', title: '你说，我们改', note: '改了什么、提建议', onTap: () => goTo('board') },
] as const satisfies readonly Tile[]

const jobs: Tile = { icon: 'people', title: '维修任务', note: '接单、处理、完成', onTap: () => goTo('jobs') }
const kitchen: Tile = { icon: 'people', title: '食堂当班', note: '人数、售罄、回评价', onTap: () => goTo('kitchen') }
const driving: Tile = { icon: 'people', title: '发车当班', note: '名单、扫码、晚点', onTap: () => goTo('driver') }

const canteenTiles = [
  { icon: 'star', title: '我的评价', note: '食堂的回复都在这里', onTap: () => goTo('myRatings') },
  { icon: 'shield', title: '我的忌口', note: '只留在这台手机上', onTap: () => goTo('avoid') },
] as const satisfies readonly Tile[]

/** What home offers: what everybody can do today, and before it the work of those who have some. */
export function homeTiles(duties: readonly Duty[] = []): readonly Tile[] {
  return [
    ...(duties.includes('technician') ? [jobs] : []),
    ...(duties.includes('kitchen') ? [kitchen] : []),
    ...(duties.includes('fleet') ? [driving] : []),
    ...forAll,
  ]
}

/** Everything the app can do today; a service appears here when it exists, not before. */
export function servicesFor(duties: readonly Duty[] = []): readonly Tile[] {
  // a manager looks in on the kitchen now and then, but works elsewhere
  const looksIn = duties.includes('manager') && !duties.includes('kitchen')
  const helpsOut = (duties.includes('manager') || duties.includes('dispatcher')) && !duties.includes('fleet')
  return [
    ...homeTiles(duties),
    ...(looksIn ? [kitchen] : []),
    ...(helpsOut ? [driving] : []),
    ...canteenTiles,
    { icon: 'scan', title: '扫一扫', note: '扫门上的码用房、签到、报修', onTap: scanCode },
  ]
}

/** The kinds of report about one place, named by its code or id. */
export function reportTiles(where: RouteParams): Tile[] {
  const tile = (kind: 'repair' | 'cleaning' | 'hazard' | 'praise', title: string): Tile => ({
    icon: kind,
    title,
    note: '',
    onTap: () => goTo('report', { ...where, kind }),
  })
  return [tile('repair', '报修'), tile('cleaning', '保洁'), tile('hazard', '隐患'), tile('praise', '表扬')]
}
