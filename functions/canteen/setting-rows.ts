import type { CanteenSetting } from '../../contract/canteen-feedback'
import type { Week } from '../../contract/opening-hours'
import type { AskedByPerson } from '../keeper'

/** How an institution answers comments, with the duty manager's name. */
export async function readCanteenSetting({ db, orgId }: Pick<AskedByPerson, 'db' | 'orgId'>): Promise<CanteenSetting> {
  const row = await db
    .selectFrom('canteenSetting as s')
    .leftJoin('person as p', (on) => on.onRef('p.orgId', '=', 's.orgId').onRef('p.personId', '=', 's.dutyManagerId'))
    .select(['s.weekly', 's.publishedThrough', 's.answerMinutes', 's.dutyManagerId', 's.hygieneWords', 'p.name'])
    .where('s.orgId', '=', orgId)
    .executeTakeFirstOrThrow()
  const { publishedThrough, answerMinutes, dutyManagerId, hygieneWords } = row
  return {
    weekly: row.weekly as unknown as Week,
    publishedThrough,
    answerMinutes,
    ...(dutyManagerId ? { dutyManagerId } : {}),
    dutyManager: row.name ?? '',
    hygieneWords,
  }
}
