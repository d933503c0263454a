import { getMenuDraft } from '../../contract/canteen-menus'
import { dayOf } from '../../contract/zone'
import { keeper, refuse } from '../keeper'
import { showDraftDays } from './draft-days'
import { weekOf } from './week-of'

export default keeper(getMenuDraft, async ({ canteenId, day }, asked) => {
  const { db, orgId, person, now } = asked
  const canteen = await db
    .selectFrom('canteen')
    .select('canteenId')
    .where('orgId', '=', orgId)
    .where('canteenId', '=', canteenId)
    .executeTakeFirst()
  if (!canteen) return refuse('NO_SUCH_CANTEEN')
  const days = weekOf(day)
  return {
    canteenId,
    from: days[0] ?? day,
    today: dayOf(now, person.zone),
    days: await showDraftDays(asked, canteenId, days),
  }
})
