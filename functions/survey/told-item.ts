import type { CountedItem } from './counted-answers'
import { type PointFigures, type PointItem, pointFigures, roundedFigures, type Steps, stepsFor } from './point-figures'
import { isFew, leastShown, protectCounts, type Tell, type Told } from './protect-counts'

/** Sums of counts that figures tell: promoters, passives and detractors; the satisfied and the others. */
function groupsOf({ categories, kind }: PointItem): number[][] {
  const within = (least: number, most: number) =>
    [...categories.keys()].filter((place) => {
      const value = categories[place]?.value
      return value !== undefined && value >= least && value <= most
    })
  if (kind === 'nps') return [within(9, 10), within(7, 8), within(0, 6)]
  return kind === 'csat' ? [within(4, 5), within(1, 3)] : []
}

/** Of several options each is a count of its own; beside those chosen by few, or by all but few, the smallest is hidden. */
function protectOptions({ counts, answered }: CountedItem): Told<PointFigures> {
  const hidden = counts.map((count) => isFew(count) || isFew(answered - count))
  if (hidden.filter(Boolean).length === 1) {
    const [next] = [...counts.keys()]
      .filter((place) => !hidden[place])
      .sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0))
    if (next !== undefined) hidden[next] = true
  }
  return { hidden, figures: {} }
}

const nothing: Tell<PointFigures> = () => ({})

/** How many gave points is told unless it leaves few who did not, or nobody: who sees that it is not told knows no more. */
function stepsOf({ categories, counts, answered }: CountedItem): Steps {
  const others = counts.filter((_, place) => categories[place]?.value === undefined)
  const without = others.reduce((sum, count) => sum + count, 0)
  return { ...stepsFor(answered), hasN: others.length === 0 || without >= leastShown }
}

const kept = new WeakMap<CountedItem, Told<PointFigures>>()

function protectItem(item: CountedItem): Told<PointFigures> {
  if (item.isMultiple) return protectOptions(item)
  const isPoints = item.categories.some(({ value }) => value !== undefined)
  const rough = isPoints ? roundedFigures(item, stepsOf(item)) : nothing
  return protectCounts(item.counts, groupsOf(item), { exact: (counts) => pointFigures(item, counts), rough })
}

/** What is told of an item of all who answered it (docs/decisions/0034). */
export function toldOf(item: CountedItem): Told<PointFigures> {
  const told = kept.get(item) ?? protectItem(item)
  kept.set(item, told)
  return told
}
