import type { ActionStatus } from '../../contract/survey-actions'
import { formatDayLong } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'
import { tellPerson } from '../tell'
import { boardPath } from './action-rows'

interface Decision {
  status: ActionStatus
  need: string
  measure: string
  reason: string
  dueOn?: string | null
}

/** Title and body by what was decided; nothing of what goes back to be considered. */
const letters: Record<ActionStatus, ((decision: Decision) => [title: string, body: string]) | undefined> = {
  proposed: undefined,
  adopted: ({ need, measure, dueOn }) => [
    '您的建议已采纳',
    `您建议“${need}”。我们准备：${measure}${dueOn ? `，计划${formatDayLong(dueOn)}前改好` : ''}。谢谢您。`,
  ],
  postponed: ({ need, reason }) => [
    '您的建议暂缓办理',
    `您建议“${need}”。现在还做不到：${reason}。我们记着这件事，谢谢您。`,
  ],
  declined: ({ need, reason }) => [
    '您的建议这次没有采纳',
    `您建议“${need}”。没有采纳的原因：${reason}。谢谢您提出来。`,
  ],
  done: ({ need, measure }) => [
    '您的建议已经改好',
    `您建议“${need}”。我们做了：${measure}。请到“你说，我们改”告诉我们有没有变好。`,
  ],
  closed: ({ need }) => ['您的建议已经复评', `您建议“${need}”。改好之后我们又问了大家，结果请看“你说，我们改”。`],
}

/** Tells whoever suggested something what was decided, as long as it is remembered who that was. */
export async function tellSuggester(
  { db, orgId, now }: AskedByPerson,
  { suggestedBy }: { suggestedBy: string | null },
  decision: Decision,
): Promise<void> {
  const letter = letters[decision.status]?.(decision)
  if (!letter || !suggestedBy) return
  // whole sentences, also of what already ends in one
  const [title, body] = letter.map((words) => words.replace(/[。！？]。/g, (end) => end.charAt(0))) as [string, string]
  await tellPerson(db, { orgId, personId: suggestedBy, now }, { title, body, path: boardPath })
}
