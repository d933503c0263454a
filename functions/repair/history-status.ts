/** What became of a ticket of a history. */
export type HistoryOutcome = 'new' | 'confirmed' | 'cancelled' | 'refused'

const words: readonly [HistoryOutcome, RegExp][] = [
  ['cancelled', /取消|撤销|撤回|撤单|作废|无效|cancel|void|withdrawn/i],
  ['refused', /拒绝|驳回|不受理|未受理|不予受理|退单|退回|reject|refused|declined/i],
  ['confirmed', /[待未](评价|评分|确认|验收|回访|归档|结算|签字)/],
  ['new', /未|待|中$|中[)）]|挂起|暂停|重新打开|open|new|pending|progress|assigned|hold|waiting|started|reopen/i],
  [
    'confirmed',
    /完成|完毕|解决|修复|修好|关闭|结单|结案|办结|归档|验收|评价|竣工|结束|销单|closed|resolved|complete|done|fixed|solved|finished/i,
  ],
]

/** What a status column says; undefined when it says nothing that is understood. 未完成 is not 完成, 待评价 is. */
export function readOutcome(cell: string): HistoryOutcome | undefined {
  return words.find(([, pattern]) => pattern.test(cell))?.[0]
}

/** Whether a cell for the time of closing says in words that it is not closed yet. */
export function isNotYet(cell: string): boolean {
  return /^(未|尚未|还没|没有?|待|暂|处理中|维修中|进行中|挂起|open|pending|in progress|not |none|null|\?+$)/i.test(
    cell,
  )
}

const lengths: Record<string, number> = {
  分钟: 1,
  分: 1,
  小时: 60,
  时: 60,
  h: 60,
  hour: 60,
  hours: 60,
  天: 1440,
  日: 1440,
}

/** A limit said as a length (24小时, 2天) in minutes; undefined for anything else. */
export function readLength(cell: string): number | undefined {
  const match = /^(\d{1,4}(?:\.\d+)?)\s*个?(分钟|分|小时|时|hours?|h|天|日)(?:内|之内|以内)?$/i.exec(cell)
  return match ? Number(match[1]) * (lengths[(match[2] ?? '').toLowerCase()] ?? 0) : undefined
}
