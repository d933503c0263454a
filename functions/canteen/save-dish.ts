import { isDeepStrictEqual } from 'node:util'
import { saveDish } from '../../contract/canteen-dishes'
import type { LabelledDish } from '../../contract/canteen-labels'
import { documentsOf } from '../documents/documents'
import { keeper, refuse } from '../keeper'
import { newId } from '../secrets'
import { unlessTaken } from '../unless-taken'
import { findDishRecord } from './dish-records'
import { judgeDish } from './judge-dish'
import { appendLabelEvent, holdDish, noteLabelChange } from './write-labels'

type Held = NonNullable<Awaited<ReturnType<typeof holdDish>>>

/** What a dish declares after a change; of a new one nothing is known. */
function declaredOf(known: Held | undefined): Pick<LabelledDish, 'contains' | 'free' | 'diets'> {
  // only codes of the contract are ever written
  const { contains = [], free = [], diets = [] } = (known ?? {}) as Partial<LabelledDish>
  return { contains, free, diets }
}

export default keeper(saveDish, async (input, asked) => {
  const { db, orgId, now, cloud } = asked
  const { dishId = newId(now), name, isNameFigurative, spice, note, prices, hasHalf, isRetired } = input
  const ingredients = [...new Set(input.ingredients)]
  const known = input.dishId ? await holdDish(asked, input.dishId) : undefined
  if (input.dishId && !known) return refuse('NO_SUCH_DISH')
  const evidence = { name, ingredients, isNameFigurative }
  // what the labels stand on has changed: whoever confirmed them did so of another dish
  const isOther =
    !known ||
    !isDeepStrictEqual(evidence, {
      name: known.name,
      ingredients: known.ingredients,
      isNameFigurative: known.isNameFigurative,
    })
  const dish: LabelledDish = {
    ...evidence,
    ...declaredOf(known),
    isConfirmed: !isOther && known.confirmedAt !== null,
  }
  const judged = judgeDish(dish)
  const values = {
    ...evidence,
    ...documentsOf(cloud).pinyinOf(name),
    ...judged,
    spice,
    note,
    prices: JSON.stringify(prices),
    hasHalf,
    isRetired,
    ...(isOther ? { confirmedAt: null, confirmedBy: null } : {}),
  }
  const saved = await unlessTaken(db, () =>
    db
      .insertInto('dish')
      .values({ orgId, dishId, createdAt: new Date(now), ...values })
      .onConflict((c) =>
        c.columns(['orgId', 'dishId']).doUpdateSet((is) => ({
          ...values,
          labelRevision: is('dish.labelRevision', '+', isOther ? 1 : 0),
        })),
      )
      .returning('dishId')
      .executeTakeFirstOrThrow(),
  )
  if (!saved) return refuse('NAME_TAKEN')
  if (isOther) await appendLabelEvent(asked, dishId, known ? 'edited' : 'created', dish)
  if (known) {
    const labels = { was: known.labels, is: JSON.parse(judged.labels) }
    await noteLabelChange(asked, { dishId, name }, labels, dish.isConfirmed)
  }
  asked.note({
    dishId,
    name,
    isNew: !known,
    ingredients,
    dropsConfirmation: Boolean(known?.confirmedAt) && isOther,
    isRetired,
  })
  const record = await findDishRecord(asked, dishId)
  if (!record) throw new Error('a dish just saved is not there')
  return record
})
