import { getResults } from '../../contract/survey-results'
import { keeper, Refusal, refuse } from '../keeper'
import type { CountedAnswers } from './counted-answers'
import { type Filter, isOpenFilter } from './item-figures'
import { itemResults, roughResults } from './item-results'
import { readGroups, readResults } from './readable-results'

/** The category of an item that a filter names; of an item with several options nobody can be told apart by one. */
function filterOf({ counted }: CountedAnswers, { item, option }: { item: string; option: string }): Filter | undefined {
  const found = counted.get(item)
  const place = found?.isMultiple === false ? found.categories.findIndex(({ code }) => code === option) : -1
  return found && place >= 0 ? { item: found, place } : undefined
}

export default keeper(getResults, async ({ surveyId, filter }, asked) => {
  const read = await (filter ? readGroups : readResults)(asked, surveyId)
  if (read instanceof Refusal) return read
  const { head, answers, isOver } = read
  if (!filter) return { ...head, items: isOver ? itemResults(answers) : roughResults(answers) }
  const only = filterOf(answers, filter)
  if (!only) return refuse('NO_SUCH_FILTER')
  if (!isOpenFilter(answers, only)) return refuse('TOO_FEW')
  const n = only.item.counts[only.place] ?? 0
  const text = `${only.item.title}：${only.item.categories[only.place]?.text ?? ''}`
  return { ...head, n, items: itemResults(answers, only), filterText: text }
})
