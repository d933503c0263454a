import { exportCanteenReport, getCanteenReport } from '../contract/canteen-feedback'
import { replyRating } from '../contract/canteen-ratings'
import type { InputOf } from '../contract/procedure'
import { addDays } from '../contract/zone'
import { readSheets } from '../functions/documents/read-sheets'
import { givenPerson } from './support/given'
import { givenAnswer, givenCanteen, givenDish, givenServing, givenSitting } from './support/given-canteen'
import { limit, type MadeMeal, type MadeRating, naiveCanteenReport } from './support/naive-canteen-report'
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

const report = (range: InputOf<typeof getCanteenReport>) => done(house, getCanteenReport, range, here.manager)

/** Numbers that look random and are the same each time. */
function randomNumbers(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const chips = ['taste', 'portion', 'temperature', 'hygiene', 'service']

/** Twelve days in two canteens with answers, meals taken off, ratings, some taken back, and questions answered or not. */
async function makeUp(seed: number): Promise<{ meals: MadeMeal[]; ratings: MadeRating[]; canteenIds: string[] }> {
  const random = randomNumbers(seed)
  const { org } = here
  const { orgId } = org
  const { db } = house.cloud
  const canteenIds = [(await givenCanteen(house, org)).canteenId, (await givenCanteen(house, org)).canteenId]
  const dishes = []
  for (let n = 0; n < 6; n++) dishes.push(await givenDish(house, org, { name: `菜${seed}${n}` }))
  const people: string[] = []
  for (let n = 0; n < 12; n++) people.push((await givenPerson(house, org)).personId)
  const meals: MadeMeal[] = []
  const ratings: MadeRating[] = []
  const asked = new Date(house.cloud.clock())
  for (let n = 0; n < 24; n++) {
    const canteenId = canteenIds[n % 2] ?? ''
    const day = addDays('2026-03-01', Math.floor(n / 2))
    const meal = n % 2 === 0 ? ('lunch' as const) : ('dinner' as const)
    const isRemoved = random(6) === 0
    const served = random(3) === 0 ? undefined : random(500)
    const leftoverKg = random(2) === 0 ? undefined : random(900) / 100
    const sittingId = await givenSitting(
      house,
      { orgId, canteenId, day },
      { meal, served: served ?? null, leftoverKg: leftoverKg ?? null, removedAt: isRemoved ? asked : null },
    )
    const made: MadeMeal = { canteenId, day, isRemoved, served, leftoverKg, answers: [], dishes: [] }
    const servings: { servingId: string; dish: string; dishId: string }[] = []
    for (const { dishId, name } of dishes.filter(() => random(2) === 0)) {
      const off = random(7) === 0
      const servingId = await givenServing(house, org, { sittingId, dishId, removedAt: off ? asked : null })
      made.dishes.push({ dish: name, isRemoved: off })
      servings.push({ servingId, dish: name, dishId })
    }
    for (const personId of people) {
      const eats = random(3) > 0
      const wanted = servings.filter(() => random(3) === 0)
      if (random(2) === 0) {
        const servingIds = wanted.map(({ servingId }) => servingId)
        await givenAnswer(house, org, { sittingId, personId, answer: eats ? 'eats' : 'skips', servingIds })
        made.answers.push({ eats, dishes: wanted.map(({ dish }) => dish) })
      }
      for (const { servingId, dish, dishId } of servings.filter(() => random(8) === 0)) {
        const rating: MadeRating = {
          canteenId,
          day,
          dish,
          stars: 1 + random(5),
          chips: chips.filter(() => random(4) === 0),
          isWithdrawn: random(6) === 0,
          questions: Array.from({ length: random(3) }, () => random(240) + random(10) / 10),
        }
        const waits = random(4) === 0
        if (waits) rating.questions.push(undefined)
        ratings.push(rating)
        const ratingId = crypto.randomUUID()
        const { stars } = rating
        const where = { orgId, servingId, dishId, canteenId, day }
        const due = new Date(asked.getTime() + limit * 60_000)
        const clock =
          rating.questions.length === 0 ? {} : { askedAt: asked, dueAt: due, answeredAt: waits ? null : due }
        const withdrawnAt = rating.isWithdrawn ? asked : null
        await db
          .insertInto('rating')
          .values({ ...where, ratingId, personId, stars, chips: rating.chips, ratedAt: asked, ...clock, withdrawnAt })
          .execute()
        for (const [i, minutes] of rating.questions.entries()) {
          if (minutes === undefined) continue
          const message = { orgId, ratingId, messageNumber: i + 1 }
          const by = { at: asked, byId: here.cook.personId, side: 'kitchen', words: '收到' }
          await db
            .insertInto('ratingMessage')
            .values({ ...message, ...by })
            .execute()
          const answeredAt = new Date(asked.getTime() + minutes * 60_000)
          await db
            .insertInto('ratingAnswer')
            .values({ ...message, askedAt: asked, dueAt: due, answeredAt, serviceMinutes: minutes })
            .execute()
        }
      }
    }
    meals.push(made)
  }
  return { meals, ratings, canteenIds }
}

test.each([7, 42])('every figure is what counting by hand comes to, made-up canteen %s', async (seed) => {
  const { meals, ratings, canteenIds } = await makeUp(seed)
  const ranges = [
    { from: '2026-03-01', until: '2026-03-12' },
    { from: '2026-03-03', until: '2026-03-05' },
    { from: '2026-03-04', until: '2026-03-04', canteenId: canteenIds[1] },
    { from: '2026-03-01', until: '2026-03-12', canteenId: canteenIds[0] },
    { from: '2026-05-01', until: '2026-05-31' },
  ]
  for (const range of ranges) {
    const { dishes, ...counted } = await report(range)
    const { dishes: expected, ...naive } = naiveCanteenReport(meals, ratings, range)
    expect(counted).toEqual(naive)
    expect(dishes.map(({ dishId: _id, ...dish }) => dish)).toEqual(expected)
  }
  expect(ratings.length).toBeGreaterThan(30)
})

test('how long an answer took is counted in service hours, question by question', async () => {
  const reply = (ratingId: string, who = here.cook) => done(house, replyRating, { ratingId, words: '好' }, who)
  const first = await rated(house, here, { words: '咸' })
  const second = await rated(house, here, { words: '淡' }, here.other)
  house.setNow(at('2026-11-20 12:30'))
  await reply(first.ratingId)
  house.setNow(at('2026-11-20 18:00'))
  await reply(first.ratingId, here.diner)
  // over a night and a weekend: 90 minutes of Friday and 30 of Monday
  house.setNow(at('2026-11-23 07:00'))
  await reply(first.ratingId)
  await reply(second.ratingId)
  const { answers } = await report({ from: '2026-11-20', until: '2026-11-20' })
  expect(answers).toEqual({ wanted: 3, answered: 3, inTime: 2, medianMinutes: 120 })
})

test('a report of days in the wrong order, of more than 366, or of a strange canteen is refused', async () => {
  const ask = async (range: InputOf<typeof getCanteenReport>) =>
    (await house.call(getCanteenReport, range, { token: here.manager.token })).refusal
  expect(await ask({ from: '2026-11-02', until: '2026-11-01' })).toBe('ENDS_BEFORE_START')
  expect(await ask({ from: '2026-01-01', until: '2027-01-02' })).toBe('TOO_LONG')
  expect(await ask({ from: '2026-01-01', until: '2027-01-01' })).toBeUndefined()
  const elsewhere = await givenRatingHouse(house, '2026-11-20 12:00')
  const range = { from: '2026-11-01', until: '2026-11-30', canteenId: elsewhere.canteenId }
  expect(await ask(range)).toBe('NO_SUCH_CANTEEN')
})

test('the workbook has the same figures, as numbers', async () => {
  await rated(house, here, { stars: 5, chips: ['taste'] })
  await rated(house, here, { stars: 2, servingId: await servedOn(house, here, '2026-11-19') }, here.other)
  const range = { from: '2026-11-01', until: '2026-11-30', canteenId: here.canteenId }
  const file = await done(house, exportCanteenReport, range, here.manager)
  expect(file.fileName).toBe(`${here.canteen}统计 2026-11-01 至 2026-11-30.xlsx`)
  const sheets = (await readSheets(file.fileName, Buffer.from(file.content, 'base64'))) ?? []
  const rowsOf = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows.map(({ cells }) => cells) ?? []
  expect(sheets.map(({ name }) => name)).toEqual(['概要', '每日', '菜品'])
  expect(rowsOf('概要')).toEqual(
    expect.arrayContaining([
      ['食堂', here.canteen],
      ['评价数', '2'],
      ['平均评分（星）', '3.5'],
      ['评价说到味道', '1'],
      ['需要回复', '1'],
    ]),
  )
  expect(rowsOf('每日').slice(1)).toEqual([
    ['2026-11-19', '0', '0', '1', '2'],
    ['2026-11-20', '0', '0', '1', '5'],
  ])
  expect(rowsOf('菜品').slice(1)).toEqual([[here.dish, '2', '0', '3.5', '2']])
})
