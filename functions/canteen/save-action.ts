import { saveAction } from '../../contract/canteen-feedback'
import type { AskedOf } from '../../contract/procedure'
import { formatDayLong } from '../../contract/zone'
import { type AskedByPerson, keeper, type Refusal, refuse } from '../keeper'
import { newId } from '../secrets'
import { tellPerson } from '../tell'
import { holdAction, readAction } from './action-rows'
import { tellAuthor } from './tell-of-rating'

type Input = AskedOf<typeof saveAction>
type Missing = Refusal<'NO_SUCH_CANTEEN' | 'NO_SUCH_DISH' | 'NO_SUCH_RATING' | 'NO_SUCH_PERSON'>

/** What is named must be there; of a rating that is new to the action its dish is taken when none is named. */
async function aboutOf(
  { db, orgId }: AskedByPerson,
  { canteenId, dishId, ratingId, ownerId }: Input,
  known: string | null,
): Promise<{ dishId: string | null; ratingId: string | null } | Missing> {
  const canteens = db.selectFrom('canteen').select('canteenId').where('orgId', '=', orgId)
  if (!(await canteens.where('canteenId', '=', canteenId).executeTakeFirst())) return refuse('NO_SUCH_CANTEEN')
  const dishes = db.selectFrom('dish').select('dishId').where('orgId', '=', orgId)
  if (dishId && !(await dishes.where('dishId', '=', dishId).executeTakeFirst())) return refuse('NO_SUCH_DISH')
  const people = db.selectFrom('person').select('personId').where('orgId', '=', orgId).where('status', '<>', 'left')
  if (!(await people.where('personId', '=', ownerId).executeTakeFirst())) return refuse('NO_SUCH_PERSON')
  // what it came of stays, also when it was taken back since
  if (!ratingId || ratingId === known) return { dishId: dishId ?? null, ratingId: known }
  const rating = await db
    .selectFrom('rating')
    .select('dishId')
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .where('canteenId', '=', canteenId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return rating ? { dishId: dishId ?? rating.dishId, ratingId } : refuse('NO_SUCH_RATING')
}

export default keeper(saveAction, async (input, asked) => {
  const { db, orgId, now, person } = asked
  const { canteenId, title, detail, ownerId, dueOn } = input
  const row = input.actionId ? await holdAction(asked, input.actionId) : undefined
  if (input.actionId && !row) return refuse('NO_SUCH_ACTION')
  if (row && row.status !== 'open' && row.status !== 'doing') return refuse('WRONG_STATUS')
  const about = await aboutOf(asked, input, row?.ratingId ?? null)
  if ('refusal' in about) return about
  const action = { ...about, canteenId, title, detail, ownerId, dueOn }
  const actionId = row?.actionId ?? newId(now)
  if (row) {
    await db
      .updateTable('correctiveAction')
      // another day is another promise: when it passes, it is told again
      .set({ ...action, ...(dueOn === row.dueOn ? {} : { overdueToldAt: null }) })
      .where('orgId', '=', orgId)
      .where('actionId', '=', actionId)
      .execute()
  } else {
    await db
      .insertInto('correctiveAction')
      .values({ orgId, actionId, ...action, createdAt: new Date(now), createdBy: person.personId })
      .execute()
  }
  if (about.ratingId && about.ratingId !== (row?.ratingId ?? null)) {
    const body = (dish: string) => `您对“${dish}”的评价已列入整改：${title}，计划${formatDayLong(dueOn)}前完成。`
    await tellAuthor(asked, about.ratingId, { title: '您的评价已列入整改', body })
  }
  if (ownerId !== person.personId && ownerId !== row?.ownerId) {
    const body = `请在${formatDayLong(dueOn)}前完成：${title}。`
    await tellPerson(db, { orgId, personId: ownerId, now }, { title: '有一项食堂整改由您负责', body, path: '' })
  }
  asked.note({ actionId, canteenId, ownerId, dueOn })
  return readAction(asked, actionId)
})
