import type { CorrectiveAction } from '../../contract/canteen-feedback'
import { dayOf, formatInstant } from '../../contract/zone'
import type { AskedByPerson } from '../keeper'

/** Corrective actions with the names that stand on their cards. */
export function actionRows({ db, orgId }: AskedByPerson) {
  return db
    .selectFrom('correctiveAction as a')
    .innerJoin('canteen as c', (on) => on.onRef('c.orgId', '=', 'a.orgId').onRef('c.canteenId', '=', 'a.canteenId'))
    .innerJoin('person as o', (on) => on.onRef('o.orgId', '=', 'a.orgId').onRef('o.personId', '=', 'a.ownerId'))
    .leftJoin('dish as d', (on) => on.onRef('d.orgId', '=', 'a.orgId').onRef('d.dishId', '=', 'a.dishId'))
    .leftJoin('person as p', (on) => on.onRef('p.orgId', '=', 'a.orgId').onRef('p.personId', '=', 'a.verifiedBy'))
    .select(['a.actionId', 'a.canteenId', 'c.name as canteen', 'a.title', 'a.detail', 'a.dishId', 'd.name as dish'])
    .select(['a.ratingId', 'a.ownerId', 'o.name as owner', 'a.dueOn', 'a.status', 'a.outcome', 'a.createdAt'])
    .select(['a.doneAt', 'a.verifiedAt', 'p.name as verifiedBy'])
    .where('a.orgId', '=', orgId)
}

type Row = Awaited<ReturnType<ReturnType<typeof actionRows>['execute']>>[number]

/** Whether its day has passed and nobody has said that it is done. `now` in epoch ms. */
function isOverdue({ status, dueOn }: Row, { now, person }: AskedByPerson): boolean {
  return (status === 'open' || status === 'doing') && dueOn < dayOf(now, person.zone)
}

/** A corrective action as the board shows it. */
export function showAction(row: Row, asked: AskedByPerson): CorrectiveAction {
  const on = (at: Date) => formatInstant(at.getTime(), asked.person.zone)
  const { dishId, ratingId, dish, verifiedBy, createdAt, doneAt, verifiedAt, ...plain } = row
  return {
    ...plain,
    status: row.status as CorrectiveAction['status'],
    ...(dishId ? { dishId } : {}),
    dish: dish ?? '',
    ...(ratingId ? { ratingId } : {}),
    isOverdue: isOverdue(row, asked),
    createdAt: on(createdAt),
    ...(doneAt ? { doneAt: on(doneAt) } : {}),
    ...(verifiedAt ? { verifiedAt: on(verifiedAt) } : {}),
    verifiedBy: verifiedBy ?? '',
  }
}

/** One of them after it was written. */
export async function readAction(asked: AskedByPerson, actionId: string): Promise<CorrectiveAction> {
  return showAction(await actionRows(asked).where('a.actionId', '=', actionId).executeTakeFirstOrThrow(), asked)
}

/** One of them, held until the transaction ends. */
export function holdAction({ db, orgId }: AskedByPerson, actionId: string) {
  return db
    .selectFrom('correctiveAction')
    .selectAll()
    .where('orgId', '=', orgId)
    .where('actionId', '=', actionId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}
