import { editRating, getMyRating, listMyRatings, rateServing, withdrawRating } from '../contract/canteen-ratings'
import { signedInAs } from './support/given'
import { givenRatingHouse, type RatingHouse, rated, servedOn, signedInAgain } from './support/rating-house'
import { at, done, noticesOf } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: RatingHouse
beforeAll(async () => {
  house = await startCloud()
})
beforeEach(async () => {
  here = await givenRatingHouse(house, '2026-11-20 12:00')
})
afterAll(() => house.end())

const send = (more: object = {}, key?: string, who = here.diner) =>
  house.call(rateServing, { servingId: here.servingId, stars: 4, ...more }, { token: who.token, key })
const countedOf = async (dishId = here.dishId) =>
  (await house.cloud.pool.query('SELECT rating_count AS n, rating_sum AS sum FROM dish WHERE dish_id = $1', [dishId]))
    .rows[0]
const ratingsOf = async () =>
  (await house.cloud.pool.query('SELECT * FROM rating WHERE org_id = $1', [here.org.orgId])).rows

describe('a dish as it was served', () => {
  test('is rated with everything that was said, and the author reads it again', async () => {
    const rating = await rated(house, here, { stars: 5, chips: ['taste', 'portion', 'taste'], words: ' 很 好吃 ' })
    expect(rating).toMatchObject({
      servingId: here.servingId,
      dish: here.dish,
      canteen: here.canteen,
      window: '一号窗口',
      day: '2026-11-20',
      meal: 'lunch',
      stars: 5,
      chips: ['taste', 'portion'],
      words: '很 好吃',
      moderation: 'pending',
      ratedAt: '2026-11-20T12:00:00+08:00',
      dueAt: '2026-11-20T14:00:00+08:00',
      mayEdit: true,
      thread: [],
    })
    expect(await done(house, getMyRating, { ratingId: rating.ratingId }, here.diner)).toEqual(rating)
  })

  test('is rated once by each person: the second time tells where the first is', async () => {
    const { ratingId } = await rated(house, here)
    expect(await send({ stars: 1 })).toMatchObject({ refusal: 'RATED_ALREADY', detail: { ratingId } })
    await rated(house, here, { stars: 2 }, here.other)
    expect(await countedOf()).toEqual({ n: 2, sum: 6 })
  })

  test('sent twice with the same key has the same answer', async () => {
    const key = crypto.randomUUID()
    const [first, second] = await Promise.all([send({}, key), send({}, key)])
    expect(first.value?.ratingId).toBeTruthy()
    expect(second.value).toEqual(first.value)
    expect((await send({}, key)).value).toEqual(first.value)
    expect(await countedOf()).toEqual({ n: 1, sum: 4 })
  })

  test('is rated once when it is sent twenty times at the same moment, and the duty manager is told once', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ stars: 1 })))
    expect(answers.filter(({ value }) => value)).toHaveLength(1)
    expect(answers.filter(({ refusal }) => refusal === 'RATED_ALREADY')).toHaveLength(19)
    expect(await countedOf()).toEqual({ n: 1, sum: 1 })
    expect(await ratingsOf()).toHaveLength(1)
    expect(await noticesOf(house, here.manager)).toHaveLength(1)
  })

  test('can be rated from the opening of its meal until seven days after, to the second', async () => {
    const whenSent = async (clock: string, second = 0) => {
      house.setNow(at(clock) + second * 1000)
      const { token, personId } = await signedInAs(house, here.org)
      return (await send({}, undefined, { token, personId })).refusal
    }
    expect(await whenSent('2026-11-20 11:19', 59)).toBe('NOT_YET_SERVED')
    expect(await whenSent('2026-11-20 11:20')).toBeUndefined()
    expect(await whenSent('2026-11-27 11:20')).toBeUndefined()
    expect(await whenSent('2026-11-27 11:20', 1)).toBe('TOO_LATE')
  })

  test('that is not on a menu, was taken off, or is another institution’s cannot be rated', async () => {
    const nowhere = crypto.randomUUID()
    expect((await send({ servingId: nowhere })).refusal).toBe('NO_SUCH_SERVING')
    const elsewhere = await givenRatingHouse(house, '2026-11-20 12:00')
    expect((await send({ servingId: elsewhere.servingId })).refusal).toBe('NO_SUCH_SERVING')
    await house.cloud.pool.query('UPDATE serving SET removed_at = $2 WHERE serving_id = $1', [
      here.servingId,
      new Date(house.cloud.clock()),
    ])
    expect((await send()).refusal).toBe('NO_SUCH_SERVING')
  })
})

describe('my own rating', () => {
  test('is changed for seven days, and the dish counts what I think now', async () => {
    const { ratingId } = await rated(house, here, { stars: 5 })
    house.setNow(at('2026-11-22 12:00'))
    const edited = await done(house, editRating, { ratingId, stars: 3, words: '凉了' }, here.diner)
    expect(edited).toMatchObject({ stars: 3, words: '凉了', editedAt: '2026-11-22T12:00:00+08:00' })
    expect(await countedOf()).toEqual({ n: 1, sum: 3 })
    house.setNow(at('2026-11-27 12:00') + 1)
    const diner = await signedInAgain(house, here.org, here.diner)
    const tooLate = [
      await house.call(editRating, { ratingId, stars: 1 }, diner),
      await house.call(withdrawRating, { ratingId }, diner),
    ]
    expect(tooLate.map(({ refusal }) => refusal)).toEqual(['TOO_LATE', 'TOO_LATE'])
    expect(await done(house, getMyRating, { ratingId }, diner)).toMatchObject({ stars: 3, mayEdit: false })
  })

  test('is nobody else’s to change, to take back or to read', async () => {
    const { ratingId } = await rated(house, here, { words: '私下说' })
    for (const { token } of [here.other, here.cook, here.manager]) {
      expect((await house.call(editRating, { ratingId, stars: 5 }, { token })).refusal).toBe('NO_SUCH_RATING')
      expect((await house.call(withdrawRating, { ratingId }, { token })).refusal).toBe('NO_SUCH_RATING')
      expect((await house.call(getMyRating, { ratingId }, { token })).refusal).toBe('NO_SUCH_RATING')
    }
    expect(await countedOf()).toEqual({ n: 1, sum: 4 })
  })

  test('taken back counts no more and leaves no words; given again it is the same one, alive', async () => {
    const { ratingId } = await rated(house, here, { stars: 1, chips: ['service'], words: '服务差' })
    await done(house, withdrawRating, { ratingId }, here.diner)
    expect(await countedOf()).toEqual({ n: 0, sum: 0 })
    expect(JSON.stringify(await ratingsOf())).not.toContain('服务差')
    expect((await house.call(getMyRating, { ratingId }, { token: here.diner.token })).refusal).toBe('NO_SUCH_RATING')
    expect((await done(house, listMyRatings, {}, here.diner)).items).toEqual([])
    house.setNow(at('2026-11-21 12:00'))
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ stars: 5 })))
    const again = answers.filter(({ value }) => value)
    expect(again).toHaveLength(1)
    expect(again[0]?.value).toMatchObject({ ratingId, stars: 5, words: '', chips: [], moderation: 'none' })
    expect(again[0]?.value).toMatchObject({ ratedAt: '2026-11-21T12:00:00+08:00' })
    expect(await countedOf()).toEqual({ n: 1, sum: 5 })
  })

  test('stays with the dish when it gets another name', async () => {
    await rated(house, here, { stars: 5 })
    await house.cloud.pool.query('UPDATE dish SET name = $2 WHERE dish_id = $1', [here.dishId, '新名字红烧肉'])
    await rated(house, here, { stars: 3 }, here.other)
    expect(await countedOf()).toEqual({ n: 2, sum: 8 })
    expect((await done(house, listMyRatings, {}, here.diner)).items).toMatchObject([{ dish: '新名字红烧肉', stars: 5 }])
  })
})

test('all my ratings come page by page, newest first, each once', async () => {
  const ratingIds: string[] = []
  for (const [n, meal] of (['breakfast', 'lunch', 'dinner', 'supper', 'overtime'] as const).entries()) {
    const servingId = await servedOn(house, here, '2026-11-19', meal)
    // two at the same moment
    house.setNow(at('2026-11-20 12:00') + Math.floor(n / 2) * 60_000)
    ratingIds.push((await rated(house, here, { servingId })).ratingId)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await done(house, listMyRatings, { limit: 2, ...(cursor ? { cursor } : {}) }, here.diner)
    seen.push(...page.items.map(({ ratingId }) => ratingId))
    cursor = page.nextCursor
  } while (cursor)
  expect(seen[0]).toBe(ratingIds[4])
  expect([...seen].sort()).toEqual([...ratingIds].sort())
})

test('ratings given at the same moment by many people are all counted', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, () => signedInAs(house, here.org)))
  await Promise.all(people.map((who, n) => rated(house, here, { stars: 1 + (n % 5) }, who)))
  expect(await countedOf()).toEqual({ n: 30, sum: 90 })
})
