import type { AllergenCode, Diet } from '../../contract/canteen-allergens'
import { type LabelledDish, type LabelProblem, problemsOf } from '../../contract/canteen-labels'
import type { DraftLine } from '../../contract/canteen-menus'
import type { Db } from '../../database/connect'
import { noteProblems } from './note-claims'

/** A dish as a menu needs it: its name, its own prices, and what stands against publishing it now. */
export interface JudgedDish {
  name: string
  prices: DraftLine['prices']
  isRetired: boolean
  problems: LabelProblem[]
  /** What of its notes says otherwise than its labels. */
  problemsOfNotes(notes: readonly string[]): LabelProblem[]
}

/** A window of a canteen; drafts may still hold a retired one. */
export interface CanteenWindow {
  name: string
  isRetired: boolean
}

const wrong = (message: string): LabelProblem => ({ kind: 'missing', codes: [], because: [], message })

/**
 * Dishes judged by the lexicon as it is now, whatever was found when they were last saved. With `isHeld` nobody changes
 * their ingredients or labels until the transaction ends, and what somebody is changing is waited for; ratings are not.
 */
export async function judgeDishes(
  db: Db,
  orgId: number,
  dishIds: readonly string[],
  isHeld = false,
): Promise<Map<string, JudgedDish>> {
  const wanted = [...new Set(dishIds)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .selectFrom('dish')
    .select(['dishId', 'name', 'ingredients', 'isNameFigurative', 'contains', 'free', 'diets', 'confirmedAt'])
    .select(['prices', 'note', 'isRetired'])
    .where('orgId', '=', orgId)
    .where('dishId', 'in', wanted)
    .orderBy('dishId')
    // saveDish and confirmLabels hold a dish for update
    .$if(isHeld, (dishes) => dishes.forKeyShare())
    .execute()
  return new Map(
    rows.map(({ dishId, confirmedAt, prices, isRetired, note, ...dish }) => {
      const labelled: LabelledDish = {
        ...dish,
        contains: dish.contains as AllergenCode[],
        free: dish.free as AllergenCode[],
        diets: dish.diets as Diet[],
        isConfirmed: confirmedAt !== null,
      }
      const problems = problemsOf(labelled)
      const retired = wrong('这道菜已停用：请从菜单中去掉，或在菜品库里重新启用。')
      return [
        dishId,
        {
          name: dish.name,
          prices: prices as unknown as JudgedDish['prices'],
          isRetired,
          problems: isRetired ? [retired, ...problems] : problems,
          problemsOfNotes: (notes) => noteProblems(labelled, note === '' ? notes : [note, ...notes]),
        },
      ]
    }),
  )
}

/** The dishes of some lines that must not be published as they stand, with why, in their order. */
export function blockedDishes(
  lines: readonly Pick<DraftLine, 'dishId' | 'windowId' | 'notes'>[],
  judged: ReadonlyMap<string, JudgedDish>,
  windows: ReadonlyMap<string, CanteenWindow>,
): { dishId: string; dish: string; problems: LabelProblem[] }[] {
  return [...new Set(lines.map(({ dishId }) => dishId))].flatMap((dishId) => {
    const { name = '', problems = [], problemsOfNotes } = judged.get(dishId) ?? {}
    const own = lines.filter((line) => line.dishId === dishId)
    const retired = [...new Set(own.map(({ windowId }) => windows.get(windowId)))].flatMap((window) =>
      window?.isRetired ? [wrong(`档口“${window.name}”已停用：请把这道菜换到别的档口。`)] : [],
    )
    const ofNotes = problemsOfNotes?.(own.flatMap(({ notes }) => notes)) ?? []
    const all = [...problems, ...ofNotes, ...retired]
    return all.length > 0 ? [{ dishId, dish: name, problems: all }] : []
  })
}
