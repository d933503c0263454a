/** A stretch of numbers (instants in epoch ms, or minutes of a day), end excluded. */
export type Span = readonly [from: number, to: number]

/** The same stretches sorted, with overlapping and touching ones joined and empty ones dropped. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const result: [number, number][] = []
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = result[result.length - 1]
    if (!(from < to)) continue
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

/** What is left of from–to, in order, when the cuts are taken out; the cuts must come from joinSpans. */
export function cutSpans(cuts: readonly Span[], from: number, to: number): Span[] {
  const rest: Span[] = []
  let at = from
  for (const [cutFrom, cutTo] of cuts) {
    if (cutFrom >= to) break
    if (cutTo <= at) continue
    if (cutFrom > at) rest.push([at, cutFrom])
    at = cutTo
  }
  if (at < to) rest.push([at, to])
  return rest
}

/** The length of all stretches together, in their own unit. */
export function lengthOfSpans(spans: readonly Span[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0)
}
