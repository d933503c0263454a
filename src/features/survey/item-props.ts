import type { ItemKind, SurveyItem } from '../../../contract/survey-definition'
import type { Answer } from '../../../contract/survey-logic'

/** An item of these kinds, what is answered so far, and how that is changed. */
export interface ItemProps<Kind extends ItemKind> {
  item: Extract<SurveyItem, { kind: Kind }>
  answer: Answer | undefined
  onAnswer: (answer: Answer | undefined) => void
  /** The same while it is being written: nothing is drawn anew. */
  onWrite: (answer: Answer | undefined) => void
  /** Orders the options of this person. */
  seed: number
}
