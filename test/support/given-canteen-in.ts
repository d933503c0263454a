import { newId } from '../../functions/secrets'
import type { GivenOrg } from './given'
import { givenAnswer, givenCanteen, givenDish, givenServing, givenSitting, usualMeals } from './given-canteen'
import { smallestPicture } from './smallest-picture'
import type { TestCloud } from './start-cloud'

/** What an institution's canteen consists of; every text in it holds the institution's mark. */
export interface GivenCanteenIn {
  canteenId: string
  windowId: string
  dishId: string
  /** Served yesterday, and rated. */
  servingId: string
  sittingId: string
  /** Of tomorrow's breakfast, which can still be answered for. */
  comingServingId: string
  /** Of whoever has every duty, with a thread, a photo and a corrective action. */
  ratingId: string
  ratingPhotoId: string
  actionId: string
  /** Answers comments, and is told of urgent ones. */
  ownerId: string
}

interface Given {
  mark: string
  personId: string
  colleagueId: string
}

async function givenMenu(house: TestCloud, org: GivenOrg, { mark, personId, colleagueId }: Given) {
  const { db, clock } = house.cloud
  const { orgId, siteId } = org
  const { canteenId, windowId } = await givenCanteen(house, org, {
    name: `${mark}食堂`,
    windows: [`${mark}窗口`],
    ownerId: personId,
    siteId,
  })
  const { dishId } = await givenDish(house, org, {
    name: `${mark}菜`,
    ingredients: [`${mark}配料`],
    note: `${mark}说明`,
    confirmedBy: personId,
    pinyin: 'cai',
  })
  const data = { name: `${mark}菜`, ingredients: [`${mark}配料`], contains: [], free: [], diets: [] }
  await db
    .insertInto('dishLabelEvent')
    .values({
      orgId,
      dishId,
      eventNumber: 1,
      at: new Date(clock()),
      byId: personId,
      kind: 'created',
      data: JSON.stringify({ ...data, isNameFigurative: false }),
    })
    .execute()
  await db
    .insertInto('dishFavourite')
    .values([personId, colleagueId].map((one) => ({ orgId, personId: one, dishId, at: new Date(clock()) })))
    .execute()
  const notes = [`${mark}备注`]
  const sittingId = await givenSitting(house, { orgId, canteenId, day: '2026-11-20' })
  const servingId = await givenServing(house, org, { sittingId, dishId, notes })
  const comingId = await givenSitting(house, { orgId, canteenId, day: '2026-11-22' }, { meal: usualMeals[0]?.meal })
  const comingServingId = await givenServing(house, org, { sittingId: comingId, dishId, hasHalf: true, notes })
  for (const [day, meal, id] of [
    ['2026-11-20', 'lunch', servingId],
    ['2026-11-22', 'breakfast', comingServingId],
  ] as const) {
    const line = { servingId: id, meal, windowId, dishId, prices: [], hasHalf: meal === 'breakfast', notes }
    const draft = JSON.stringify({ isClosed: false, note: `${mark}通知`, mealPlaces: [], lines: [line] })
    await db
      .updateTable('menuDay')
      .set({ note: `${mark}通知`, draft, published: draft })
      .where('orgId', '=', orgId)
      .where('day', '=', day)
      .execute()
  }
  for (const one of [personId, colleagueId]) await givenAnswer(house, org, { sittingId, personId: one })
  await db
    .updateTable('mealAnswer')
    .set({ note: `${mark}少盐` })
    .where('orgId', '=', orgId)
    .execute()
  await db
    .insertInto('menuChange')
    .values({
      orgId,
      changeId: newId(clock()),
      canteenId,
      day: '2026-11-22',
      meal: 'breakfast',
      dishId,
      servingId: comingServingId,
      kind: 'added',
      at: new Date(clock()),
      byId: personId,
    })
    .execute()
  return { canteenId, windowId, dishId, servingId, sittingId, comingServingId }
}

/** Gives an institution a canteen: a dish served yesterday and rated, a breakfast to come, a thread, a corrective action. */
export async function givenCanteenIn(house: TestCloud, org: GivenOrg, given: Given): Promise<GivenCanteenIn> {
  const { db, clock } = house.cloud
  const { orgId } = org
  const { mark, personId, colleagueId } = given
  const menu = await givenMenu(house, org, given)
  const { canteenId, dishId, servingId } = menu
  const at = new Date(clock())
  const served = { orgId, servingId, dishId, canteenId, day: '2026-11-20', ratedAt: at, ownerId: personId, askedAt: at }
  const [ratingId, ratingPhotoId, actionId] = [newId(clock()), newId(clock()), newId(clock())]
  const dueAt = new Date(clock() + 7_200_000)
  await db
    .insertInto('rating')
    .values([
      { ...served, ratingId, personId, stars: 2, chips: ['taste'], words: `${mark}太咸`, moderation: 'pending', dueAt },
      {
        ...served,
        ratingId: newId(clock()),
        personId: colleagueId,
        stars: 5,
        words: `${mark}好吃`,
        moderation: 'passed',
        moderatedBy: personId,
      },
    ])
    .execute()
  await db
    .insertInto('ratingMessage')
    .values(
      (['kitchen', 'diner'] as const).map((side, i) => ({
        orgId,
        ratingId,
        messageNumber: i + 1,
        at,
        byId: personId,
        side,
        words: `${mark}回复${i}`,
      })),
    )
    .execute()
  await db
    .insertInto('ratingPhoto')
    .values({ orgId, photoId: ratingPhotoId, ratingId, at, webp: Buffer.from(smallestPicture, 'base64') })
    .execute()
  await db
    .insertInto('correctiveAction')
    .values({
      orgId,
      actionId,
      canteenId,
      title: `${mark}减盐`,
      detail: `${mark}说明`,
      outcome: `${mark}结果`,
      dishId,
      ratingId,
      ownerId: personId,
      dueOn: '2026-11-30',
      createdAt: at,
      createdBy: personId,
    })
    .execute()
  await db
    .updateTable('canteenSetting')
    .set({ hygieneWords: [`${mark}味`], dutyManagerId: personId })
    .where('orgId', '=', orgId)
    .execute()
  return { ...menu, ratingId, ratingPhotoId, actionId, ownerId: personId }
}
