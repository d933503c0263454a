import { editRating, getMyRating, replyRating } from '../contract/canteen-ratings'
import { speaksOfHygiene } from '../functions/canteen/judge-rating'
import { tick } from '../functions/tick'
import { givenRatingHouse, type RatingHouse, rated, servedOn, set } from './support/rating-house'
import { at, done, wire } from './support/repair-house'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let here: RatingHouse
beforeAll(async () => {
  house = await startCloud()
})
afterAll(() => house.end())

/** Mornings and afternoons with lunch between them for whoever answers, not on weekends. */
const weekly = JSON.stringify([
  ...Array(5).fill([
    [420, 690],
    [810, 1110],
  ]),
  [],
  [],
])

/** When a comment written at a clock time is due, as its author is told. */
async function dueOf(clock: string): Promise<string | undefined> {
  here = await givenRatingHouse(house, clock)
  await set(house, here, { weekly })
  const servingId = await servedOn(house, here, clock.slice(0, 10), 'breakfast')
  return (await rated(house, here, { servingId, words: '咸了' })).dueAt
}

test.each([
  ['within one morning', '2026-11-20 08:00', '2026-11-20 10:00'],
  ['over lunch of whoever answers', '2026-11-20 11:00', '2026-11-20 15:00'],
  ['during lunch: from its end', '2026-11-20 12:10', '2026-11-20 15:30'],
  ['that ends with the morning', '2026-11-20 09:30', '2026-11-20 11:30'],
  ['from Friday evening to Monday morning', '2026-11-20 18:00', '2026-11-23 08:30'],
  ['after hours on Friday', '2026-11-20 20:15', '2026-11-23 09:00'],
  ['on a Saturday', '2026-11-21 12:00', '2026-11-23 09:00'],
  ['before National Day, which begins on a Thursday in 2026', '2026-09-30 18:00', '2026-10-08 08:30'],
  ['on a Saturday that is a make-up workday', '2026-10-10 08:00', '2026-10-10 10:00'],
  ['on Friday before a make-up Saturday', '2026-10-09 18:00', '2026-10-10 08:30'],
])('two hours of service for an answer: %s', async (_what, asked, due) => {
  expect(await dueOf(asked)).toBe(wire(due))
})

describe('the clock of a comment', () => {
  beforeEach(async () => {
    here = await givenRatingHouse(house, '2026-11-20 12:00')
  })
  const dueIn = async (ratingId: string) => (await done(house, getMyRating, { ratingId }, here.diner)).dueAt
  const reply = (ratingId: string, who = here.cook) => done(house, replyRating, { ratingId, words: '收到' }, who)

  test('begins with words, a low rating or hygiene, and with nothing else', async () => {
    const dues: (string | undefined)[] = []
    for (const [n, opinion] of [
      { stars: 5 },
      { stars: 3, chips: ['taste', 'temperature'] },
      { stars: 5, chips: ['hygiene'] },
      { stars: 5, words: '谢谢' },
      { stars: 2 },
      { stars: 4, chips: ['hygiene'] },
    ].entries()) {
      const servingId = await servedOn(house, here, `2026-11-${14 + n}`)
      dues.push((await rated(house, here, { servingId, ...(opinion as object) })).dueAt)
    }
    const due = wire('2026-11-20 14:00')
    expect(dues).toEqual([undefined, undefined, undefined, due, due, due])
  })

  test('stands when the kitchen answers and begins anew when the diner asks again', async () => {
    const { ratingId } = await rated(house, here, { words: '为什么这么咸' })
    house.setNow(at('2026-11-20 12:30'))
    // more of the same question does not give the kitchen more time
    await reply(ratingId, here.diner)
    expect(await dueIn(ratingId)).toBe(wire('2026-11-20 14:00'))
    await reply(ratingId)
    expect(await dueIn(ratingId)).toBeUndefined()
    house.setNow(at('2026-11-20 15:00'))
    await reply(ratingId, here.diner)
    expect(await dueIn(ratingId)).toBe(wire('2026-11-20 17:00'))
    const mine = await done(house, getMyRating, { ratingId }, here.diner)
    expect(mine.answeredAt).toBe(wire('2026-11-20 12:30'))
    expect(mine.thread.map(({ side, isMine }) => [side, isMine])).toEqual([
      ['diner', true],
      ['kitchen', false],
      ['diner', true],
    ])
  })

  test('begins with an edit that says something, runs on through others, and ends when nothing is left to answer', async () => {
    const { ratingId } = await rated(house, here, { stars: 4 })
    const edit = async (clock: string, opinion: { stars: number; words?: string }) => {
      house.setNow(at(`2026-11-20 ${clock}`))
      return (await done(house, editRating, { ratingId, ...opinion }, here.diner)).dueAt
    }
    expect(await edit('13:00', { stars: 1 })).toBe(wire('2026-11-20 15:00'))
    expect(await edit('13:30', { stars: 1, words: '没熟' })).toBe(wire('2026-11-20 15:00'))
    expect(await edit('13:40', { stars: 4 })).toBeUndefined()
    expect(await edit('13:50', { stars: 4, words: '还行' })).toBe(wire('2026-11-20 15:50'))
    await reply(ratingId)
    // stars alone ask nothing new, other words do
    expect(await edit('14:00', { stars: 5, words: '还行' })).toBeUndefined()
    expect(await edit('14:10', { stars: 5, words: '还是咸' })).toBe(wire('2026-11-20 16:10'))
  })

  test('is computed anew when hours, holidays or the time for an answer change; what is answered stays', async () => {
    const open = await rated(house, here, { words: '咸' })
    const answered = await rated(house, here, { words: '淡' }, here.other)
    await reply(answered.ratingId)
    const before = (await house.cloud.pool.query('SELECT * FROM rating WHERE rating_id = $1', [answered.ratingId])).rows
    await tick(house.cloud)
    expect(await dueIn(open.ratingId)).toBe(wire('2026-11-20 14:00'))
    await set(house, here, { answerMinutes: 60 })
    await tick(house.cloud)
    expect(await dueIn(open.ratingId)).toBe(wire('2026-11-20 13:00'))
    await set(house, here, { weekly: JSON.stringify(Array(7).fill([[360, 730]])) })
    await tick(house.cloud)
    expect(await dueIn(open.ratingId)).toBe(wire('2026-11-21 06:50'))
    const special = { orgId: here.org.orgId, day: '2026-11-21', name: '校庆', isOffDay: true }
    await house.cloud.db.insertInto('specialDay').values(special).execute()
    await tick(house.cloud)
    expect(await dueIn(open.ratingId)).toBe(wire('2026-11-22 06:50'))
    const after = (await house.cloud.pool.query('SELECT * FROM rating WHERE rating_id = $1', [answered.ratingId])).rows
    expect(after).toEqual(before)
  })

  test('runs on the wall clock where no service hours are set at all', async () => {
    await set(house, here, { weekly: JSON.stringify(Array(7).fill([])) })
    const { ratingId, dueAt } = await rated(house, here, { words: '咸' })
    expect(dueAt).toBe(wire('2026-11-20 14:00'))
    await tick(house.cloud)
    expect(await dueIn(ratingId)).toBe(wire('2026-11-20 14:00'))
    await reply(ratingId)
  })
})

const words = ['头发', '苍蝇', '虫', '异物', '发霉', '霉', '过期', '不新鲜', '臭', '塑料', '没洗干净', '不干净', '脏']

test.each([
  '汤里有头发',
  '又吃出虫子了',
  '不干净',
  '菜没洗干净',
  '很脏',
  '有没有异物你们自己看',
  '不是没有虫，是没看清',
  '没有头发，但是有虫',
  '鱼不新鲜，臭了',
  '没人管，头发掉在汤里',
  '臭豆腐里有苍蝇',
])('the duty manager hears of “%s” at once', (said) => {
  expect(speaksOfHygiene(said, words)).toBe(true)
})

test.each([
  '很干净',
  '没有头发，放心',
  '没头发',
  '一点都不脏',
  '不臭',
  '没有任何异物',
  '臭豆腐好吃',
  '虫草花汤不错',
  '梅干菜和霉干菜都香',
  '塑料袋太薄',
  '',
])('“%s” alarms nobody', (said) => {
  expect(speaksOfHygiene(said, words)).toBe(false)
})
