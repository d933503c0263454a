import type { Price } from '../../contract/canteen'
import type { MealHours } from '../../contract/canteen-dishes'
import type { DraftLine } from '../../contract/canteen-menus'
import type { MealWord } from '../../contract/canteen-words'
import { addDays, type Day, instantAt } from '../../contract/zone'
import { changedServingFields, changedSittingFields, matchServings } from './match-servings'
import type { DayBefore, DayPlan, PlannedChange, PlannedServing, PlannedSitting } from './planned-menu'

/** What a plan is made with. */
export interface PlanBy {
  zone: string
  hours: ReadonlyMap<MealWord, MealHours>
  /** A dish's own prices: they hold where a line has none. */
  pricesOf(dishId: string): readonly Price[]
  newId(): string
}

const minuteMs = 60_000

/** When a meal is on a day, and until when one answers; closing may lie beyond midnight. */
function timesOf(day: Day, hours: MealHours, zone: string) {
  const begin = instantAt(day, 0, zone)
  return {
    opensAt: begin + hours.opensMinute * minuteMs,
    closesAt: begin + hours.closesMinute * minuteMs,
    cutoffAt: hours.isReservable ? instantAt(addDays(day, -hours.cutoffDays), hours.cutoffMinute, zone) : null,
  }
}

/** Places are never fewer than are taken: nobody loses a place to a lower number. What is not limited is not counted. */
function placesFor(wanted: number | undefined, eaters: number): { places: number | null; taken: number } {
  return wanted === undefined ? { places: null, taken: 0 } : { places: Math.max(wanted, eaters), taken: eaters }
}

interface MealPlan {
  sitting: PlannedSitting
  /** In the order of the lines of the meal. */
  servings: PlannedServing[]
  added: PlannedServing[]
  removed: PlannedServing[]
  changes: PlannedChange[]
}

function planMeal(before: DayBefore, meal: MealWord, hours: MealHours, by: PlanBy): MealPlan {
  const { day, draft } = before
  const known = before.sittings.find((sitting) => sitting.meal === meal)
  const wanted = draft.mealPlaces.find((each) => each.meal === meal)?.places ?? hours.places
  const sittingId = known?.sittingId ?? by.newId()
  const sitting = { sittingId, day, meal, ...timesOf(day, hours, by.zone), ...placesFor(wanted, known?.taken ?? 0) }
  const fields = known && !known.isRemoved ? changedSittingFields(known, sitting) : []
  const changes: PlannedChange[] = fields.length > 0 ? [{ kind: 'updated', meal, fields }] : []

  const lines = draft.lines.filter((line) => line.meal === meal)
  const ofSitting = before.servings.filter((serving) => serving.sittingId === sittingId)
  const matched = matchServings(lines, ofSitting)
  const added: PlannedServing[] = []
  const servings = lines.map((line, i) => {
    const was = matched[i]
    const { windowId, dishId, hasHalf, notes } = line
    const serving: PlannedServing = {
      servingId: was?.servingId ?? by.newId(),
      sittingId,
      windowId,
      dishId,
      sortOrder: draft.lines.indexOf(line),
      prices: [...(line.prices.length > 0 ? line.prices : by.pricesOf(dishId))],
      hasHalf,
      notes,
      ...placesFor(line.places, was?.taken ?? 0),
    }
    const about = { meal, dishId, servingId: serving.servingId }
    const changed = was && !was.isRemoved ? changedServingFields(was, serving) : undefined
    if (!changed) added.push(serving)
    if (!changed) changes.push({ kind: 'added', ...about, fields: [] })
    else if (changed.length > 0) changes.push({ kind: 'updated', ...about, fields: changed })
    return serving
  })
  const removed = ofSitting.filter((serving) => !serving.isRemoved && !matched.includes(serving))
  for (const { dishId, servingId } of removed) changes.push({ kind: 'removed', meal, dishId, servingId, fields: [] })
  return { sitting, servings, added, removed, changes }
}

/** The draft as it stands after publishing: what a line became is found by its place among the lines. */
function draftAfter({ draft }: DayBefore, meals: readonly MealPlan[]): DayBefore['draft'] {
  const servings = new Map(
    meals.flatMap((meal) => meal.servings.map((serving) => [serving.sortOrder, serving] as const)),
  )
  const placesOf = new Map(meals.map(({ sitting }) => [sitting.meal, sitting.places]))
  return {
    ...draft,
    mealPlaces: draft.mealPlaces.map(({ meal, places }) => ({ meal, places: placesOf.get(meal) ?? places })),
    lines: draft.lines.map((line, place): DraftLine => {
      const serving = servings.get(place)
      if (!serving) return line
      const { servingId, places } = serving
      return { ...line, servingId, ...(places === null ? {} : { places }) }
    }),
  }
}

/** The meals of a draft for which the canteen has no hours. */
export function mealsWithoutHours({ draft }: DayBefore, hours: PlanBy['hours']): MealWord[] {
  return draft.isClosed ? [] : draft.lines.map(({ meal }) => meal).filter((meal) => !hours.has(meal))
}

/** What publishing a day's draft does, against what is published and what was there once. Every meal has hours. */
export function planDay(before: DayBefore, by: PlanBy): DayPlan {
  const { day, draft, published, isPublished: wasPublished } = before
  const wasClosed = published?.isClosed ?? false
  const wanted = draft.isClosed ? [] : [...new Set(draft.lines.map(({ meal }) => meal))]
  const meals = wanted.flatMap((meal) => {
    const hours = by.hours.get(meal)
    return hours ? [planMeal(before, meal, hours, by)] : []
  })
  const removedSittings = before.sittings.filter(({ meal, isRemoved }) => !isRemoved && !wanted.includes(meal))
  const goneIds = new Set(removedSittings.map(({ sittingId }) => sittingId))
  const gone = before.servings.filter(({ sittingId, isRemoved }) => !isRemoved && goneIds.has(sittingId))

  // a day or a meal that is off is one change, and so is a day that is on again; nobody knew its dishes
  const ofMeals = meals.flatMap(({ changes }) => changes)
  const changes: PlannedChange[] = draft.isClosed
    ? wasClosed
      ? []
      : [{ kind: 'removed', fields: ['closed'] }]
    : wasClosed
      ? [{ kind: 'updated', fields: ['closed'] }]
      : [...ofMeals, ...removedSittings.map(({ meal }) => ({ kind: 'removed' as const, meal, fields: ['closed'] }))]
  if (draft.note !== (published?.note ?? '')) changes.push({ kind: 'updated', fields: ['notes'] })

  const after = draftAfter(before, meals)
  const isSame = JSON.stringify(after.lines) === JSON.stringify(published?.lines ?? [])
  const isEmpty = !draft.isClosed && draft.lines.length === 0
  return {
    day,
    wasPublished,
    draft: after,
    sittings: meals.map(({ sitting }) => sitting),
    servings: meals.flatMap(({ servings }) => servings),
    removedSittings,
    removedServings: [...meals.flatMap(({ removed }) => removed), ...gone],
    addedServings: meals.flatMap(({ added }) => added),
    changes,
    isIdle: wasPublished ? changes.length === 0 && isSame : isEmpty,
  }
}
