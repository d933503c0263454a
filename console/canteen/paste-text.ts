import type { Price } from '../../contract/canteen'

/** A dish as it stands in a pasted cell. */
export interface PastedDish {
  name: string
  /** What was written behind the name: 兰州拉面 12元. */
  prices: Price[]
}

/** A name of a dish has at most so many characters. */
const longestName = 250

const separators = /[、，,；;/／|\n]+/
const priced = /^(.*?)\s*(?:[（(]?\s*[¥￥]\s*(\d+(?:\.\d{1,2})?)|[（(]?\s*(\d+(?:\.\d{1,2})?)\s*元(?:\/份)?)\s*[）)]?$/

/** The dishes in a cell: 红烧带鱼/宫保鸡丁, 番茄蛋汤，米饭, one on each line; a price behind a name is the staff's. */
export function dishesIn(cell: string): PastedDish[] {
  return cell
    .split(separators)
    .map((part) => part.replace(/[\s\u3000]+/g, ' ').trim())
    .filter(Boolean)
    .map((part): PastedDish => {
      const found = priced.exec(part)
      const yuan = Number(found?.[2] ?? found?.[3])
      const name = found?.[1]?.trim()
      if (!name || !(yuan >= 0)) return { name: [...part].slice(0, longestName).join(''), prices: [] }
      return { name, prices: [{ role: 'employee', fen: Math.round(yuan * 100) }] }
    })
}

const isDayHeading = (cell: string) => /^\s*(周|星期|礼拜)[一二三四五六日天]|^\s*\d{1,2}\s*[月./-]\s*\d{1,2}/.test(cell)

/** A pasted block without its own headings: a first row of days, first columns of meals and windows. */
export function withoutHeadings(cells: readonly (readonly string[])[], names: ReadonlySet<string>): string[][] {
  const isAll = (list: readonly string[], test: (cell: string) => boolean) => {
    const filled = list.filter((cell) => cell.trim() !== '')
    return filled.length > 0 && filled.every(test)
  }
  let rows = cells.map((row) => [...row])
  const isHeading = (row: readonly string[] = []) =>
    row.filter(isDayHeading).length > 0 &&
    isAll(row, (cell) => isDayHeading(cell) || /^(日期|餐次|档口|时间)$/.test(cell.trim()))
  if (isHeading(rows[0])) rows = rows.slice(1)
  const isNameColumn = () =>
    isAll(
      rows.map((row) => row[0] ?? ''),
      (cell) => names.has(cell.trim()),
    )
  while ((rows[0]?.length ?? 0) > 1 && isNameColumn()) rows = rows.map((row) => row.slice(1))
  return rows
}
