import { dutyHolders } from '../duty-holders'
import type { AskedByPerson } from '../keeper'
import { tellPeople, tellPerson } from '../tell'
import type { FeedbackSetting } from './feedback-clock'

/** Where the kitchen reads and answers on a phone. */
export const kitchenPath = '/features/canteen/kitchen'

type Of = { ratingId: string; dishId: string; canteenId: string; stars: number; ownerId: string | null }

async function namesOf({ db, orgId }: AskedByPerson, { dishId, canteenId }: Of) {
  return db
    .selectFrom('dish as d')
    .innerJoin('canteen as c', (on) => on.onRef('c.orgId', '=', 'd.orgId').on('c.canteenId', '=', canteenId))
    .select(['d.name as dish', 'c.name as canteen'])
    .where('d.orgId', '=', orgId)
    .where('d.dishId', '=', dishId)
    .executeTakeFirstOrThrow()
}

/** Tells the duty manager, or all managers where there is none, of an urgent rating. Nobody's name is told. */
export async function tellOfUrgent(asked: AskedByPerson, rating: Of, { dutyManagerId }: FeedbackSetting) {
  const { db, orgId, now } = asked
  const managers = dutyManagerId ? [] : await dutyHolders(db, orgId, ['manager'])
  const personIds = dutyManagerId ? [dutyManagerId] : managers.map(({ personId }) => personId)
  const { dish, canteen } = await namesOf(asked, rating)
  const why = rating.stars <= 2 ? `只给了 ${rating.stars} 星` : '说到了卫生'
  await tellPeople(
    db,
    { orgId, personIds, now },
    {
      title: '有一条评价要马上看',
      body: `${canteen}的“${dish}”${why}，请尽快核实并回复。`,
      path: kitchenPath,
    },
  )
}

/** Tells whoever is to answer that the diner has written again. */
export async function tellOwner(asked: AskedByPerson, rating: Of): Promise<void> {
  if (!rating.ownerId) return
  const { db, orgId, now } = asked
  const { dish, canteen } = await namesOf(asked, rating)
  await tellPerson(
    db,
    { orgId, personId: rating.ownerId, now },
    { title: '评价有新的补充', body: `${canteen}的“${dish}”：用餐的同事又写了一句，请回复。`, path: kitchenPath },
  )
}

/** Tells whoever wrote a rating what has come of it, with the page that shows it; nothing once they took it back. */
export async function tellAuthor(
  { db, orgId, now }: AskedByPerson,
  ratingId: string,
  words: { title: string; body(dish: string): string },
): Promise<void> {
  const rating = await db
    .selectFrom('rating as r')
    .innerJoin('dish as d', (on) => on.onRef('d.orgId', '=', 'r.orgId').onRef('d.dishId', '=', 'r.dishId'))
    .select(['r.personId', 'd.name as dish'])
    .where('r.orgId', '=', orgId)
    .where('r.ratingId', '=', ratingId)
    .where('r.withdrawnAt', 'is', null)
    .executeTakeFirst()
  if (!rating) return
  const path = `/features/canteen/my-rating?ratingId=${ratingId}`
  await tellPerson(
    db,
    { orgId, personId: rating.personId, now },
    { title: words.title, body: words.body(rating.dish), path },
  )
}
