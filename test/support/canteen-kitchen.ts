import { getMenuDraft, publishMenu, saveMenuDay } from '../../contract/canteen-menus'
import type { MealWord } from '../../contract/canteen-words'
import type { InputOf, ValueOf } from '../../contract/procedure'
import { type GivenOrg, givenOrg, signedInAs } from './given'
import { givenCanteen, givenDish } from './given-canteen'
import type { TestCloud } from './start-cloud'

type Line = InputOf<typeof saveMenuDay>['lines'][number]
type DayInput = Partial<Omit<InputOf<typeof saveMenuDay>, 'canteenId' | 'day' | 'lines'>>

/** Somebody signed in. */
export interface Diner {
  token: string
  personId: string
}

/** A canteen with its kitchen at work: menus are saved and published through the front door. */
export interface Kitchen {
  org: GivenOrg
  canteenId: string
  windowIds: string[]
  cook: Diner
  /** Dishes by name, made and confirmed when they are named first. */
  dish(name: string): Promise<string>
  line(meal: MealWord, name: string, more?: Partial<Line>): Promise<Line>
  /** Saves a day's draft over whatever stands there. */
  draft(day: string, lines: readonly Line[], more?: DayInput): Promise<ValueOf<typeof saveMenuDay>>
  /** The same and publishes it. */
  publish(day: string, lines: readonly Line[], more?: DayInput): Promise<ValueOf<typeof publishMenu>>
  diner(name?: string): Promise<Diner>
}

/** Another canteen of an institution, or one of a new institution. */
export async function startKitchen(
  house: TestCloud,
  canteen: Parameters<typeof givenCanteen>[2] = {},
  given?: Pick<Kitchen, 'org' | 'cook' | 'dish' | 'diner'>,
): Promise<Kitchen> {
  const org = given?.org ?? (await givenOrg(house))
  const cook = given?.cook ?? (await signedInAs(house, org, ['kitchen'], { name: '王师傅' }))
  const { canteenId, windowIds, windowId } = await givenCanteen(house, org, {
    windows: ['一号窗口', '二号窗口'],
    ...canteen,
  })
  const dishes = new Map<string, Promise<string>>()
  const dish =
    given?.dish ??
    ((name: string) => {
      const known = dishes.get(name) ?? givenDish(house, org, { name }).then(({ dishId }) => dishId)
      dishes.set(name, known)
      return known
    })
  const must = <T>(answer: { value?: T }): T => {
    if (answer.value === undefined) throw new Error(`refused: ${JSON.stringify(answer)}`)
    return answer.value
  }
  const kitchen: Kitchen = {
    org,
    canteenId,
    windowIds,
    cook,
    dish,
    line: async (meal, name, more = {}) => ({ meal, windowId, dishId: await dish(name), ...more }),
    async draft(day, lines, more = {}) {
      const week = must(await house.call(getMenuDraft, { canteenId, day }, cook))
      const revision = week.days.find((each) => each.day === day)?.revision ?? 0
      return must(await house.call(saveMenuDay, { canteenId, day, revision, lines: [...lines], ...more }, cook))
    },
    async publish(day, lines, more = {}) {
      await kitchen.draft(day, lines, more)
      return must(await house.call(publishMenu, { canteenId, days: [day] }, cook))
    },
    diner: given?.diner ?? ((name = '李同事') => signedInAs(house, org, [], { name })),
  }
  return kitchen
}
