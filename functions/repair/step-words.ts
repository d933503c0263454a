import { formatMoment } from '../../contract/zone'
import type { Message } from '../tell'

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

/** Somebody hears of a step. */
export interface StepLetter {
  personId: string
  taken: TakenStep
}

const clockNames = { response: '响应', plan: '方案', resolve: '完成', visit: '回访', promise: '承诺' }
const wanted = { response: '响应', plan: '给出方案', resolve: '处理完', visit: '回访', promise: '继续处理' }

const isOwn = ({ personId, taken }: StepLetter) => personId === taken.assigneeId

/** What somebody reads of a step: whoever has the ticket, or those who see to it. `now` in epoch ms. */
export function stepBody(letter: StepLetter, now: number, zone: string): string {
  const { clock, step, dueAt, assigneeId } = letter.taken
  if (clock === 'promise') return `今天是答应继续处理的日子，${isOwn(letter) ? '请安排' : '请关注'}。`
  const due = dueAt ? formatMoment(dueAt.getTime(), now, zone) : ''
  const nobody = assigneeId === null && clock !== 'visit' ? '还没有人接，' : ''
  const isOver = step === 'escalate' || (dueAt !== null && dueAt.getTime() <= now)
  if (isOver) return `${clockNames[clock]}时限已过（${due}），${nobody}请尽快${isOwn(letter) ? '处理' : '安排'}。`
  return `请在${due}前${wanted[clock]}，时限已用去四分之三。${nobody ? '还没有人接，请尽快派单。' : ''}`
}

/** One message instead of many. */
export function stepSum(letters: readonly StepLetter[]): Message {
  const promised = letters.filter(({ taken }) => taken.clock === 'promise').length
  const escalated = letters.filter(({ taken }) => taken.step === 'escalate').length
  const parts = [
    [escalated, '项已过时限'],
    [letters.length - promised - escalated, '项将到时限'],
    [promised, '项到了答应继续处理的日子'],
  ] as const
  const said = parts.filter(([n]) => n > 0).map(([n, words]) => `${n} ${words}`)
  return {
    title: `工单时限提醒（${letters.length} 项）`,
    body: `${said.join('，')}，请尽快处理。`,
    path: letters.every(isOwn) ? '/features/repair/jobs' : '',
  }
}
