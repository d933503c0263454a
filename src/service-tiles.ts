import { goTo } from './go-to'
import { scanCode } from './scan-code'
import type { Tile } from './ui/tiles'

/** What the app can do today; a service appears here when it exists, not before. */
export const services = [
  { icon: 'room', title: '会议室', note: '查空闲、预订', onTap: () => goTo('rooms') },
  { icon: 'calendar', title: '我的预订', note: '查看、改期、取消', onTap: () => goTo('myBookings') },
  { icon: 'scan', title: '扫一扫', note: '扫门上的码用房、签到', onTap: scanCode },
] as const satisfies readonly Tile[]
