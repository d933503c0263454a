import { reserveMeal } from '../../contract/canteen-meals'
import { decisiveKeeper } from '../keeper'
import { answerMeal } from './answer-meal'

export default decisiveKeeper(reserveMeal, (input, asked) =>
  answerMeal(asked, reserveMeal.name, { ...input, answer: 'eats' }),
)
