import fc from 'fast-check'
import { bayesianMean, scorePrior } from '../contract/canteen-score'

const stars = fc.integer({ min: 1, max: 5 })
const overall = fc.double({ min: 1, max: 5, noNaN: true })
const votes = fc.array(stars, { minLength: 1, maxLength: 400 })
const sumOf = (given: readonly number[]) => given.reduce((sum, one) => sum + one, 0)
/** The mean there is when there are votes. */
const mean = (sum: number, ratings: number, of: number) => bayesianMean(sum, ratings, of) ?? Number.NaN

describe('the score of a dish', () => {
  test('is nothing while nobody rated it, rather than a bad or a middling one', () => {
    expect(bayesianMean(0, 0, 4.2)).toBeUndefined()
  })

  test('with three times five stars does not beat two hundred votes of 4.8', () => {
    expect(mean(15, 3, 4.2)).toBeLessThan(mean(960, 200, 4.2))
    expect(mean(15, 3, 4.2)).toBeCloseTo(4.418, 3)
    expect(mean(960, 200, 4.2)).toBeCloseTo(4.777, 3)
  })

  test('lies between its own mean and that of all dishes', () => {
    fc.assert(
      fc.property(votes, overall, (given, all) => {
        const own = sumOf(given) / given.length
        const score = mean(sumOf(given), given.length, all)
        expect(score).toBeGreaterThanOrEqual(Math.min(own, all) - 1e-9)
        expect(score).toBeLessThanOrEqual(Math.max(own, all) + 1e-9)
      }),
    )
  })

  test('is moved little by a single vote: by less than half a star while there are no others, then less and less', () => {
    fc.assert(
      fc.property(stars, overall, fc.integer({ min: 1, max: 500 }), (vote, all, n) => {
        expect(Math.abs(mean(vote, 1, all) - all)).toBeLessThanOrEqual(4 / (scorePrior + 1) + 1e-9)
        const before = mean(n * 4, n, all)
        expect(Math.abs(mean(n * 4 + vote, n + 1, all) - before)).toBeLessThanOrEqual(4 / (scorePrior + n + 1) + 1e-9)
      }),
    )
    expect(4 / (scorePrior + 1)).toBeLessThan(0.5)
  })

  test('never falls by one more vote that is better than it, nor rises by a worse one', () => {
    fc.assert(
      fc.property(votes, stars, overall, (given, vote, all) => {
        const before = mean(sumOf(given), given.length, all)
        const after = mean(sumOf(given) + vote, given.length + 1, all)
        // a vote that is the mean to the last digit moves nothing, whatever rounding says
        if (vote > before + 1e-9) expect(after).toBeGreaterThan(before)
        if (vote < before - 1e-9) expect(after).toBeLessThan(before)
      }),
    )
  })

  test('comes to its own mean when many have voted', () => {
    expect(mean(4500, 1000, 3)).toBeCloseTo(4.5, 1)
  })
})
