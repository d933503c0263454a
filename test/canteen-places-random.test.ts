import fc from 'fast-check'
import { getMenuWeek } from '../contract/canteen'
import { declineMeal, reserveMeal } from '../contract/canteen-meals'
import { addDays } from '../contract/zone'
import type { MealWish } from '../functions/canteen/answer-together'
import { type Diner, type Kitchen, startKitchen } from './support/canteen-kitchen'
import { miscountedPlaces } from './support/miscounted-places'
import { canteenStep, NaiveCanteens, type Step } from './support/naive-canteens'
import { startCloud, type TestCloud } from './support/start-cloud'

let house: TestCloud
let kitchens: Kitchen[]
let people: Diner[]
/** Every history has a day of its own. */
let day = '2026-11-23'

beforeAll(async () => {
  house = await startCloud({ now: Date.UTC(2026, 10, 21, 1) })
  const first = await startKitchen(house)
  kitchens = [first, await startKitchen(house, {}, first)]
  people = await Promise.all([1, 2, 3, 4, 5].map((n) => first.diner(`同事${n}`)))
})
afterAll(() => house.end())

/** So many of them answer at the same moment; one connection is left for the kitchen. */
const hosts = 10
const dishes = ['红烧肉', '青菜']

async function limit({ canteen, mealPlaces, dishPlaces }: Extract<Step, { mealPlaces: number | null }>) {
  const kitchen = kitchens[canteen]
  if (!kitchen) throw new Error('no such canteen')
  const lines = await Promise.all(
    dishes.map((name, i) => kitchen.line('lunch', name, { places: dishPlaces[i] ?? undefined })),
  )
  // a note of its own, so that there is always something to publish
  const more = {
    note: crypto.randomUUID(),
    mealPlaces: mealPlaces ? [{ meal: 'lunch' as const, places: mealPlaces }] : [],
  }
  await kitchen.publish(day, lines, more)
}

async function startDay(): Promise<string[][]> {
  day = addDays(day, 1)
  const open = [0, 1].map((canteen) => limit({ canteen, mealPlaces: null, dishPlaces: [null, null] }))
  await Promise.all(open)
  return Promise.all(
    kitchens.map(async ({ canteenId, cook }) => {
      const { value } = await house.call(getMenuWeek, { canteenId, day }, cook)
      const servings = value?.days.find((each) => each.day === day)?.sittings[0]?.servings ?? []
      return servings.map(({ servingId }) => servingId)
    }),
  )
}

async function answer(step: Extract<Step, { person: number }>, servings: readonly string[][]): Promise<string> {
  const { canteenId } = kitchens[step.canteen] ?? { canteenId: '' }
  const where = { canteenId, day, meal: 'lunch' as const }
  const whose = { token: people[step.person]?.token }
  if (!step.eats) {
    const declined = await house.call(declineMeal, where, whose)
    return declined.value?.answer ?? declined.refusal ?? JSON.stringify(declined)
  }
  const servingIds = step.dishes.map((dish) => servings[step.canteen]?.[dish] ?? '')
  const reserved = await house.call(reserveMeal, { ...where, servingIds }, whose)
  return reserved.value?.answer ?? reserved.refusal ?? JSON.stringify(reserved)
}

test('random histories of two canteens, one after the other, agree with counting heads', async () => {
  const seen = { eats: 0, skips: 0, NO_PLACES_LEFT: 0 } as Record<string, number>
  await fc.assert(
    fc.asyncProperty(fc.array(canteenStep, { minLength: 15, maxLength: 30 }), async (steps) => {
      const servings = await startDay()
      const naive = new NaiveCanteens()
      for (const step of steps) {
        if ('person' in step) {
          const said = await answer(step, servings)
          expect([step, said]).toEqual([step, naive.answer(step)])
          seen[said] = (seen[said] ?? 0) + 1
        } else {
          await limit(step)
          naive.limit(step)
        }
      }
      expect(await miscountedPlaces(house, kitchens[0]?.org.orgId ?? 0)).toEqual([])
    }),
    { numRuns: 20 },
  )
  // a generator that never fills a canteen would agree with anything
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5)
})

/** A wish as a host of its own would send it: by a statement that no other wish travels with. */
async function answerAlone(step: Extract<Step, { person: number }>, servings: readonly string[][]): Promise<string> {
  const personId = people[step.person]?.personId ?? ''
  const answer = step.eats ? 'eats' : 'skips'
  const wish: MealWish & { at_position: number } = {
    at_position: 0,
    asker: personId,
    key: crypto.randomUUID(),
    fingerprint: '\\x00',
    asked_at: new Date(house.cloud.clock()).toISOString(),
    zone: '+08:00',
    person: personId,
    canteen: kitchens[step.canteen]?.canteenId ?? '',
    day,
    meal: 'lunch',
    answer,
    portion: 'full',
    servings: step.eats ? step.dishes.map((dish) => servings[step.canteen]?.[dish] ?? '') : [],
    note: '',
    body: { answer },
    procedure: 'canteen.reserveMeal',
    audit_detail: {},
    notice: null,
  }
  const { rows } = await house.cloud.pool.query<{ outcome: string }>('SELECT outcome FROM answer_meals($1, $2)', [
    kitchens[0]?.org.orgId,
    JSON.stringify([wish]),
  ])
  const said = JSON.parse(rows[0]?.outcome ?? '{}') as { value?: { answer: string }; refusal?: string }
  return said.value?.answer ?? said.refusal ?? ''
}

test('whatever many hosts are told at the same moment, the kitchen too: as many are taken as people eat', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(canteenStep, { minLength: 80, maxLength: 160, size: 'max' }), async (steps) => {
      const servings = await startDay()
      await limit({ canteen: 0, mealPlaces: 2, dishPlaces: [2, 1] })
      await limit({ canteen: 1, mealPlaces: 3, dishPlaces: [1, null] })
      const publishing = steps.flatMap((step) => ('person' in step ? [] : [step])).slice(0, 4)
      const answers = steps.flatMap((step) => ('person' in step ? [step] : []))
      let isPublishing = true
      const said: string[] = []
      const host = async (first: number) => {
        for (let n = first; n < answers.length * 3 && (isPublishing || n < answers.length); n += hosts) {
          const step = answers[n % answers.length]
          if (step) said.push(await answerAlone(step, servings))
        }
      }
      const kitchen = async () => {
        for (const step of publishing) await limit(step)
        isPublishing = false
      }
      await Promise.all([kitchen(), ...Array.from({ length: hosts }, (_, first) => host(first))])
      const known = ['eats', 'skips', 'NO_PLACES_LEFT']
      expect(said.filter((one) => !known.includes(one))).toEqual([])
      expect(await miscountedPlaces(house, kitchens[0]?.org.orgId ?? 0)).toEqual([])
    }),
    // what happens at the same moment does not happen again just so: nothing to shrink
    { numRuns: 12, endOnFailure: true },
  )
})
