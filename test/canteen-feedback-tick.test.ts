import { assignFeedback, listFeedback } from '../contract/canteen-feedback'
import { editRating, replyRating, withdrawRating } from '../contract/canteen-ratings'
import { runFeedbackSteps } from '../functions/canteen/run-feedback-steps'
import { tick } from '../functions/tick'
import { signedInAs } from './support/given'
import { givenRatingHouse, type RatingHouse, rated, servedOn, set } from './support/rating-house'
import { at, done, noticesOf, tickAt } from './support/repair-house'
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

const fourTicks = async (clock: string) => {
  house.setNow(at(clock))
  await Promise.all(Array.from({ length: 4 }, () => tick(house.cloud)))
}
const reply = (ratingId: string, who = here.cook) => done(house, replyRating, { ratingId, words: '收到' }, who)
const isEscalated = async (ratingId: string) =>
  (await done(house, listFeedback, { state: 'all' }, here.cook)).items.find((one) => one.ratingId === ratingId)
    ?.isEscalated

describe('a comment nobody answers', () => {
  test('is warned of once and then told to the managers once, though four hosts tick at the same moment', async () => {
    const { ratingId } = await rated(house, here, { words: '咸' })
    await fourTicks('2026-11-20 13:29')
    expect(await noticesOf(house, here.owner)).toEqual([])
    for (const clock of ['13:30', '13:31', '13:59']) await fourTicks(`2026-11-20 ${clock}`)
    const what = `${here.canteen}的“${here.dish}”有一条评价`
    const warned = `${what}，请在今天 周五 14:00前回复，时限已用去四分之三。`
    expect(await noticesOf(house, here.owner)).toEqual([warned])
    expect(await noticesOf(house, here.manager)).toEqual([])
    for (const clock of ['14:00', '14:01', '18:00']) await fourTicks(`2026-11-20 ${clock}`)
    const late = `${what}今天 周五 14:00前应回复，现在还没有回复，请尽快处理。`
    expect(await noticesOf(house, here.owner)).toEqual([warned, late])
    expect(await noticesOf(house, here.manager)).toEqual([late])
    expect(await isEscalated(ratingId)).toBe(true)
  })

  test('is told once, as late, when nobody ticked for a day', async () => {
    await rated(house, here, { words: '咸' })
    await tickAt(house, '2026-11-21 12:00')
    await tickAt(house, '2026-11-21 12:01')
    expect(await noticesOf(house, here.owner)).toHaveLength(1)
    expect(await noticesOf(house, here.manager)).toHaveLength(1)
  })

  test('is escalated also where nobody answers for the canteen and there is no manager', async () => {
    await house.cloud.pool.query('UPDATE canteen SET owner_id = NULL WHERE canteen_id = $1', [here.canteenId])
    await house.cloud.pool.query(`UPDATE person SET status = 'left' WHERE person_id = $1`, [here.manager.personId])
    const { ratingId } = await rated(house, here, { stars: 1 })
    await fourTicks('2026-11-20 13:30')
    await fourTicks('2026-11-20 14:00')
    expect(await isEscalated(ratingId)).toBe(true)
  })

  test('is done by the next tick when a host died between the step and the notices', async () => {
    const { ratingId } = await rated(house, here, { words: '咸' })
    house.setNow(at('2026-11-20 14:00'))
    await house.cloud.pool.query('ALTER TABLE notice RENAME TO notice_away')
    await tick(house.cloud)
    await house.cloud.pool.query('ALTER TABLE notice_away RENAME TO notice')
    expect(house.errors.splice(0).map(({ message }) => message)).toEqual(['tick: runFeedbackSteps'])
    expect(await isEscalated(ratingId)).toBe(false)
    await tick(house.cloud)
    expect(await isEscalated(ratingId)).toBe(true)
    expect(await noticesOf(house, here.manager)).toHaveLength(1)
  })

  test('of five thousand is told in one sum to each, with four hosts at it', async () => {
    await rated(house, here, { words: '咸' })
    const people = await Promise.all(Array.from({ length: 4 }, () => signedInAs(house, here.org)))
    for (const who of people) await rated(house, here, { words: '咸' }, who)
    await house.cloud.pool.query(
      `INSERT INTO serving (org_id, serving_id, sitting_id, canteen_id, day, window_id, dish_id, created_at, removed_at)
       SELECT org_id, gen_random_uuid(), sitting_id, canteen_id, day, window_id, dish_id, created_at, created_at
       FROM serving, generate_series(1, 1000) WHERE serving_id = $1`,
      [here.servingId],
    )
    await house.cloud.pool.query(
      `INSERT INTO rating (org_id, rating_id, serving_id, dish_id, canteen_id, day, person_id, stars, words, rated_at,
         owner_id, asked_at, warn_at, due_at, next_due_at)
       SELECT r.org_id, gen_random_uuid(), s.serving_id, r.dish_id, r.canteen_id, r.day, r.person_id, 3, '咸', r.rated_at,
         r.owner_id, r.asked_at, r.warn_at, r.due_at, r.next_due_at
       FROM rating r JOIN serving s ON s.org_id = r.org_id AND s.removed_at IS NOT NULL
       WHERE r.org_id = $1`,
      [here.org.orgId],
    )
    const now = at('2026-11-20 14:00')
    const counts = await Promise.all(Array.from({ length: 4 }, () => runFeedbackSteps(house.cloud, now)))
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(5_005)
    const { rows } = await house.cloud.pool.query(
      'SELECT count(*) AS n FROM rating WHERE org_id = $1 AND escalated_at IS NOT NULL AND next_due_at IS NULL',
      [here.org.orgId],
    )
    expect(rows).toEqual([{ n: 5_005 }])
    // four hosts may share them
    expect((await noticesOf(house, here.manager)).length).toBeLessThanOrEqual(8)
  })
})

test('what was answered, taken back or has nothing left to answer is warned of no more', async () => {
  const [answered, withdrawn, silenced] = [
    await rated(house, here, { words: '咸' }),
    await rated(house, here, { words: '咸' }, here.other),
    await rated(house, here, { words: '咸', servingId: await servedOn(house, here, '2026-11-19') }),
  ]
  await reply(answered.ratingId)
  await done(house, withdrawRating, { ratingId: withdrawn.ratingId }, here.other)
  await done(house, editRating, { ratingId: silenced.ratingId, stars: 5 }, here.diner)
  await fourTicks('2026-11-21 12:00')
  expect([await noticesOf(house, here.owner), await noticesOf(house, here.manager)]).toEqual([[], []])
})

test('a question asked again after an answer is warned of again', async () => {
  const { ratingId } = await rated(house, here, { words: '咸' })
  await tickAt(house, '2026-11-20 14:00')
  await reply(ratingId)
  house.setNow(at('2026-11-20 15:00'))
  await reply(ratingId, here.diner)
  await fourTicks('2026-11-20 17:00')
  const bodies = await noticesOf(house, here.manager)
  expect(bodies.map((body) => /\d\d:\d\d/.exec(body)?.[0])).toEqual(['14:00', '17:00'])
})

test('moved deadlines warn and escalate once all the same', async () => {
  const { ratingId } = await rated(house, here, { words: '咸' })
  await tickAt(house, '2026-11-20 13:30')
  await set(house, here, { answerMinutes: 240 })
  await fourTicks('2026-11-20 13:31')
  await tickAt(house, '2026-11-20 15:59')
  expect(await noticesOf(house, here.owner)).toHaveLength(1)
  expect(await isEscalated(ratingId)).toBe(false)
  await tickAt(house, '2026-11-20 16:00')
  await set(house, here, { answerMinutes: 300 })
  await tickAt(house, '2026-11-20 17:30')
  expect(await noticesOf(house, here.manager)).toHaveLength(1)
})

describe('hygiene and low stars', () => {
  const urgent = [
    { stars: 1 },
    { stars: 2 },
    { stars: 5, words: '汤里有头发' },
    { stars: 3, chips: ['hygiene' as const] },
  ]

  test('reach the duty manager at once, who then is to answer; other managers are not disturbed', async () => {
    const onDuty = await signedInAs(house, here.org, ['manager'])
    await set(house, here, { dutyManagerId: onDuty.personId })
    for (const [n, opinion] of urgent.entries()) {
      const servingId = await servedOn(house, here, `2026-11-${14 + n}`)
      await rated(house, here, { servingId, ...opinion })
    }
    expect(await noticesOf(house, onDuty)).toHaveLength(4)
    expect(await noticesOf(house, here.manager)).toEqual([])
    const { items } = await done(house, listFeedback, { isMine: true }, onDuty)
    expect(items.map(({ isUrgent, ownerId }) => [isUrgent, ownerId])).toEqual(Array(4).fill([true, onDuty.personId]))
  })

  test('reach every manager while nobody is on duty, or the one on duty has left', async () => {
    const second = await signedInAs(house, here.org, ['manager'])
    await rated(house, here, { stars: 1 })
    await set(house, here, { dutyManagerId: second.personId })
    await house.cloud.pool.query(`UPDATE person SET status = 'left' WHERE person_id = $1`, [second.personId])
    await rated(house, here, { stars: 2 }, here.other)
    expect((await noticesOf(house, here.manager)).sort()).toEqual([
      `${here.canteen}的“${here.dish}”只给了 1 星，请尽快核实并回复。`,
      `${here.canteen}的“${here.dish}”只给了 2 星，请尽快核实并回复。`,
    ])
    expect(await noticesOf(house, second)).toHaveLength(1)
  })

  test('alarm once, also when they come with an edit or a further word', async () => {
    const { ratingId } = await rated(house, here, { stars: 4, words: '咸' })
    expect(await noticesOf(house, here.manager)).toEqual([])
    await done(house, replyRating, { ratingId, words: '还有一只苍蝇' }, here.diner)
    await done(house, editRating, { ratingId, stars: 1, words: '咸' }, here.diner)
    await done(house, replyRating, { ratingId, words: '又看到头发' }, here.diner)
    expect(await noticesOf(house, here.manager)).toHaveLength(1)
  })
})

test('a comment is given to somebody of the kitchen, who hears of it; the clock runs on', async () => {
  const { ratingId } = await rated(house, here, { words: '咸' })
  const give = (ownerId: string) => house.call(assignFeedback, { ratingId, ownerId }, { token: here.manager.token })
  expect((await give(here.diner.personId)).refusal).toBe('NO_SUCH_PERSON')
  const given = (await give(here.cook.personId)).value
  expect(given).toMatchObject({ owner: '孙师傅', dueAt: '2026-11-20T14:00:00+08:00', state: 'waiting' })
  expect(await noticesOf(house, here.cook)).toHaveLength(1)
  await tickAt(house, '2026-11-20 13:30')
  expect(await noticesOf(house, here.cook)).toHaveLength(2)
  expect(await noticesOf(house, here.owner)).toEqual([])
})
