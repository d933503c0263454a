import { View } from '@tarojs/components'
import type { SurveyItem } from '../../../contract/survey-definition'
import { ItemChoice } from './item-choice'
import { ItemDay } from './item-day'
import { ItemField } from './item-field'
import { ItemMatrix } from './item-matrix'
import { ItemPoints } from './item-points'
import { ItemRanking } from './item-ranking'
import type { Answering } from './use-answering'
import './item.scss'

interface ItemViewProps {
  item: SurveyItem
  answering: Answering
}

function ItemBody({ item, answering }: ItemViewProps) {
  const more = {
    answer: answering.draft.answers[item.code],
    seed: answering.draft.seed,
    onAnswer: (answer: Parameters<Answering['answer']>[1]) => answering.answer(item.code, answer),
    onWrite: (answer: Parameters<Answering['write']>[1]) => answering.write(item.code, answer),
  }
  switch (item.kind) {
    case 'single':
    case 'multiple':
      return <ItemChoice item={item} {...more} />
    case 'scale':
    case 'nps':
    case 'csat':
      return <ItemPoints item={item} {...more} />
    case 'matrix':
      return <ItemMatrix item={item} {...more} />
    case 'ranking':
      return <ItemRanking item={item} {...more} />
    case 'date':
      return <ItemDay item={item} {...more} />
    case 'section':
      return null
    default:
      return <ItemField item={item} {...more} />
  }
}

/** An item with its question, what is wrong with its answer, and the way to answer it. */
export function ItemView({ item, answering }: ItemViewProps) {
  const problem = answering.problems[item.code]
  if (item.kind === 'section') {
    return (
      <View className='item-section'>
        <View className='item-section-title'>{item.title}</View>
        <View className='item-hint'>{item.hint}</View>
      </View>
    )
  }
  return (
    <View className={problem ? 'item item-wrong' : 'item'}>
      <View className='item-title'>{item.isRequired ? item.title : `${item.title}（选填）`}</View>
      <View className='item-hint'>{item.hint}</View>
      <View className='item-problem' aria-live='polite'>
        {problem ?? ''}
      </View>
      <ItemBody item={item} answering={answering} />
    </View>
  )
}
