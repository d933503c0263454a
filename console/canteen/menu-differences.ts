import type { MenuDay } from '../../contract/canteen'
import type { DraftDay } from '../../contract/canteen-menus'
import { type MealWord, mealNames } from '../../contract/canteen-words'

/** What publishing a day adds, changes and takes away, as texts of where and what. */
export interface Differences {
  added: string[]
  updated: string[]
  removed: string[]
}

const sorted = (value: unknown) => JSON.stringify(value)

/** The draft of a day against what is published of it; `dishNames` are of the published dishes. */
export function differencesOf(
  draft: DraftDay,
  published: MenuDay | undefined,
  dishNames: ReadonlyMap<string, string>,
): Differences {
  const lines = draft.isClosed ? [] : draft.lines
  // of a day that is published for the first time it is enough to say what there is
  const where = (meal: MealWord, window: string, dish: string) =>
    published?.status === 'open' ? `${dish}（${mealNames[meal]} ${window}）` : dish
  const servings = (published?.sittings ?? []).flatMap(({ meal, servings: all }) =>
    all.map((serving) => ({ ...serving, meal })),
  )
  const added: string[] = []
  const updated: string[] = []
  const met = new Set<string>()
  for (const line of lines) {
    const serving = servings.find(
      (each) => each.meal === line.meal && each.dishId === line.dishId && each.window === line.window,
    )
    const text = where(line.meal, line.window, line.dish)
    if (!serving) added.push(text)
    else {
      met.add(serving.servingId)
      const hasOtherPrice = line.prices.length > 0 && sorted(line.prices) !== sorted(serving.prices)
      if (hasOtherPrice || sorted(line.notes) !== sorted(serving.notes)) updated.push(text)
    }
  }
  const removed = servings
    .filter(({ servingId }) => !met.has(servingId))
    .map(({ meal, window, dishId }) => where(meal, window, dishNames.get(dishId) ?? ''))
  return { added, updated, removed }
}
