/** A table of counts as it is shown: what is hidden is undefined. */
export type Shown = readonly (readonly (number | undefined)[])[]

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const column = (table: readonly (readonly number[])[], j: number) => table.map((row) => row[j] ?? 0)

/** Whether free cells can be filled with whole numbers from 0 on so that these totals come out: by a greatest flow. */
function canFill(rowTotals: readonly number[], columnTotals: readonly number[], isFree: boolean[][]): boolean {
  if ([...rowTotals, ...columnTotals].some((one) => one < 0) || sum(rowTotals) !== sum(columnTotals)) return false
  const flow = isFree.map((row) => row.map(() => 0))
  const [supply, demand] = [[...rowTotals], [...columnTotals]]
  const push = (i: number, most: number, seen: Set<number>): number => {
    seen.add(i)
    for (const [j, left] of demand.entries()) {
      const line = flow[i]
      if (!line || !isFree[i]?.[j]) continue
      const direct = Math.min(most, left)
      if (direct > 0) {
        demand[j] = left - direct
        line[j] = (line[j] ?? 0) + direct
        return direct
      }
      for (const [k, other] of flow.entries()) {
        const back = Math.min(most, other[j] ?? 0)
        const moved = back > 0 && !seen.has(k) ? push(k, back, seen) : 0
        if (moved === 0) continue
        other[j] = (other[j] ?? 0) - moved
        line[j] = (line[j] ?? 0) + moved
        return moved
      }
    }
    return 0
  }
  for (const i of supply.keys()) {
    for (let left = supply[i] ?? 0; left > 0; ) {
      const pushed = push(i, left, new Set())
      if (pushed === 0) return false
      left -= pushed
    }
  }
  return true
}

/** Whether the cells of a table that are not shown can be filled otherwise, with the same totals, at one of them. */
function hasOther(table: readonly (readonly number[])[], shown: Shown, i: number, j: number): boolean {
  const isFree = table.map((row, r) => row.map((_, c) => shown[r]?.[c] === undefined && !(r === i && c === j)))
  const rows = table.map((row, r) => sum(row.filter((_, c) => isFree[r]?.[c])))
  const columns = (table[0] ?? []).map((_, c) => sum(column(table, c).filter((_, r) => isFree[r]?.[c])))
  // the values that fit have no gaps: one more or one less, or it is the only one
  return [-1, 1].some((step) => {
    if ((table[i]?.[j] ?? 0) + step < 0) return false
    const [otherRows, otherColumns] = [[...rows], [...columns]]
    otherRows[i] = (rows[i] ?? 0) - step
    otherColumns[j] = (columns[j] ?? 0) - step
    return canFill(otherRows, otherColumns, isFree)
  })
}

/**
 * The cells below five of a table of counts that whoever knows all its totals and what is shown can compute, and cannot
 * from the totals alone: as `row,column`.
 */
export function solvedCells(table: readonly (readonly number[])[], shown: Shown): string[] {
  const nothing = table.map((row) => row.map(() => undefined))
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => {
      if (count >= 5 || !hasOther(table, nothing, i, j)) return []
      return shown[i]?.[j] !== undefined || !hasOther(table, shown, i, j) ? [`${i},${j}`] : []
    }),
  )
}
