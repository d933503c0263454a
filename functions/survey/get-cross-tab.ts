import { getCrossTab } from '../../contract/survey-results'
import { chiSquare } from '../../contract/survey-statistics'
import { keeper, Refusal, refuse } from '../keeper'
import type { CountedItem } from './counted-answers'
import { isTold } from './item-figures'
import { pairTable } from './pair-table'
import { readGroups } from './readable-results'
import { toldOf } from './told-item'

const notes = {
  hidden: '有的格子不到 5 个人。为了不让人推算出是谁答的，整张表不显示；答卷多一些，或者选项少一些的题，可以看。',
  tooFewRows: '至少要有两行两列有人回答，才能作显著性检验。',
  tooFewExpected: '每格的预期人数太少，显著性检验不可靠。',
}

/** The totals are those of all, and so are hidden where they are hidden there. */
const linesOf = (item: CountedItem) =>
  item.categories.map(({ code, text }, place) =>
    toldOf(item).hidden[place] ? { code, text } : { code, text, total: item.counts[place] },
  )

export default keeper(getCrossTab, async ({ surveyId, ...codes }, asked) => {
  const read = await readGroups(asked, surveyId)
  if (read instanceof Refusal) return read
  const { answers } = read
  const [rows, columns] = [answers.counted.get(codes.rows), answers.counted.get(codes.columns)]
  if (!rows || !columns || rows.isMultiple || columns.isMultiple || rows === columns) return refuse('NO_SUCH_FILTER')
  if (!isTold(answers, rows) || !isTold(answers, columns)) return refuse('TOO_FEW')
  const shown = pairTable(rows, columns)
  // those who gave no answer to one of the two stand in the last lines, which are counted against and not shown
  const inside = shown?.slice(0, -1).map((row) => row.slice(0, -1))
  const counts = rows.categories.map((_, i) =>
    columns.categories.map((_, j) => (inside ? { count: inside[i]?.[j] } : {})),
  )
  const found = inside ? chiSquare(inside) : ('hidden' as const)
  return {
    rows: linesOf(rows),
    columns: linesOf(columns),
    counts,
    n: answers.n,
    ...(typeof found === 'string' ? { note: notes[found] } : { chiSquare: found, note: '' }),
  }
})
