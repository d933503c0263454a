/** A new dish begins with so many votes of the institution's mean: a few votes move it little. */
export const scorePrior = 8

/**
 * The Bayesian mean of a dish: its own stars and `scorePrior` more at the mean of all dishes, so that three fives do not
 * beat two hundred votes of 4.8. `sum` is of the stars of `ratings` votes, `overall` the mean of all votes (1–5).
 * Undefined while nobody voted.
 */
export function bayesianMean(sum: number, ratings: number, overall: number): number | undefined {
  if (ratings === 0) return undefined
  return (scorePrior * overall + sum) / (scorePrior + ratings)
}
