import type { Message } from '../tell'
import { togetherBy } from '../together'

/** One answer to 吃不吃 as the statement wants it (see the type meal_wish). Instants are RFC 3339. */
export interface MealWish {
  asker: string
  key: string
  fingerprint: string
  asked_at: string
  /** In which the cut-off is told. */
  zone: string
  /** Whose meal it is. */
  person: string
  canteen: string
  day: string
  meal: string
  answer: 'eats' | 'skips'
  portion: string
  servings: readonly string[]
  note: string
  /** The answer as far as it is known without the sitting. */
  body: object
  procedure: string
  audit_detail: object
  notice: Message | null
}

/** The answer as JSON, a refusal too; `replayed` when the key was used before. */
export type MealOutcome = 'replayed' | `{${string}`

/** Answers by the one statement, together with others of the institution. Resolves only after the commit. */
export const answerTogether = togetherBy<MealWish, MealOutcome>({
  name: 'answer-meals',
  text: 'SELECT "position", outcome FROM answer_meals($1, $2)',
  inOrder: (a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
})
