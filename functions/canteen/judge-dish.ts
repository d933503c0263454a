import { createHash } from 'node:crypto'
import { type LabelledDish, labelsOf, problemsOf } from '../../contract/canteen-labels'
import { lexiconGroups } from '../../contract/canteen-lexicon'

/** Grows when the rules in contract/canteen-labels.ts judge otherwise, so that dishes are judged anew. */
const rules = 2

/** The lexicon and the rules that dishes are judged by now. */
export const judgedBy = createHash('sha256')
  .update(JSON.stringify([rules, lexiconGroups]))
  .digest('base64url')

/** What a dish's row keeps of how it is judged: the labels everybody reads, and whether it could be published. */
export function judgeDish(dish: LabelledDish) {
  return {
    labels: JSON.stringify(labelsOf(dish)),
    hasProblems: problemsOf(dish).length > 0,
    judgedBy,
  }
}
