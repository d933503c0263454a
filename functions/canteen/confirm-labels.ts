import { confirmLabels } from '../../contract/canteen-dishes'
import type { LabelledDish } from '../../contract/canteen-labels'
import { keeper, refuse } from '../keeper'
import { findDishRecord } from './dish-records'
import { judgeDish } from './judge-dish'
import { appendLabelEvent, holdDish, noteLabelChange } from './write-labels'

export default keeper(confirmLabels, async ({ dishId, labelRevision, ...declared }, asked) => {
  const { db, orgId, now, person } = asked
  const known = await holdDish(asked, dishId)
  if (!known) return refuse('NO_SUCH_DISH')
  // somebody has changed the dish since: what is confirmed is what was looked at
  if (known.labelRevision !== labelRevision) return refuse('LABELS_CHANGED')
  const { name, ingredients, isNameFigurative } = known
  const contains = [...new Set(declared.contains)]
  const free = [...new Set(declared.free)]
  const diets = [...new Set(declared.diets)]
  const dish: LabelledDish = { name, ingredients, isNameFigurative, contains, free, diets, isConfirmed: true }
  const judged = judgeDish(dish)
  await db
    .updateTable('dish')
    .set((is) => ({
      contains,
      free,
      diets,
      ...judged,
      confirmedAt: new Date(now),
      confirmedBy: person.personId,
      labelRevision: is('labelRevision', '+', 1),
    }))
    .where('orgId', '=', orgId)
    .where('dishId', '=', dishId)
    .execute()
  await appendLabelEvent(asked, dishId, 'confirmed', dish)
  await noteLabelChange(asked, { dishId, name }, { was: known.labels, is: JSON.parse(judged.labels) }, true)
  asked.note({ dishId, name, contains, free, diets })
  const record = await findDishRecord(asked, dishId)
  if (!record) throw new Error('a dish just confirmed is not there')
  return record
})
