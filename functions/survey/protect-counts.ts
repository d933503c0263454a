/** Of fewer people than this nothing is told. */
export const leastShown = 5

/** Some, and too few to be told of. */
export const isFew = (count: number): boolean => count > 0 && leastShown > count

/** Figures made of counts. Counts of which they are the same cannot be told apart by them. */
export type Tell<Figures> = (counts: readonly number[]) => Figures

/** What is told of counts whose sum is known: which are hidden, and figures that do not give the hidden away. */
export interface Told<Figures> {
  hidden: readonly boolean[]
  figures: Figures
}

interface Move {
  to: number
  from: number
  by: number
}

const sumAt = (counts: readonly number[], places: readonly number[]) =>
  places.reduce((sum, place) => sum + (counts[place] ?? 0), 0)

/** One or two people who might have been counted elsewhere. */
function movesOf(places: readonly number[]): Move[] {
  return places.flatMap((to) =>
    places.filter((from) => from !== to).flatMap((from) => [1, 2].map((by) => ({ to, from, by }))),
  )
}

/** The counts with these moves; undefined where somebody would be taken from nobody. */
function moved(counts: readonly number[], moves: readonly Move[]): number[] | undefined {
  const other = [...counts]
  for (const { to, from, by } of moves) {
    other[to] = (other[to] ?? 0) + by
    other[from] = (other[from] ?? 0) - by
  }
  return other.every((count) => count >= 0) ? other : undefined
}

/** Counts below five, and the smallest others until together they stand for five people or more. */
function leastHidden(counts: readonly number[]): number[] {
  if (!counts.some(isFew)) return []
  const bySize = [...counts.keys()].sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
  let many = bySize.filter((place) => (counts[place] ?? 0) < leastShown).length
  while (many < bySize.length && sumAt(counts, bySize.slice(0, many)) < leastShown) many++
  return bySize.slice(0, many).sort((a, b) => a - b)
}

/**
 * Whether how many there are in `target` stays open for whoever knows all counts but the hidden, their sum, what is told,
 * and this rule: other counts fit that as well. They are looked for among those that one or two moves of people lead to.
 */
function isOpen<Figures>(
  counts: readonly number[],
  hidden: readonly number[],
  target: readonly number[],
  tell: Tell<Figures>,
): boolean {
  const few = sumAt(counts, target)
  const told = JSON.stringify(tell(counts))
  const isLeast = String(hidden) === String(leastHidden(counts))
  const fits = (moves: readonly Move[]) => {
    const other = moved(counts, moves)
    if (other === undefined || sumAt(other, target) === few) return false
    const isSameRule = isLeast ? String(leastHidden(other)) === String(hidden) : other.some(isFew)
    return isSameRule && JSON.stringify(tell(other)) === told
  }
  const isOfTarget = ({ to, from }: Move) => target.includes(to) !== target.includes(from)
  const moves = movesOf(hidden)
  if (moves.some((move) => fits([move]))) return true
  const single = moves.filter(({ by }) => by === 1)
  return single.some((move) => isOfTarget(move) && single.some((other) => fits([move, other])))
}

/**
 * Hides counts below five, and more of them, until none of the few can be computed; `groups` are sums of counts that must
 * not be computed either. With the least hidden, else with all, `rough` figures are told where they leave everything open;
 * `exact` ones where nobody is few; else none.
 */
export function protectCounts<Figures extends object>(
  counts: readonly number[],
  groups: readonly (readonly number[])[],
  { exact, rough }: { exact: Tell<Figures>; rough: Tell<Figures> },
): Told<Partial<Figures>> {
  const places = [...counts.keys()]
  const targets = [...places.map((place) => [place]), ...groups].filter((target) => isFew(sumAt(counts, target)))
  const least = leastHidden(counts)
  if (targets.length === 0) return { hidden: places.map(() => false), figures: exact(counts) }
  const ways: [readonly number[], Tell<Partial<Figures>>][] = [
    [least, rough],
    [places, rough],
    [least, () => ({})],
  ]
  for (const [hidden, tell] of ways) {
    if (targets.every((target) => isOpen(counts, hidden, target, tell)))
      return { hidden: places.map((place) => hidden.includes(place)), figures: tell(counts) }
  }
  return { hidden: places.map(() => true), figures: {} }
}
