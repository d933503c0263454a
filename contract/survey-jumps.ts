import { itemsOf, type SurveyDefinition, type SurveyItem } from './survey-definition'
import type { Expression } from './survey-logic'

/** An option that jumps: whoever chooses it is not asked what stands strictly between. Positions in the order asked. */
export interface Jump {
  item: string
  option: string
  at: number
  target: number
}

/** The jumps that lead onwards, in order. One to an unknown, the same or an earlier item skips nothing (survey-check.ts). */
export function jumpsOf(items: readonly SurveyItem[]): Jump[] {
  const jumps: Jump[] = []
  const places = new Map(items.map(({ code }, index) => [code, index]))
  items.forEach((item, at) => {
    // a matrix has options by row: none of them is chosen for the whole item
    if (!('options' in item) || item.kind === 'matrix') return
    for (const { code, jumpTo } of item.options) {
      const target = jumpTo === undefined ? -1 : (places.get(jumpTo) ?? -1)
      if (target > at) jumps.push({ item: item.code, option: code, at, target })
    }
  })
  return jumps
}

/** The item as it is asked: none of the jumps over it was taken, and its own condition holds. */
function compiled(item: SurveyItem, at: number, jumps: readonly Jump[]): SurveyItem {
  const over = jumps.filter((jump) => jump.at < at && at < jump.target)
  const asked: SurveyItem =
    'options' in item ? { ...item, options: item.options.map(({ jumpTo: _, ...option }) => option) } : { ...item }
  if (over.length === 0) return asked
  const taken: Expression[] = over.map((jump) => ({ op: 'chose', item: jump.item, option: jump.option }))
  const notTaken = taken.map((of): Expression => ({ op: 'not', of }))
  asked.visibleIf = { op: 'and', of: item.visibleIf ? [item.visibleIf, ...notTaken] : notTaken }
  return asked
}

/** The definition as it is asked: jumps compiled to visibility, pages as they were. */
export function askedDefinition(definition: SurveyDefinition): SurveyDefinition {
  const jumps = jumpsOf(itemsOf(definition))
  let at = 0
  const pages = definition.pages.map(({ items }) => ({ items: items.map((item) => compiled(item, at++, jumps)) }))
  return { ...definition, pages }
}

/** All items in the order they are asked, with jumps compiled to visibility. */
export function askedItems(definition: SurveyDefinition): SurveyItem[] {
  return itemsOf(askedDefinition(definition))
}
