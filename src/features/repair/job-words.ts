import type { CostLine } from '../../../contract/repair'
import type { ClosedKind, TicketStatus } from '../../../contract/repair-lifecycle'
import type { Suggestion } from '../../../contract/repair-work'
import type { JobSheet, JobStep, TapAct } from './job-steps'
import { statusWords } from './words'

/** How a job stands for whoever works on it. */
export const jobStatusWord = (status: TicketStatus): string =>
  status === 'new' ? '没人接' : status === 'assigned' ? '待您接单' : statusWords[status].word

/** What a technician says of the work; the others read it as `closedNames`. */
export const finishWords: Record<ClosedKind, string> = { fixed: '修好了', temporary: '临时处理', notFixed: '没修好' }

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

interface StepWords {
  title: string
  note: string
}

const actStepWords: Record<TapAct, StepWords> = {
  grab: { title: '抢单', note: '由我来处理' },
  accept: { title: '接单', note: '从现在起由我负责' },
  start: { title: '开始处理', note: '到现场了，开始修' },
  resume: { title: '恢复处理', note: '条件具备了，继续计时' },
}

const sheetStepWords: Record<Exclude<JobSheet, 'more'>, StepWords> = {
  bounce: { title: '退回', note: '说明原因，请调度改派' },
  transfer: { title: '转派', note: '交给另一位师傅' },
  assign: { title: '派单', note: '选一位师傅' },
  plan: { title: '约时间', note: '告诉报修人什么时候来、怎么修' },
  hang: { title: '挂起', note: '现在修不了：写明原因和答应的日期，暂停计时' },
  finish: { title: '完成', note: '填结果、费用和配件' },
  refuse: { title: '不受理', note: '不归我们修，或没法修' },
  classify: { title: '改类别或紧急程度', note: '时限从报修时起重新计算' },
}

/** What a step is called, and what it does. */
export function stepWordsOf(step: JobStep, { status }: { status: TicketStatus }): StepWords {
  if ('act' in step) return actStepWords[step.act]
  if (step.sheet === 'more') return { title: '更多', note: '' }
  if (step.sheet === 'assign' && status === 'assigned') return { title: '改派', note: '还没接单，换一位师傅' }
  return sheetStepWords[step.sheet]
}
