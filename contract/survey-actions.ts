import * as v from 'valibot'
import { day, id, instant, optionalText, pageOf, paging, text, whole } from './fields'
import { procedure } from './procedure'

const owners = ['surveyor', 'manager', 'admin'] as const

/** 需求 → 采纳 / 暂缓 / 不采纳 → 执行 → 完成 (by a new measurement). */
export const actionStatus = v.picklist(['proposed', 'adopted', 'postponed', 'declined', 'done', 'closed'])
export type ActionStatus = v.InferOutput<typeof actionStatus>

/** What is done, or not, about something people said. */
export const action = v.object({
  actionId: id,
  /** What people said. */
  need: v.string(),
  /** What is done about it; '' until it is adopted. */
  measure: v.string(),
  status: actionStatus,
  /** Why it was postponed or declined; what came of it. */
  reason: v.string(),
  owner: v.optional(v.string()),
  dueOn: v.optional(day),
  isOverdue: v.boolean(),
  surveyId: v.optional(id),
  item: v.optional(v.string()),
  /** How many staff say it got better, stayed, got worse. */
  better: v.number(),
  same: v.number(),
  worse: v.number(),
  mine: v.optional(v.picklist(['better', 'same', 'worse'])),
  /** The survey that measured again, and the two means. */
  measuredBy: v.optional(id),
  meanBefore: v.optional(v.number()),
  meanAfter: v.optional(v.number()),
  changedAt: instant,
  revision: v.number(),
})
export type Action = v.InferOutput<typeof action>

export const suggest = procedure('survey.suggest', {
  summary:
    'A suggestion of a member of staff, at most five a day; shown to others only once it is decided on, and nobody is told whose it is: no command, no audit entry. The same words again are the same suggestion.',
  input: v.object({ need: text(300, '建议') }),
  output: v.object({ actionId: id }),
  refusals: ['TOO_MANY_TODAY'],
  may: 'staff',
})

export const listActions = procedure('survey.listActions', {
  summary: 'All actions and suggestions for those who run them, overdue ones first.',
  input: v.object({ ...paging, status: v.optional(actionStatus) }),
  output: pageOf(v.object({ ...action.entries, ownerId: v.optional(id), isSuggestion: v.boolean() })),
  refusals: [],
  may: owners,
})

export const saveAction = procedure('survey.saveAction', {
  summary: 'Makes an action of a finding, or decides on one: who does what until when, or why not.',
  input: v.object({
    actionId: v.optional(id),
    revision: v.optional(whole(1, 1_000_000)),
    need: text(300, '大家说的'),
    measure: optionalText(500, '怎么改'),
    status: v.picklist(['proposed', 'adopted', 'postponed', 'declined', 'done']),
    reason: optionalText(300, '理由'),
    ownerId: v.optional(id),
    dueOn: v.optional(day),
    surveyId: v.optional(id),
    item: v.optional(v.string()),
  }),
  output: v.object({ actionId: id, revision: v.number() }),
  refusals: [
    'NO_SUCH_ACTION',
    'CHANGED_MEANWHILE',
    'NEEDS_OWNER_AND_DATE',
    'NEEDS_REASON',
    'NO_SUCH_PERSON',
    'NO_SUCH_SURVEY',
    'IS_CLOSED',
  ],
  may: owners,
  writes: true,
})

export const closeAction = procedure('survey.closeAction', {
  summary:
    'Closes an action that is done, by a closed survey that began after that and after the survey it came of, and asked the same question in the same words.',
  input: v.object({ actionId: id, surveyId: id, item: v.string(), reason: optionalText(300, '结果') }),
  output: v.object({ meanBefore: v.optional(v.number()), meanAfter: v.number() }),
  refusals: ['NO_SUCH_ACTION', 'NOT_DONE', 'NO_SUCH_SURVEY', 'NOT_MEASURED_AGAIN', 'TOO_FEW'],
  may: owners,
  writes: true,
})

export const listBoard = procedure('survey.listBoard', {
  summary: 'You said, we changed: what came of what people said, newest first.',
  input: v.object(paging),
  output: pageOf(action),
  refusals: [],
  may: 'staff',
})

export const voteAction = procedure('survey.voteAction', {
  summary: 'Says whether it got better; one voice each, which may be changed.',
  input: v.object({ actionId: id, vote: v.picklist(['better', 'same', 'worse']) }),
  output: v.object({ better: v.number(), same: v.number(), worse: v.number() }),
  refusals: ['NO_SUCH_ACTION', 'NOT_DONE'],
  may: 'staff',
  writes: true,
})
