import { declineMeal } from '../../contract/canteen-meals'
import { decisiveKeeper } from '../keeper'
import { answerMeal } from './answer-meal'

export default decisiveKeeper(declineMeal, (input, asked) =>
  answerMeal(asked, declineMeal.name, { ...input, answer: 'skips', portion: 'full', servingIds: [], note: '' }),
)
