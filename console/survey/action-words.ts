import type { ValueOf } from '../../contract/procedure'
import type { listActions } from '../../contract/survey-actions'

/** An action as those who run it see it. */
export type RunAction = ValueOf<typeof listActions>['items'][number]

/** 11月25日前, and that it is overdue. */
export function dueText({ dueOn, isOverdue }: Pick<RunAction, 'dueOn' | 'isOverdue'>): string {
  if (!dueOn) return ''
  return `${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日前${isOverdue ? '，已逾期' : ''}`
}

/** 12 人说变好了，3 人说没变，1 人说变差了 */
export const voicesText = ({ better, same, worse }: Pick<RunAction, 'better' | 'same' | 'worse'>): string =>
  better + same + worse === 0 ? '还没有人说' : `${better} 人说变好了，${same} 人说没变，${worse} 人说变差了`
