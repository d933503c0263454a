import type { CountedItem } from './counted-answers'
import { leastShown } from './protect-counts'

/** Counts of two items against each other, with a last line of each for those who gave no answer. */
export type Table = readonly (readonly number[])[]

/** Counts by two places of each response. */
function countPairs(rows: CountedItem, columns: ArrayLike<number>, width: number): number[][] {
  const height = rows.categories.length + 1
  const counts = new Int32Array(height * width)
  for (let i = 0; i < columns.length; i++) {
    const cell = (rows.places[i] as number) * width + (columns[i] as number)
    counts[cell] = (counts[cell] as number) + 1
  }
  return Array.from({ length: height }, (_, i) => [...counts.subarray(i * width, (i + 1) * width)])
}

/** Whether no cell stands for fewer than five, or for nobody where both of its lines have somebody. */
function isWhole(table: Table): boolean {
  const rows = table.filter((row) => row.some((count) => count > 0))
  const columns = [...(table[0] ?? []).keys()].filter((j) => table.some((row) => (row[j] ?? 0) > 0))
  return rows.every((row) => columns.every((j) => (row[j] ?? 0) >= leastShown))
}

/** All counts of a pair of items without several options, whatever may be told of them. */
export const countedTable = (rows: CountedItem, columns: CountedItem): Table =>
  countPairs(rows, columns.places, columns.categories.length + 1)

/**
 * Two items against each other, whole or not at all: of a table of which some cells are hidden, others are computed from
 * whatever is linked with it, such as a question that follows from one of the two. Neither has several options.
 */
export function pairTable(rows: CountedItem, columns: CountedItem): Table | undefined {
  const table = countedTable(rows, columns)
  return isWhole(table) ? table : undefined
}

/** An item against one with several options, by option: who chose it. All options or none. */
export function optionTable(rows: CountedItem, several: CountedItem): Table | undefined {
  const noAnswer = several.categories.length
  // by option: who did not choose it, who did, and who gave no answer
  const byOption = several.options.map((chosen) => {
    const columns = chosen.map((isChosen, i) => (several.places[i] === noAnswer ? 2 : isChosen))
    return countPairs(rows, columns, 3)
  })
  if (!byOption.every(isWhole)) return undefined
  return (byOption[0] ?? []).map((_, i) => byOption.map((table) => table[i]?.[1] ?? 0))
}
