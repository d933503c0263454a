import { sql } from 'kysely'
import type { Action, ActionStatus } from '../../contract/survey-actions'
import { type Day, dayOf, formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** Where staff read what came of what they said. */
export const boardPath = '/features/survey/board'

/** Whether an action is adopted and its day has passed; `today` where the institution is. */
export const overdueOn = (today: Day) => sql<boolean>`(a.status = 'adopted' AND a.due_on < ${today}::date)`

/** Actions with their owner's name, the voices for them, and that of the asker. Who suggested one is never read here. */
export function actionRows({ db, orgId, now, person }: AskedByPerson) {
  const voices = (vote: string) =>
    sql<number>`(SELECT count(*)::integer FROM survey_vote v
      WHERE v.org_id = a.org_id AND v.action_id = a.action_id AND v.vote = ${vote})`
  return db
    .selectFrom('surveyAction as a')
    .leftJoin('person as o', (on) => on.onRef('o.orgId', '=', 'a.orgId').onRef('o.personId', '=', 'a.ownerId'))
    .leftJoin('surveyVote as m', (on) =>
      on.onRef('m.orgId', '=', 'a.orgId').onRef('m.actionId', '=', 'a.actionId').on('m.personId', '=', person.personId),
    )
    .select(['a.actionId', 'a.need', 'a.measure', 'a.status', 'a.reason', 'a.ownerId', 'o.name as owner', 'a.dueOn'])
    .select(['a.surveyId', 'a.item', 'a.isSuggestion', 'a.measuredBy', 'a.meanBefore', 'a.meanAfter', 'a.changedAt'])
    .select(['a.revision', 'm.vote as mine', overdueOn(dayOf(now, person.zone)).as('isOverdue')])
    .select([voices('better').as('better'), voices('same').as('same'), voices('worse').as('worse')])
    .where('a.orgId', '=', orgId)
}

type Row = Awaited<ReturnType<ReturnType<typeof actionRows>['execute']>>[number]

/** An action as the board shows it. */
export function showAction(row: Row, { person }: AskedByPerson): Action {
  const { actionId, need, measure, reason, isOverdue, better, same, worse, revision } = row
  return {
    ...{ actionId, need, measure, reason, isOverdue, better, same, worse, revision },
    status: row.status as ActionStatus,
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
    ...(row.surveyId === null ? {} : { surveyId: row.surveyId }),
    ...(row.item === null ? {} : { item: row.item }),
    ...(row.mine === null ? {} : { mine: row.mine as Action['mine'] }),
    ...(row.measuredBy === null ? {} : { measuredBy: row.measuredBy }),
    ...(row.meanBefore === null ? {} : { meanBefore: row.meanBefore }),
    ...(row.meanAfter === null ? {} : { meanAfter: row.meanAfter }),
    changedAt: formatInstant(row.changedAt.getTime(), person.zone),
  }
}

/** One of them, held until the transaction ends. */
export function holdAction({ db, orgId }: AskedByPerson, actionId: string) {
  return db
    .selectFrom('surveyAction')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('actionId', '=', actionId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}
