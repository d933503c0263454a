import type { Moderation, RatingChip } from '../../contract/canteen-ratings'
import type { MealWord } from '../../contract/canteen-words'
import type { Db } from '../../database/connect'

/** Ratings that were not taken back, with the dish and where and when it was served. */
export function ratingRows(db: Db, orgId: number) {
  return db
    .selectFrom('rating as r')
    .innerJoin('serving as s', (on) => on.onRef('s.orgId', '=', 'r.orgId').onRef('s.servingId', '=', 'r.servingId'))
    .innerJoin('sitting as t', (on) => on.onRef('t.orgId', '=', 's.orgId').onRef('t.sittingId', '=', 's.sittingId'))
    .innerJoin('canteen as c', (on) => on.onRef('c.orgId', '=', 'r.orgId').onRef('c.canteenId', '=', 'r.canteenId'))
    .innerJoin('canteenWindow as w', (on) => on.onRef('w.orgId', '=', 's.orgId').onRef('w.windowId', '=', 's.windowId'))
    .innerJoin('dish as d', (on) => on.onRef('d.orgId', '=', 'r.orgId').onRef('d.dishId', '=', 'r.dishId'))
    .select(['r.ratingId', 'r.servingId', 'r.canteenId', 'c.name as canteen', 'w.name as window', 'r.day', 't.meal'])
    .select(['r.dishId', 'd.name as dish', 'r.stars', 'r.chips', 'r.words', 'r.ratedAt', 'r.editedAt', 'r.revision'])
    .select(['r.moderation', 'r.isUrgent', 'r.ownerId', 'r.askedAt', 'r.dueAt', 'r.answeredAt', 'r.escalatedAt'])
    .where('r.orgId', '=', orgId)
    .where('r.withdrawnAt', 'is', null)
}

export type RatingWithDish = Awaited<ReturnType<ReturnType<typeof ratingRows>['execute']>>[number]

/** What is the same of a rating whoever reads it. */
export function briefOf({ ratingId, servingId, canteenId, canteen, window, day, ...row }: RatingWithDish) {
  return {
    ratingId,
    servingId,
    canteenId,
    canteen,
    window,
    day,
    meal: row.meal as MealWord,
    dishId: row.dishId,
    dish: row.dish,
    stars: row.stars,
    chips: row.chips as RatingChip[],
    words: row.words,
    moderation: row.moderation as Moderation,
  }
}

/** Where a list by `ratedAt` or `dueAt` goes on: a cursor holds the rating only, because the time would tell whose it is. */
export async function positionOf(db: Db, orgId: number, ratingId: string) {
  return db
    .selectFrom('rating')
    .select(['ratingId', 'ratedAt', 'dueAt', 'isUrgent'])
    .where('orgId', '=', orgId)
    .where('ratingId', '=', ratingId)
    .executeTakeFirst()
}
