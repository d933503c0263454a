import type { Channel, CostLine } from '../../contract/repair'
import type { ClockWord } from '../../contract/repair-clocks'
import { mostCounted } from '../../contract/repair-desk'
import {
  type ClosedKind,
  type TicketAct,
  type TicketKind,
  type TicketStatus,
  ticketKinds,
  type Urgency,
} from '../../contract/repair-lifecycle'
import type { ratingReasons } from '../../contract/repair-requester'
import type { hangReasons } from '../../contract/repair-work'

export const kindNames = {
  repair: '报修',
  cleaning: '保洁',
  hazard: '隐患',
  praise: '表扬',
} satisfies Record<TicketKind, string>

export const statusNames = {
  new: '待派单',
  assigned: '待接单',
  accepted: '已接单',
  working: '处理中',
  hung: '已挂起',
  done: '待确认',
  confirmed: '已完成',
  refused: '未受理',
  cancelled: '已撤销',
} satisfies Record<TicketStatus, string>

export const urgencyNames = { normal: '普通', urgent: '紧急' } satisfies Record<Urgency, string>

export const clockNames = {
  response: '响应',
  plan: '方案',
  resolve: '解决',
  visit: '回访',
} satisfies Record<ClockWord | 'visit', string>

/** What each clock waits for. */
export const clockVerbs = {
  response: '接单',
  plan: '给出方案',
  resolve: '完成',
  visit: '回访',
} satisfies Record<ClockWord | 'visit', string>

export const channelNames = {
  app: '小程序',
  door: '扫码',
  hotline: '热线',
  wecom: '企业微信',
  paper: '纸单',
  import: '导入',
} satisfies Record<Channel, string>

export const closedNames = {
  fixed: '已修好',
  temporary: '已临时处理',
  notFixed: '没有修好',
} satisfies Record<ClosedKind, string>

export const hangNames = {
  part: '等配件',
  vendor: '等厂家',
  access: '进不了现场',
  approval: '等审批',
  weather: '天气原因',
  other: '其他原因',
} satisfies Record<(typeof hangReasons)[number], string>

export const ratingNames = {
  attitude: '态度',
  speed: '速度',
  quality: '质量',
  tidiness: '现场整洁',
  communication: '沟通',
} satisfies Record<(typeof ratingReasons)[number], string>

export const costNames = { labour: '工时', part: '配件', vendor: '外修' } satisfies Record<CostLine['kind'], string>

export const outcomeNames: Record<string, string> = {
  due: '待回访',
  satisfied: '满意',
  unsatisfied: '不满意',
  unreachable: '未接通',
}

/** What the desk calls the acts of the lifecycle. */
export const actNames = {
  assign: '派单',
  grab: '抢单',
  accept: '接单',
  bounce: '退回',
  transfer: '转派',
  start: '开始处理',
  hang: '挂起',
  resume: '恢复',
  finish: '完成',
  confirm: '确认',
  reopen: '重开',
  refuse: '不受理',
  cancel: '撤销',
} satisfies Record<TicketAct, string>

/** Words as the options of a choice, in their order. */
export const optionsOf = <T extends string>(names: Readonly<Record<T, string>>, wanted?: readonly T[]) =>
  (wanted ?? (Object.keys(names) as T[])).map((value) => ({ value, label: names[value] }))

/** How many there are; counts stop at a thousand. */
export const countText = (count: number): string => (count >= mostCounted ? `${mostCounted}+` : String(count))

export const kindOptions = optionsOf(kindNames, ticketKinds)
