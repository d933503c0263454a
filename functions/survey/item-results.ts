import { itemsOf, type SurveyItem } from '../../contract/survey-definition'
import type { ItemResult } from '../../contract/survey-results'
import type { CountedAnswers, CountedItem } from './counted-answers'
import { cellsOf, countsOf, type Filter, isTold, untoldItems } from './item-figures'
import { countedTable } from './pair-table'
import { type PointFigures, pointFigures, roughFigures, roundedMean } from './point-figures'
import { isFew, leastShown } from './protect-counts'
import { toldOf } from './told-item'

type Head = Pick<ItemResult, 'code' | 'kind' | 'title' | 'cells' | 'isHidden'>

/** Of a filter whose table is not whole, rough figures of the group. */
function filteredFigures(answers: CountedAnswers, item: CountedItem, { item: by, place }: Filter): PointFigures {
  const { counts } = countsOf(answers, item, { item: by, place })
  const shown = counts.filter((count) => count !== undefined)
  if (shown.length === counts.length) return pointFigures(item, shown)
  const group = item.isMultiple ? [] : (countedTable(by, item)[place] ?? [])
  return roughFigures(item, group.slice(0, item.categories.length))
}

function countedResult(answers: CountedAnswers, item: CountedItem, head: Head, filter: Filter | undefined): ItemResult {
  if (!isTold(answers, item)) return { ...head, isHidden: true }
  const counts = countsOf(answers, item, filter)
  const empty = counts.none === undefined ? {} : { empty: counts.none }
  const figures = filter ? filteredFigures(answers, item, filter) : toldOf(item).figures
  const isHidden = Object.keys(figures).length === 0 && counts.counts.every((count) => count === undefined)
  return { ...head, ...cellsOf(counts), ...empty, ...figures, isHidden }
}

function rankingResult(answers: CountedAnswers, item: SurveyItem & { kind: 'ranking' }, head: Head): ItemResult {
  const places = answers.places.get(item.code)
  const all = item.options.map((option) => ({ ...option, places: places?.get(option.code) ?? [] }))
  const n = Math.max(0, ...all.map((option) => option.places.length))
  if (isFew(n)) return { ...head, isHidden: true }
  const means = all.map(({ code, text, places }) => ({ code, text, mean: roundedMean(places) }))
  return { ...head, n, empty: answers.n - n, places: means }
}

function matrixResult(
  answers: CountedAnswers,
  item: SurveyItem & { kind: 'matrix' },
  head: Head,
  filter: Filter | undefined,
): ItemResult {
  const rows = item.rows.map((row) => {
    const counted = answers.counted.get(`${item.code}.${row.code}`)
    return { ...row, ...(counted ? cellsOf(countsOf(answers, counted, filter)) : { cells: [] }) }
  })
  return { ...head, rows, isHidden: rows.every(({ cells }) => cells.every(({ count }) => count === undefined)) }
}

function resultOf(answers: CountedAnswers, item: SurveyItem, filter: Filter | undefined): ItemResult {
  const { code, kind, title } = item
  const head = { code, kind, title, cells: [], isHidden: false }
  if (item.kind === 'matrix') return matrixResult(answers, item, head, filter)
  const counted = answers.counted.get(code)
  if (counted) return countedResult(answers, counted, head, filter)
  // what has no categories is told of all alone: among those of a filter it might be one person's
  if (filter || untoldItems(answers).has(code)) return { ...head, isHidden: true }
  if (item.kind === 'ranking') return rankingResult(answers, item, head)
  const numbers = answers.numbers.get(code)
  const n = numbers?.length ?? answers.texts.get(code)?.length ?? 0
  if (isFew(n)) return { ...head, isHidden: true }
  const mean = numbers && n >= 2 * leastShown ? { mean: { value: roundedMean(numbers), n } } : {}
  return { ...head, n, empty: answers.n - n, ...mean }
}

const shownItems = ({ definition }: CountedAnswers) => itemsOf(definition).filter(({ kind }) => kind !== 'section')

/** What came of each item, in their order; nothing of a filter of nobody. */
export function itemResults(answers: CountedAnswers, filter?: Filter): ItemResult[] {
  const isNobody = filter !== undefined && filter.item.counts[filter.place] === 0
  return shownItems(answers).map((item) => {
    const { code, kind, title } = item
    return isNobody ? { code, kind, title, cells: [], isHidden: true } : resultOf(answers, item, filter)
  })
}

/** The same while more answers come: figures of points, and they rough. */
export function roughResults(answers: CountedAnswers): ItemResult[] {
  return shownItems(answers).map(({ code, kind, title }) => {
    const item = answers.counted.get(code)
    const figures = item && isTold(answers, item) ? roughFigures(item, item.counts) : {}
    return { code, kind, title, cells: [], ...figures, isHidden: false }
  })
}
