import type { ItemResult } from '../../contract/survey-results'
import { meanOf, npsOf, wilson } from '../../contract/survey-statistics'
import type { CountedItem } from './counted-answers'
import { isFew, leastShown, type Tell } from './protect-counts'

/** Figures of an item of points; 不了解 is in none. */
export type PointFigures = Pick<ItemResult, 'mean' | 'nps' | 'satisfied'>

/** What figures are rounded to; those without a step are not told. */
export interface Steps {
  /** Whether it is told how many gave points. */
  hasN?: boolean
  mean?: number
  /** Of the mean's interval. */
  interval?: number
  /** Of the satisfied, with its interval. */
  share?: number
  nps?: number
}

/** What figures hang on besides counts. */
export type PointItem = Pick<CountedItem, 'categories' | 'kind'>

const inSteps = (steps: number, step: number) => Number((steps * step).toFixed(2))
const rounded = (value: number, step: number) => inSteps(Math.round(value / step), step)
/** Outwards: it claims no more than the interval itself. */
const roundedInterval = ({ low, high }: { low: number; high: number }, step: number) => ({
  low: inSteps(Math.floor(low / step), step),
  high: inSteps(Math.ceil(high / step), step),
})

/** Mean, NPS and share of the satisfied; nothing of an item without points. */
export function pointFigures({ categories, kind }: PointItem, counts: readonly number[]): PointFigures {
  const points = categories
    .map(({ value }, place) => ({ value, count: counts[place] ?? 0 }))
    .filter((one): one is { value: number; count: number } => one.value !== undefined)
  if (points.length === 0) return {}
  const from = (least: number, most: number) =>
    points.reduce((sum, { value, count }) => (value >= least && value <= most ? sum + count : sum), 0)
  const n = from(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
  if (isFew(n)) return {}
  const mean = meanOf(points)
  const [promoters, detractors, satisfied] = [from(9, 10), from(0, 6), from(4, 5)]
  const interval = wilson(satisfied, n)
  return {
    ...(mean ? { mean } : {}),
    ...(kind === 'nps' ? { nps: { ...npsOf(promoters, detractors, n), promoters, detractors } } : {}),
    ...(kind === 'csat' && interval ? { satisfied: { share: satisfied / n, interval } } : {}),
  }
}

/** The same, rounded, and without the counts they are made of. */
export function roundedFigures(item: PointItem, steps: Steps): Tell<PointFigures> {
  return (counts) => {
    const { mean, nps, satisfied } = pointFigures(item, counts)
    const figures: PointFigures = {}
    if (mean && steps.mean) {
      const interval = mean.interval && steps.interval && roundedInterval(mean.interval, steps.interval)
      const n = steps.hasN ? { n: mean.n } : {}
      figures.mean = { value: rounded(mean.value, steps.mean), ...n, ...(interval ? { interval } : {}) }
    }
    if (nps && steps.nps) {
      const interval = nps.interval && roundedInterval(nps.interval, steps.nps)
      figures.nps =
        nps.value === undefined ? {} : { value: rounded(nps.value, steps.nps), ...(interval ? { interval } : {}) }
    }
    if (satisfied && steps.share) {
      const { share, interval } = satisfied
      figures.satisfied = {
        share: rounded(share, steps.share),
        ...(interval ? { interval: roundedInterval(interval, steps.share) } : {}),
      }
    }
    return figures
  }
}

/**
 * So rough that five people more or less make no difference. It hangs on how many answered alone: what it would tell
 * besides, if it hung on their answers, nobody could oversee.
 */
export function stepsFor(n: number): Steps {
  if (n >= 500) return { mean: 0.01, interval: 0.01, share: 0.01, nps: 1 }
  if (n >= 100) return { mean: 0.1, interval: 0.1, share: 0.05, nps: 5 }
  if (n >= 50) return { mean: 0.1, interval: 0.1, share: 0.1, nps: 10 }
  return n >= 25 ? { mean: 0.2, interval: 0.5 } : { mean: 0.5 }
}

/** From so many on a group or a survey that is open has figures. */
const leastRough = 2 * leastShown

/**
 * Rough figures without intervals, of counts of an item that are not told themselves: of a group, or of all while more
 * answers come. Two of them do not differ by what the few said who answered in between.
 */
export function roughFigures(item: CountedItem, counts: readonly number[]): PointFigures {
  const n = counts.reduce((sum, count, place) => (item.categories[place]?.value === undefined ? sum : sum + count), 0)
  if (n < leastRough) return {}
  const { mean, nps, satisfied } = roundedFigures(item, { ...stepsFor(n), mean: 0.5 })(counts)
  return {
    ...(mean ? { mean: { value: mean.value } } : {}),
    ...(nps?.value === undefined ? {} : { nps: { value: nps.value } }),
    ...(satisfied ? { satisfied: { share: satisfied.share } } : {}),
  }
}

/** The mean of values that are not told themselves; 0 of nobody. */
export function roundedMean(values: readonly number[]): number {
  const mean = meanOf(values.map((value) => ({ value, count: 1 })))
  return mean ? rounded(mean.value, stepsFor(mean.n).mean ?? 1) : 0
}
