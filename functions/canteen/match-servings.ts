import type { Price } from '../../contract/canteen'
import type { DraftLine } from '../../contract/canteen-menus'
import type { PlannedServing, PlannedSitting, Present } from './planned-menu'

/**
 * For each line of a meal the serving that it is: the same dish that stands at its window, else the one it names when
 * that is the same dish at another window, else the one that was taken off there before. No serving is two lines.
 */
export function matchServings(
  lines: readonly DraftLine[],
  ofSitting: readonly Present<PlannedServing>[],
): (Present<PlannedServing> | undefined)[] {
  const used = new Set<string>()
  const found = new Map<DraftLine, Present<PlannedServing>>()
  const take = (isIt: (line: DraftLine, serving: Present<PlannedServing>) => boolean) => {
    for (const line of lines) {
      if (found.has(line)) continue
      const serving = ofSitting.find((one) => one.dishId === line.dishId && !used.has(one.servingId) && isIt(line, one))
      if (!serving) continue
      used.add(serving.servingId)
      found.set(line, serving)
    }
  }
  take((line, serving) => !serving.isRemoved && serving.windowId === line.windowId)
  take((line, serving) => !serving.isRemoved && serving.servingId === line.servingId)
  take((line, serving) => serving.isRemoved && serving.windowId === line.windowId)
  return lines.map((line) => found.get(line))
}

const priceText = (prices: readonly Price[]) =>
  JSON.stringify(prices.map(({ role, fen, halfFen }) => [role, fen, halfFen ?? null]))

const named = (fields: readonly [string, boolean][]) => fields.filter(([, isOther]) => isOther).map(([field]) => field)

/** What is said differently about a dish that stays on the menu. Its place in the list is nobody's concern. */
export function changedServingFields(before: PlannedServing, after: PlannedServing): string[] {
  return named([
    ['window', before.windowId !== after.windowId],
    ['prices', priceText(before.prices) !== priceText(after.prices)],
    ['portion', before.hasHalf !== after.hasHalf],
    ['places', before.places !== after.places],
    ['notes', JSON.stringify(before.notes) !== JSON.stringify(after.notes)],
  ])
}

/** What is said differently about a meal that stays. */
export function changedSittingFields(before: PlannedSitting, after: PlannedSitting): string[] {
  return named([
    ['hours', before.opensAt !== after.opensAt || before.closesAt !== after.closesAt],
    ['cutoff', before.cutoffAt !== after.cutoffAt],
    ['places', before.places !== after.places],
  ])
}
