import type { MyRating } from '../../../contract/canteen-ratings'
import { parseInstant } from '../../../contract/zone'
import { momentText } from './words'

type Tone = 'brand' | 'quiet' | 'accent' | 'danger'

/** How a rating stands with the kitchen, in a word and in a sentence. */
export function answerState(rating: MyRating, now: number, zone: string): { word: string; tone: Tone; text: string } {
  const { answeredAt, dueAt } = rating
  if (answeredAt) return { word: '食堂已回复', tone: 'brand', text: '' }
  if (dueAt === undefined) return { word: '已收到', tone: 'quiet', text: '' }
  const at = parseInstant(dueAt) ?? 0
  if (at < now) return { word: '还没有回复', tone: 'accent', text: '食堂还没有回复，已经提醒主管。' }
  return { word: '等食堂回复', tone: 'accent', text: `${momentText(dueAt, now, zone)} 前回复` }
}

/** Whether others see the words and photos, as a sentence; empty when there is nothing to see. */
export const seenText: Record<MyRating['moderation'], string> = {
  none: '',
  pending: '文字和照片审核后，同事们才能看到；厨房现在就能看到。',
  passed: '同事们能看到，不显示您的姓名。',
  risky: '文字或照片没有通过审核，只有厨房能看到。可以修改后再提交。',
}

const actionStates: Record<string, string | undefined> = {
  open: '已列入整改',
  doing: '整改中',
  done: '已整改，等核实',
  verified: '已整改并核实',
}

/** What came of it: 整改中：厨房换了新的蒸柜（12月1日前）. */
export function actionText({ action }: MyRating): string {
  if (!action) return ''
  const due = action.status === 'verified' ? '' : `（${action.dueOn} 前）`
  return `${actionStates[action.status] ?? '整改'}：${action.title}${due}`
}
