import type { CostLine } from '../../../contract/repair'
import type { ClosedKind, TicketStatus } from '../../../contract/repair-lifecycle'
import type { hangReasons, Suggestion } from '../../../contract/repair-work'

/** How a job stands for whoever works on it. */
export const jobStatusWords: Record<TicketStatus, string> = {
  new: '待接单',
  assigned: '待您接单',
  accepted: '已接单',
  working: '处理中',
  hung: '已挂起',
  done: '已完成',
  confirmed: '已确认',
  refused: '未受理',
  cancelled: '已撤销',
}

export const hangWords: Record<(typeof hangReasons)[number], string> = {
  part: '等配件',
  vendor: '等厂家',
  access: '进不了现场',
  approval: '等审批',
  weather: '天气原因',
  other: '其他',
}

export const closedWords: Record<ClosedKind, string> = { fixed: '修好了', temporary: '临时处理', notFixed: '没修好' }

export const costWords: Record<CostLine['kind'], string> = { labour: '工时', part: '配件', vendor: '外修' }

export const bounceReasons = ['不是我的工种', '手上忙不过来', '不在班', '地址不清楚']
export const transferReasons = ['不是我的工种', '手上忙不过来', '下班交接', '需要两人以上']
export const refuseReasons = ['不属于后勤维修', '重复报修', '联系不上报修人', '现场没有故障']

/** 空调 of 空调 · 不制冷. */
export const groupOf = (category: string): string => category.split(' · ')[0] ?? category

/** Why somebody is proposed, and what speaks against it: 会空调 · 负责这栋楼 · 在班 · 手上 3 件. */
export function reasonsFor({ hasSkill, isForBuilding, isOnShift, load, hasBounced }: Suggestion, category: string) {
  return [
    hasSkill ? `会${groupOf(category)}` : '工种不对口',
    isForBuilding ? '负责这栋楼' : '不负责这栋楼',
    isOnShift ? '在班' : '不在班',
    load > 0 ? `手上 ${load} 件` : '手上没有活',
    ...(hasBounced ? ['退回过这件'] : []),
  ].join(' · ')
}
