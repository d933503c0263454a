import { listFeedback, moderateRating } from '../contract/canteen-feedback'
import { editRating, getMyRating, listComments, replyRating } from '../contract/canteen-ratings'
import { signedInAs } from './support/given'
import { givenRatingHouse, type RatingHouse, rated, servedOn } from './support/rating-house'
import { at, done } from './support/repair-house'
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

const seen = async (who = here.other) => (await done(house, listComments, { dishId: here.dishId }, who)).items
const toModerate = async () => (await done(house, listFeedback, { state: 'unmoderated' }, here.manager)).items
const judge = async (ratingId: string, verdict: 'passed' | 'risky' = 'passed', who = here.manager) => {
  const known = (await done(house, listFeedback, { state: 'all' }, here.manager)).items
  const revision = known.find((one) => one.ratingId === ratingId)?.revision ?? 0
  return house.call(moderateRating, { ratingId, revision, verdict }, { token: who.token })
}
const reply = (ratingId: string, words: string, who = here.cook) => done(house, replyRating, { ratingId, words }, who)

test('what somebody wrote is shown to nobody else before the office has let it pass, its stars count at once', async () => {
  const { ratingId } = await rated(house, here, { stars: 5, words: '好吃' })
  expect(await seen()).toEqual([])
  expect(await toModerate()).toMatchObject([{ ratingId, moderation: 'pending' }])
  const { rows } = await house.cloud.pool.query('SELECT rating_count FROM dish WHERE dish_id = $1', [here.dishId])
  expect(rows).toEqual([{ rating_count: 1 }])
  expect((await judge(ratingId)).value).toEqual({ ratingId, moderation: 'passed' })
  expect(await seen()).toMatchObject([{ ratingId, words: '好吃', stars: 5, isMine: false, thread: [] }])
  expect(await seen(here.diner)).toMatchObject([{ ratingId, isMine: true }])
  expect(await toModerate()).toEqual([])
})

test('what was found risky stays unseen, and can be let pass after all', async () => {
  const { ratingId } = await rated(house, here, { words: '骂人' })
  await judge(ratingId, 'risky')
  expect(await seen()).toEqual([])
  expect(await toModerate()).toEqual([])
  expect((await done(house, getMyRating, { ratingId }, here.diner)).moderation).toBe('risky')
  await judge(ratingId)
  expect(await seen()).toHaveLength(1)
})

test('stars and chips alone need no look, and stand in no list of comments', async () => {
  const { ratingId, moderation } = await rated(house, here, { stars: 5, chips: ['taste'] })
  expect(moderation).toBe('none')
  expect((await judge(ratingId)).refusal).toBe('NOTHING_TO_MODERATE')
  expect(await seen()).toEqual([])
})

test('changed words are looked at anew, changed stars are not', async () => {
  const { ratingId } = await rated(house, here, { stars: 5, words: '好吃' })
  await judge(ratingId)
  await done(house, editRating, { ratingId, stars: 3, words: '好吃' }, here.diner)
  expect(await seen()).toMatchObject([{ stars: 3 }])
  await done(house, editRating, { ratingId, stars: 3, words: '难吃' }, here.diner)
  expect(await seen()).toEqual([])
  await judge(ratingId)
  await done(house, editRating, { ratingId, stars: 3 }, here.diner)
  expect((await done(house, getMyRating, { ratingId }, here.diner)).moderation).toBe('none')
  expect(await seen()).toEqual([])
})

test('nobody lets pass what they have not seen: words changed while they looked', async () => {
  const { ratingId } = await rated(house, here, { words: '好吃' })
  const [looked] = await toModerate()
  await done(house, editRating, { ratingId, stars: 4, words: '另一句话' }, here.diner)
  const verdict = { ratingId, revision: looked?.revision ?? 0, verdict: 'passed' as const }
  expect((await house.call(moderateRating, verdict, { token: here.manager.token })).refusal).toBe('NOTHING_TO_MODERATE')
  expect(await seen()).toEqual([])
})

test('the kitchen’s answer is shown with a comment that has passed; a further word of the diner hides all of it again', async () => {
  const { ratingId } = await rated(house, here, { words: '咸' })
  await judge(ratingId)
  await reply(ratingId, '明天少放盐')
  expect((await seen())[0]?.thread).toMatchObject([{ side: 'kitchen', words: '明天少放盐', isMine: false }])
  await reply(ratingId, '粗话', here.diner)
  expect(await seen()).toEqual([])
  await judge(ratingId)
  expect((await seen())[0]?.thread.map(({ words }) => words)).toEqual(['明天少放盐', '粗话'])
})

test('a thread below mere stars is looked at as well', async () => {
  const { ratingId } = await rated(house, here, { stars: 1 })
  await reply(ratingId, '怎么了')
  expect(await toModerate()).toEqual([])
  await reply(ratingId, '没熟', here.diner)
  expect(await toModerate()).toHaveLength(1)
  expect(await seen()).toEqual([])
})

test('it is decided by the office: not by the kitchen, nor in another institution', async () => {
  const { ratingId } = await rated(house, here, { words: '好吃' })
  for (const who of [here.cook, here.diner, here.other]) expect((await judge(ratingId, 'passed', who)).status).toBe(403)
  const admin = await signedInAs(house, here.org, ['admin'])
  const elsewhere = await givenRatingHouse(house, '2026-11-20 12:00')
  expect((await judge(ratingId, 'passed', elsewhere.manager)).refusal).toBe('NO_SUCH_RATING')
  expect((await judge(ratingId, 'passed', admin)).value).toBeTruthy()
})

test('comments come page by page, newest first, each once, also those of one moment', async () => {
  for (let n = 0; n < 7; n++) {
    house.setNow(at('2026-11-20 12:00') + Math.floor(n / 3) * 60_000)
    await rated(house, here, { words: `第${n}句` }, await signedInAs(house, here.org))
  }
  await house.cloud.pool.query(`UPDATE rating SET moderation = 'passed' WHERE org_id = $1`, [here.org.orgId])
  const said: string[] = []
  let cursor: string | undefined
  do {
    const input = { dishId: here.dishId, limit: 2, ...(cursor ? { cursor } : {}) }
    const page = await done(house, listComments, input, here.other)
    said.push(...page.items.map(({ words }) => words))
    cursor = page.nextCursor
  } while (cursor)
  expect(said[0]).toBe('第6句')
  expect([...said].sort()).toEqual(Array.from({ length: 7 }, (_, n) => `第${n}句`))
})

test('the kitchen’s list: what waits, the most pressing first, what has run out, and how many of each', async () => {
  const [late, soon] = [
    await rated(house, here, { words: '早', servingId: await servedOn(house, here, '2026-11-19') }),
    await (async () => {
      house.setNow(at('2026-11-20 13:00'))
      return rated(house, here, { words: '晚' })
    })(),
  ]
  await rated(house, here, { stars: 5 }, here.other)
  house.setNow(at('2026-11-20 14:30'))
  const list = (state: 'open' | 'overdue' | 'answered' | 'all') => done(house, listFeedback, { state }, here.cook)
  const open = await list('open')
  expect(open.items.map(({ ratingId, state }) => [ratingId, state])).toEqual([
    [late.ratingId, 'overdue'],
    [soon.ratingId, 'waiting'],
  ])
  expect(open.counts).toEqual({ open: 2, overdue: 1, unmoderated: 2 })
  expect((await list('overdue')).items.map(({ ratingId }) => ratingId)).toEqual([late.ratingId])
  await reply(late.ratingId, '收到')
  expect((await list('answered')).items.map(({ ratingId }) => ratingId)).toEqual([late.ratingId])
  expect((await list('all')).items.map(({ state }) => state).sort()).toEqual(['answered', 'silent', 'waiting'])
  expect((await list('open')).counts).toEqual({ open: 1, overdue: 0, unmoderated: 2 })
})
