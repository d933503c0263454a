import { formatMoment } from '../../contract/zone'
import type { Letter } from '../tell-each'

/** A step that time has just done, as `take_due_steps` gives it. */
export interface TakenStep {
  orgId: number
  ticketId: string
  number: string
  categoryId: string
  clock: 'response' | 'plan' | 'resolve' | 'visit' | 'promise'
  step: 'warn' | 'escalate'
  dueAt: Date | null
  assigneeId: string | null
}

/** A message about a step; what a sum of many is made of. */
export interface StepLetter extends Letter {
  about: 'warned' | 'escalated' | 'promised'
  isOwn: boolean
}

const clockNames = { response: '响应', plan: '方案', resolve: '完成', visit: '回访', promise: '承诺' }
const wanted = { response: '响应', plan: '给出方案', resolve: '处理完', visit: '回访', promise: '继续处理' }

/** What somebody reads of a step: whoever has the ticket (`isOwn`), or those who see to it. `now` in epoch ms. */
export function stepBody(taken: TakenStep, isOwn: boolean, now: number, zone: string): string {
  const { clock, step, dueAt, assigneeId } = taken
  if (clock === 'promise') return isOwn ? '今天是答应继续处理的日子，请安排。' : '今天是答应继续处理的日子，请关注。'
  const due = dueAt ? formatMoment(dueAt.getTime(), now, zone) : ''
  const nobody = assigneeId === null && clock !== 'visit' ? '还没有人接，' : ''
  const isOver = step === 'escalate' || (dueAt !== null && dueAt.getTime() <= now)
  if (isOver) return `${clockNames[clock]}时限已过（${due}），${nobody}${isOwn ? '请尽快处理。' : '请尽快安排。'}`
  return `请在${due}前${wanted[clock]}，时限已用去四分之三。${nobody ? '还没有人接，请尽快派单。' : ''}`
}

/** One message instead of many. */
export function stepSum(letters: readonly StepLetter[]) {
  const count = (about: StepLetter['about']) => letters.filter((letter) => letter.about === about).length
  const parts = [
    [count('escalated'), '项已过时限'],
    [count('warned'), '项将到时限'],
    [count('promised'), '项到了答应继续处理的日子'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  const isOwn = letters.every((letter) => letter.isOwn)
  return {
    title: `工单时限提醒（${letters.length} 项）`,
    body: `${said.join('，')}，请尽快处理。`,
    path: isOwn ? '/features/repair/jobs' : '',
  }
}
