/** How sure a figure is: with 95 % confidence the true one lies between these. */
export interface Interval {
  low: number
  high: number
}

/** The normal quantile of 97.5 %. */
const z = 1.959963984540054
/** Student's quantiles of 97.5 % with 1 to 9 degrees of freedom, as printed. */
const student = [
  12.70620474, 4.30265273, 3.18244631, 2.77644511, 2.57058184, 2.44691185, 2.36462425, 2.30600414, 2.26215716,
]

const within = (low: number, high: number, value: number) => Math.min(high, Math.max(low, value))

/** The score interval of Wilson (1927) of the share k of n; none of nobody. */
export function wilson(k: number, n: number): Interval | undefined {
  if (n === 0) return undefined
  const share = k / n
  const scale = 1 + (z * z) / n
  const middle = (share + (z * z) / (2 * n)) / scale
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  // at the ends the bound is the end itself, which rounding may miss
  const low = k === 0 ? 0 : within(0, 1, middle - half)
  return { low, high: k === n ? 1 : within(0, 1, middle + half) }
}

/** Student's quantile of 97.5 %; from ten degrees of freedom on by Cornish and Fisher's series, right to five places. */
function studentQuantile(freedom: number): number {
  const printed = student[freedom - 1]
  if (printed !== undefined) return printed
  const z3 = z ** 3
  const z5 = z ** 5
  const z7 = z ** 7
  return (
    z +
    (z3 + z) / (4 * freedom) +
    (5 * z5 + 16 * z3 + 3 * z) / (96 * freedom ** 2) +
    (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * freedom ** 3) +
    (79 * z ** 9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * freedom ** 4)
  )
}

/** A value and how many gave it. */
export interface Given {
  value: number
  count: number
}

/** The mean with its interval by Student's t; no interval for fewer than two, nothing for nobody. */
export function meanOf(given: readonly Given[]): { value: number; n: number; interval?: Interval } | undefined {
  let n = 0
  let sum = 0
  for (const { value, count } of given) {
    n += count
    sum += value * count
  }
  if (n === 0) return undefined
  const mean = sum / n
  if (n === 1) return { value: mean, n }
  let squares = 0
  for (const { value, count } of given) squares += count * (value - mean) ** 2
  const half = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { value: mean, n, interval: { low: mean - half, high: mean + half } }
}

/** The net promoter score of n who answered, −100 to 100, of variance p + d − (p − d)²; none of nobody. */
export function npsOf(
  promoters: number,
  detractors: number,
  n: number,
): { value: number; interval: Interval } | undefined {
  if (n === 0) return undefined
  const p = promoters / n
  const d = detractors / n
  const value = 100 * (p - d)
  const half = 100 * z * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n)
  return { value, interval: { low: within(-100, 100, value - half), high: within(-100, 100, value + half) } }
}

/** ln Γ(x) of x > 0 by Stirling's series, shifted to where it is right to twelve places. */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 10) shift += Math.log(at++)
  const series = 1 / (12 * at) - 1 / (360 * at ** 3) + 1 / (1260 * at ** 5) - 1 / (1680 * at ** 7)
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift
}

/** The regularized upper incomplete gamma function Q(a, x): series, or Lentz's continued fraction beyond a + 1. */
function upperGamma(a: number, x: number): number {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; n < 10_000 && term > sum * 1e-15; n++) {
      term *= x / (a + n)
      sum += term
    }
    return within(0, 1, 1 - front * sum)
  }
  let b = x + 1 - a
  let c = 1e300
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 10_000; n++) {
    const over = -n * (n - a)
    b += 2
    d = 1 / (over * d + b)
    c = b + over / c
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return within(0, 1, front * fraction)
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

/**
 * Pearson's χ² of independence of a table of counts, without rows and columns that are empty; or why there is none:
 * fewer than two of each are left, or Cochran's rule (an expected count below one, or below five in over a fifth).
 */
export function chiSquare(
  table: readonly (readonly number[])[],
): { value: number; freedom: number; p: number } | 'tooFewRows' | 'tooFewExpected' {
  const rows = table.filter((row) => sumOf(row) > 0)
  const width = rows[0]?.length ?? 0
  const columnSums: number[] = []
  for (let j = 0; j < width; j++) columnSums.push(sumOf(rows.map((row) => row[j] ?? 0)))
  const columns = columnSums.filter((sum) => sum > 0).length
  if (rows.length < 2 || columns < 2) return 'tooFewRows'
  const n = sumOf(columnSums)
  let value = 0
  let low = 0
  for (const row of rows) {
    for (let j = 0; j < width; j++) {
      const expected = (sumOf(row) * (columnSums[j] ?? 0)) / n
      if (expected === 0) continue
      if (expected < 1) return 'tooFewExpected'
      if (expected < 5) low++
      value += ((row[j] ?? 0) - expected) ** 2 / expected
    }
  }
  if (low > (rows.length * columns) / 5) return 'tooFewExpected'
  const freedom = (rows.length - 1) * (columns - 1)
  return { value, freedom, p: upperGamma(freedom / 2, value / 2) }
}
