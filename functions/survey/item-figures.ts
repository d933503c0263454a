import { askedItems } from '../../contract/survey-jumps'
import { referencesOf } from '../../contract/survey-logic'
import type { ResultCell } from '../../contract/survey-results'
import { wilson } from '../../contract/survey-statistics'
import type { Category, CountedAnswers, CountedItem } from './counted-answers'
import { optionTable, pairTable } from './pair-table'
import { isFew } from './protect-counts'
import { toldOf } from './told-item'

/** Counts of the categories of an item among some people; undefined where hidden. `none` gave no answer. */
export interface Counts {
  categories: readonly Category[]
  counts: readonly (number | undefined)[]
  none?: number
  answered?: number
}

/** Those who chose one category of another item. */
export interface Filter {
  item: CountedItem
  place: number
}

const isShownWhole = (item: CountedItem | undefined) =>
  item !== undefined && !isFew(item.answered) && !toldOf(item).hidden.includes(true)

/** Items that are asked of a group which must not be told: how many answered would tell it. */
function findUntold({ definition, counted }: Pick<CountedAnswers, 'definition' | 'counted'>): Set<string> {
  const untold = new Set<string>()
  for (const { code, visibleIf } of askedItems(definition)) {
    if (!visibleIf) continue
    const named = [...new Set(referencesOf(visibleIf).map(({ item }) => item))]
    const [one, other] = named.map((item) => counted.get(item))
    const isPair = one && other && !one.isMultiple && !other.isMultiple
    const isOpen = named.length === 1 || (named.length === 2 && isPair && pairTable(one, other) !== undefined)
    if (!isOpen || !isShownWhole(one) || untold.has(named[0] ?? '')) untold.add(code)
  }
  return untold
}

const kept = new WeakMap<CountedAnswers, Set<string>>()

/** Items of a survey of which nothing is told, because of whom they are asked. */
export function untoldItems(answers: CountedAnswers): ReadonlySet<string> {
  const untold = kept.get(answers) ?? findUntold(answers)
  kept.set(answers, untold)
  return untold
}

/** Whether an item is told of at all: whom it is asked of may be known, and not too few answered it. */
export const isTold = (answers: CountedAnswers, { code, answered }: CountedItem): boolean =>
  !isFew(answered) && !untoldItems(answers).has(code.split('.')[0] ?? code)

/** Whether those who chose one category of an item may be told of. */
export const isOpenFilter = (answers: CountedAnswers, { item, place }: Filter): boolean =>
  isTold(answers, item) && !toldOf(item).hidden[place]

const hiddenCounts = ({ categories }: CountedItem): Counts => ({ categories, counts: categories.map(() => undefined) })

function countAll(item: CountedItem): Counts {
  const { categories, answered, places } = item
  const { hidden } = toldOf(item)
  const counts = item.counts.map((count, place) => (hidden[place] ? undefined : count))
  return { categories, counts, none: places.length - answered, answered }
}

/** Counts of an item among all, or among those of a filter: from the table of the pair, whole or not at all. */
export function countsOf(answers: CountedAnswers, item: CountedItem, filter?: Filter): Counts {
  if (!isTold(answers, item)) return hiddenCounts(item)
  if (!filter) return countAll(item)
  const { categories } = item
  const people = filter.item.counts[filter.place] ?? 0
  if (filter.item.code === item.code) {
    const counts = categories.map((_, place) => (place === filter.place ? people : 0))
    return { categories, counts, none: 0, answered: people }
  }
  const line = (item.isMultiple ? optionTable : pairTable)(filter.item, item)?.[filter.place]
  if (!line) return hiddenCounts(item)
  if (item.isMultiple) return { categories, counts: line }
  const none = line[categories.length] ?? 0
  return { categories, counts: line.slice(0, categories.length), none, answered: people - none }
}

/** Cells with shares of those who answered, where it is told how many did. */
export function cellsOf({ categories, counts, answered: n }: Counts): { n?: number; cells: ResultCell[] } {
  const cells = categories.map(({ code, text }, place) => {
    const count = counts[place]
    if (count === undefined) return { code, text }
    const interval = n === undefined ? undefined : wilson(count, n)
    return interval && n ? { code, text, count, share: count / n, interval } : { code, text, count }
  })
  return n === undefined ? { cells } : { n, cells }
}
