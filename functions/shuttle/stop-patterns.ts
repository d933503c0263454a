/** The longest run of stops that two patterns share, in order: lengths by the positions from which on (dynamic programming). */
function commonLengths(a: readonly string[], b: readonly string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i] as number[]
      const below = lengths[i + 1] as number[]
      row[j] = a[i] === b[j] ? 1 + (below[j + 1] ?? 0) : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}

/** The shortest sequence of stops in which both patterns are found in their order. */
function merged(a: readonly string[], b: readonly string[]): string[] {
  const lengths = commonLengths(a, b)
  const all: string[] = []
  let [i, j] = [0, 0]
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      all.push(a[i] ?? '')
      i++
      j++
    } else if ((lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)) all.push(a[i++] ?? '')
    else all.push(b[j++] ?? '')
  }
  return [...all, ...a.slice(i), ...b.slice(j)]
}

/**
 * The columns of a grid for trips with different stops: every trip's stops are found in them in their order, a stop that is
 * passed twice by one trip has two columns. The longest pattern decides where the others disagree.
 */
export function columnsOf(patterns: readonly (readonly string[])[]): string[] {
  const different = new Map(patterns.map((pattern) => [pattern.join('\n'), pattern]))
  const byLength = [...different.values()].sort((a, b) => b.length - a.length)
  return byLength.reduce<string[]>((all, pattern) => merged(all, pattern), [])
}

/** For each stop of a pattern its column, from the left; -1 where a column is missing. */
export function positionsIn(columns: readonly string[], pattern: readonly string[]): number[] {
  let from = 0
  return pattern.map((stop) => {
    const at = columns.indexOf(stop, from)
    if (at >= 0) from = at + 1
    return at
  })
}
