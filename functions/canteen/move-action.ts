import type { Updateable } from 'kysely'
import { type ActionStatus, moveAction } from '../../contract/canteen-feedback'
import type { CorrectiveAction } from '../../database/types'
import { keeper, refuse } from '../keeper'
import { holdAction, readAction } from './action-rows'
import { tellAuthor } from './tell-of-rating'

/** Where an action may go from where it stands. What was verified stays so. */
const next: Record<ActionStatus, readonly ActionStatus[]> = {
  open: ['doing', 'done'],
  doing: ['open', 'done'],
  done: ['verified', 'open', 'doing'],
  verified: [],
}

const checkViolation = '23514'

export default keeper(moveAction, async ({ actionId, status, outcome }, asked) => {
  const { db, orgId, now, person } = asked
  const row = await holdAction(asked, actionId)
  if (!row) return refuse('NO_SUCH_ACTION')
  const from = row.status as ActionStatus
  if (!next[from].includes(status)) return refuse('WRONG_STATUS')
  const isManager = person.duties.has('manager')
  if (!isManager && (status === 'verified' || row.ownerId !== person.personId)) return refuse('NOT_YOURS')
  // what was done, or why it is not done after all
  const isTold = status === 'done' || (from === 'done' && status !== 'verified')
  if (isTold && outcome === '') return refuse('NEEDS_OUTCOME')
  const at = new Date(now)
  const patch: Record<ActionStatus, Updateable<CorrectiveAction>> = {
    open: { doneAt: null, doneBy: null },
    doing: { doneAt: null, doneBy: null },
    done: { doneAt: at, doneBy: person.personId },
    verified: { verifiedAt: at, verifiedBy: person.personId },
  }
  try {
    await db
      .updateTable('correctiveAction')
      .set({
        status,
        ...patch[status],
        ...(outcome === '' ? {} : { outcome }),
        ...(from === 'done' && status !== 'verified' ? { overdueToldAt: null } : {}),
      })
      .where('orgId', '=', orgId)
      .where('actionId', '=', actionId)
      .execute()
  } catch (cause) {
    const { code, constraint } = cause as { code?: string; constraint?: string }
    // whoever did it does not verify it: the refusal ends the transaction that the constraint has ended
    if (code === checkViolation && constraint === 'corrective_action_verifier') return refuse('NOT_BY_THE_DOER')
    throw cause
  }
  if (status === 'verified' && row.ratingId) {
    const result = outcome === '' ? row.outcome : outcome
    const body = (dish: string) => `您对“${dish}”提的意见已整改并验收：${result}`
    await tellAuthor(asked, row.ratingId, { title: '您反映的问题已整改', body })
  }
  asked.note({ actionId, from, status })
  return readAction(asked, actionId)
})
