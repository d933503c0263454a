import type { AllergenCode } from '../../contract/canteen-allergens'
import type { MealWord } from '../../contract/canteen-words'
import type { Duty } from '../../contract/procedure'
import {
  givenAnswer,
  givenCanteen,
  givenDish,
  givenMenuDay,
  givenServing,
  givenSitting,
} from '../support/given-canteen'
import { bookingWorld } from './booking-world'
import { openAlipay, openWeapp } from './open-app'
import type { RequestCall } from './platform/script'

/** Half past twelve on a Monday: lunch is being served, dinner can still be answered for. */
export const noon = '2026-11-23T12:30:00+08:00'
const [today, tomorrow, wednesday] = ['2026-11-23', '2026-11-24', '2026-11-25'] as const

/** What every request of a phone said, to look for what must not be in it. */
export interface Sent {
  path: string
  body: string
}

/** A dish of these tests: its name, and what is in it. */
const served: readonly (readonly [name: string, contains: AllergenCode[], free?: AllergenCode[]])[] = [
  ['宫保鸡丁', ['peanuts', 'soybeans', 'wheat']],
  // only what it contains is known
  ['红烧肉', ['soybeans', 'wheat', 'pork'], []],
  ['清炒时蔬', []],
  ['番茄炒蛋', ['eggs']],
  ['清蒸鲈鱼', ['fish', 'soybeans']],
  ['麻婆豆腐', ['soybeans', 'wheat']],
  ['土豆烧牛肉', ['beefMutton', 'soybeans', 'wheat']],
  ['蒜蓉西兰花', []],
  ['白灼虾', ['crustaceans']],
  ['酸辣汤', ['eggs', 'soybeans']],
  ['米饭', []],
  ['酸奶', ['milk']],
]

/** The world of bookings with a canteen: a lunch and a dinner today, lunch tomorrow, closed on Wednesday, nothing after. */
export async function canteenWorld() {
  const world = await bookingWorld()
  const { cloud, org } = world
  cloud.setNow(Date.parse(noon))
  const { orgId } = org
  const { canteenId, windowIds } = await givenCanteen(cloud, org, { name: '职工食堂', windows: ['热菜', '面点与汤'] })
  const dishIds = new Map<string, string>()
  for (const [name, contains, free] of served) {
    const { dishId } = await givenDish(cloud, org, { name, contains, ...(free ? { free } : {}) })
    dishIds.set(name, dishId)
  }
  const sittings = new Map<string, string>()
  const servings = new Map<string, string>()
  const serve = async (day: string, meal: MealWord, names: readonly string[]) => {
    const sittingId = await givenSitting(cloud, { orgId, canteenId, day }, { meal })
    sittings.set(`${day} ${meal}`, sittingId)
    for (const [sortOrder, name] of names.entries()) {
      const windowId = windowIds[sortOrder < 8 ? 0 : 1]
      const dishId = dishIds.get(name) ?? ''
      const servingId = await givenServing(cloud, org, { sittingId, dishId, windowId, sortOrder, hasHalf: true })
      servings.set(`${day} ${meal} ${name}`, servingId)
    }
  }
  const names = served.map(([name]) => name)
  await serve(today, 'lunch', names)
  await serve(today, 'dinner', names.slice(0, 5))
  await serve(tomorrow, 'lunch', [...names].reverse())
  await givenMenuDay(cloud, { orgId, canteenId, day: wednesday }, { isClosed: true, note: '设备检修' })

  const sent: Sent[] = []
  const request = (call: RequestCall) => {
    sent.push({ path: call.path, body: JSON.stringify(call.data ?? null) })
    return world.request(call)
  }
  const open = {
    weapp: (storage: Iterable<[string, string]>, path = 'pages/home', query: Record<string, string> = {}) =>
      openWeapp({ request, storage, now: noon, enter: { path, query } }),
    alipay: (storage: Iterable<[string, string]>, path = 'pages/home', query: Record<string, string> = {}) =>
      openAlipay({ request, storage, now: noon, enter: { path, query } }),
  }
  return {
    ...world,
    canteenId,
    sent,
    request,
    open: open.weapp,
    openAlipay: open.alipay,
    dishId: (name: string) => dishIds.get(name) ?? '',
    servingId: (day: string, meal: MealWord, name: string) => servings.get(`${day} ${meal} ${name}`) ?? '',
    /** Somebody who ate today's lunch. */
    async diner(name: string, duties: Duty[] = []) {
      const person = await world.person(name, duties)
      const sittingId = sittings.get(`${today} lunch`) ?? ''
      await givenAnswer(cloud, org, { sittingId, personId: person.me.personId })
      return person
    },
  }
}
export type CanteenWorld = Awaited<ReturnType<typeof canteenWorld>>
