import { assignFeedback } from '../../contract/canteen-feedback'
import { dutyHolders, withDuty } from '../duty-holders'
import { keeper, refuse } from '../keeper'
import { tellPerson } from '../tell'
import { feedbackRows, showFeedback } from './feedback-rows'
import { holdRating } from './hold-rating'
import { kitchenPath } from './tell-of-rating'

export default keeper(assignFeedback, async ({ ratingId, ownerId }, asked) => {
  const { db, orgId, now, person } = asked
  const row = await holdRating(asked, ratingId)
  if (!row) return refuse('NO_SUCH_RATING')
  const duties = ['kitchen', 'manager'] as const
  if (!withDuty(await dutyHolders(db, orgId, duties), duties).includes(ownerId)) return refuse('NO_SUCH_PERSON')
  await db.updateTable('rating').set({ ownerId }).where('orgId', '=', orgId).where('ratingId', '=', ratingId).execute()
  const [shown] = await showFeedback(asked, await feedbackRows(asked).where('r.ratingId', '=', ratingId).execute())
  if (!shown) return refuse('NO_SUCH_RATING')
  if (ownerId !== row.ownerId && ownerId !== person.personId) {
    const body = `${shown.canteen}的“${shown.dish}”有一条评价交给您回复，请尽快处理。`
    await tellPerson(db, { orgId, personId: ownerId, now }, { title: '有一条评价请您回复', body, path: kitchenPath })
  }
  asked.note({ ratingId, ownerId })
  return shown
})
