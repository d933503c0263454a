import { rateServing } from '../../contract/canteen-ratings'
import type { MealWord } from '../../contract/canteen-words'
import { publicHolidays } from '../../contract/holidays'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { openSession } from '../../functions/people/open-session'
import { type GivenOrg, givenOrg, signedInAs } from './given'
import { givenCanteen, givenDish, givenServing, givenSitting } from './given-canteen'
import { at, done, type Who } from './repair-house'
import type { TestCloud } from './start-cloud'

/** An institution with a canteen, whoever answers for it, a manager, the public holidays, and diners. */
export interface RatingHouse {
  org: GivenOrg
  canteenId: string
  canteen: string
  dishId: string
  dish: string
  /** The dish at lunch on the day of the clock. */
  servingId: string
  diner: Who
  other: Who
  cook: Who
  owner: Who
  manager: Who
}

/** Another day's or meal's serving of a dish in the canteen. */
export async function servedOn(
  house: TestCloud,
  { org, canteenId, dishId }: RatingHouse,
  day: string,
  meal: MealWord = 'lunch',
  own = dishId,
): Promise<string> {
  const known = await house.cloud.db
    .selectFrom('sitting')
    .select('sittingId')
    .where('orgId', '=', org.orgId)
    .where('canteenId', '=', canteenId)
    .where('day', '=', day)
    .where('meal', '=', meal)
    .executeTakeFirst()
  const { orgId } = org
  const sittingId = known?.sittingId ?? (await givenSitting(house, { orgId, canteenId, day }, { meal }))
  return givenServing(house, org, { sittingId, dishId: own })
}

/** Makes it at a clock time in Shanghai, `2026-11-20 12:00`; lunch opens at 11:20. */
export async function givenRatingHouse(house: TestCloud, clock: string): Promise<RatingHouse> {
  house.setNow(at(clock))
  const org = await givenOrg(house)
  const days = publicHolidays.map((special) => ({ orgId: org.orgId, ...special }))
  await house.cloud.db.insertInto('specialDay').values(days).execute()
  const owner = await signedInAs(house, org, ['kitchen'], { name: '钱师傅' })
  const { canteenId, name: canteen } = await givenCanteen(house, org, { ownerId: owner.personId })
  const { dishId, name: dish } = await givenDish(house, org, {})
  const made = {
    org,
    canteenId,
    canteen,
    dishId,
    dish,
    servingId: '',
    diner: await signedInAs(house, org, [], { name: '欧阳若兰' }),
    other: await signedInAs(house, org, [], { name: '李梅' }),
    cook: await signedInAs(house, org, ['kitchen'], { name: '孙师傅' }),
    owner,
    manager: await signedInAs(house, org, ['manager'], { name: '周主任' }),
  }
  return { ...made, servingId: await servedOn(house, made, clock.slice(0, 10)) }
}

/** A rating of the serving by the diner, unless others are named. */
export function rated(
  house: TestCloud,
  { servingId, diner }: RatingHouse,
  opinion: Partial<InputOf<typeof rateServing>> = {},
  who: Who = diner,
): Promise<ValueOf<typeof rateServing>> {
  return done(house, rateServing, { servingId, stars: 4, ...opinion }, who)
}

/** Sets something of how comments are answered. */
export async function set(house: TestCloud, { org }: RatingHouse, setting: object): Promise<void> {
  await house.cloud.db.updateTable('canteenSetting').set(setting).where('orgId', '=', org.orgId).execute()
}

/** The same person after their session has ended. */
export async function signedInAgain({ cloud }: TestCloud, { orgId }: GivenOrg, { personId }: Who): Promise<Who> {
  const { token } = await openSession({ db: cloud.db, now: cloud.clock() }, { orgId, personId, client: 'h5' })
  return { token, personId }
}
