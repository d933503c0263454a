import { previewHistory } from '../../contract/repair-report'
import { dayOf, formatInstant } from '../../contract/zone'
import { inSheetOrder, type Remark } from '../documents/row-reader'
import { keeper } from '../keeper'
import { categoryName } from './catalog'
import { historyGroup } from './history-categories'
import { fieldOfColumn, type HistoryColumn } from './history-columns'
import { isClosing, type JudgedHistory, type JudgedRow, judgeHistory } from './judge-history'

const mostShown = 50
const mostRemarks = 200

function shownRow({ categories, catalog }: JudgedHistory, row: JudgedRow, zone: string) {
  const { line, sheet, createdAt, endedAt, dueAt, where, known } = row
  const { categoryId, name } = categories.of(row)
  const at = (ms: number | undefined) => (ms === undefined ? '' : formatInstant(ms, zone))
  return {
    line,
    ...(sheet ? { sheet } : {}),
    createdAt: at(createdAt),
    closedAt: at(endedAt),
    dueAt: at(dueAt),
    category: known
      ? [row.category, row.detail].filter(Boolean).join(' · ')
      : categoryId
        ? categoryName(catalog, categoryId)
        : `${historyGroup} · ${name}`,
    place: where.text,
    isPlaceKnown: where.placeId !== undefined,
    isKnown: known !== undefined,
  }
}

/** Remarks by what their column is to the contract; errors first, each in the order of the file. */
function shownRemarks(remarks: readonly Remark[], sheets: readonly string[]): Remark[] {
  const ordered = inSheetOrder(remarks, sheets).map((remark) => ({
    ...remark,
    column: remark.column === '' ? '' : fieldOfColumn[remark.column as HistoryColumn],
  }))
  const errors = ordered.filter(({ severity }) => severity === 'error')
  return [...errors, ...ordered.filter(({ severity }) => severity !== 'error')].slice(0, mostRemarks)
}

export default keeper(previewHistory, async (file, asked) => {
  const judged = await judgeHistory(asked, file)
  if ('refusal' in judged) return judged
  const { table, rows, remarks, errors, categories } = judged
  const { zone } = asked.person
  const fresh = rows.filter(({ known }) => !known)
  const times = rows.map(({ createdAt }) => createdAt).sort((a, b) => a - b)
  const [first, last] = [times[0], times.at(-1)]
  return {
    columns: table.columns.map(({ header, field }) => ({ header, field: field === '' ? '' : fieldOfColumn[field] })),
    rows: rows.slice(0, mostShown).map((row) => shownRow(judged, row, zone)),
    remarks: shownRemarks(remarks, table.sheets),
    counts: {
      rows: table.rows.length,
      new: fresh.length,
      known: rows.length - fresh.length,
      errors,
      open: fresh.filter(({ outcome }) => outcome === 'new').length,
      due: fresh.filter(({ dueAt }) => dueAt !== undefined).length,
      placed: fresh.filter(({ where }) => where.placeId !== undefined).length,
      closing: rows.filter(isClosing).length,
    },
    ...(first === undefined || last === undefined ? {} : { from: dayOf(first, zone), until: dayOf(last, zone) }),
    newCategories: categories.added,
  }
})
