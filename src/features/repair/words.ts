import type { TicketBrief } from '../../../contract/repair'
import type { ClosedKind, TicketKind, TicketStatus } from '../../../contract/repair-lifecycle'
import type { ratingReasons } from '../../../contract/repair-requester'
import type { hangReasons } from '../../../contract/repair-work'
import { dayOf, formatClock, formatDayNear, formatMoment, parseInstant } from '../../../contract/zone'
import type { IconName } from '../../ui/icon-name'

export const kindNames: Record<TicketKind, string> = {
  repair: '报修',
  cleaning: '保洁',
  hazard: '隐患',
  praise: '表扬',
}

/** How a status looks in a list: word, colour and drawing say the same. */
export const statusWords: Record<
  TicketStatus,
  { word: string; tone: 'brand' | 'quiet' | 'accent' | 'danger'; icon: IconName }
> = {
  new: { word: '待派单', tone: 'accent', icon: 'clock' },
  assigned: { word: '待接单', tone: 'accent', icon: 'clock' },
  accepted: { word: '已接单', tone: 'brand', icon: 'people' },
  working: { word: '处理中', tone: 'brand', icon: 'repair' },
  hung: { word: '暂停中', tone: 'accent', icon: 'pause' },
  done: { word: '待确认', tone: 'accent', icon: 'bell' },
  confirmed: { word: '已完成', tone: 'quiet', icon: 'check' },
  refused: { word: '未受理', tone: 'danger', icon: 'close' },
  cancelled: { word: '已撤销', tone: 'quiet', icon: 'close' },
}

/** How a ticket looks in a list; praise has nobody to send. `isAsked`: it waits for my word that it is settled. */
export function statusLook(
  { status, kind }: Pick<TicketBrief, 'status' | 'kind'>,
  isAsked: boolean,
): (typeof statusWords)[TicketStatus] {
  if (kind === 'praise' && status === 'new') return { word: '已提交', tone: 'brand', icon: 'check' }
  return statusWords[status === 'done' && !isAsked ? 'confirmed' : status]
}

/** What a clock waits for: 应在 … 前接单. */
export const clockVerbs: Record<NonNullable<TicketBrief['dueClock']>, string> = {
  response: '接单',
  plan: '给出方案',
  resolve: '完成',
  visit: '回访',
}

export const closedNames: Record<ClosedKind, string> = {
  fixed: '已修好',
  temporary: '已临时处理',
  notFixed: '没有修好',
}

export const hangReasonNames: Record<(typeof hangReasons)[number], string> = {
  part: '等配件',
  vendor: '等厂家',
  access: '进不了现场',
  approval: '等审批',
  weather: '天气原因',
  other: '其他原因',
}

export const ratingReasonNames: Record<(typeof ratingReasons)[number], string> = {
  attitude: '态度',
  speed: '速度',
  quality: '质量',
  tidiness: '现场整洁',
  communication: '沟通',
}

/** 1 to 5 stars in words. */
export const starWords = ['很不满意', '不满意', '一般', '满意', '很满意'] as const

/** An instant of the wire as seen from now: 今天 周一 10:15. */
export const momentText = (at: string, now: number, zone: string): string =>
  formatMoment(parseInstant(at) ?? 0, now, zone)

/** From one instant of the wire to another: 今天 周一 08:30–12:00. */
export function spanText(from: string, until: string | undefined, now: number, zone: string): string {
  const begin = parseInstant(from) ?? 0
  const end = until === undefined ? undefined : parseInstant(until)
  const start = `${formatDayNear(dayOf(begin, zone), now, zone)} ${formatClock(begin, zone)}`
  if (end === undefined) return `${start} 以后`
  return dayOf(end, zone) === dayOf(begin, zone)
    ? `${start}–${formatClock(end, zone)}`
    : `${start} 至 ${formatMoment(end, now, zone)}`
}

/** So many minutes in words: 45 分钟, 1 小时 30 分, 2 天 3 小时; whole days only from two days on. */
export function lengthText(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole} 分钟`
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor(whole / 60), whole % 60]
  if (days >= 2) {
    const left = Math.floor((whole % 1440) / 60)
    return left === 0 ? `${days} 天` : `${days} 天 ${left} 小时`
  }
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`
}

/** The next deadline of a ticket in words, and whether it has passed; undefined when no clock runs. */
export function deadlineOf(
  { dueAt, dueClock, isOverdue }: Pick<TicketBrief, 'dueAt' | 'dueClock' | 'isOverdue'>,
  now: number,
  zone: string,
): { text: string; isOver: boolean } | undefined {
  if (!dueAt || !dueClock) return undefined
  const over = (now - (parseInstant(dueAt) ?? now)) / 60_000
  if (isOverdue) return { text: `${clockVerbs[dueClock]}已超时 ${lengthText(Math.max(0, over))}`, isOver: true }
  return { text: `应在 ${momentText(dueAt, now, zone)} 前${clockVerbs[dueClock]}`, isOver: false }
}

/** How many have met it: nothing while it is one. */
export const metText = (priority: number): string => (priority > 1 ? `${priority} 人遇到` : '')
