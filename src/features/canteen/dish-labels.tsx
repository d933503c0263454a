import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { useAvoidance } from './avoidance'
import type { Dish } from './dish-head'
import { labelGroups, markOf } from './label-words'
import { momentText } from './words'
import './dish-labels.scss'

interface DishLabelsCardProps {
  dish: Dish
  now: number
  zone: string
}

/** How it stands to my 忌口, and all its labels in words: what is unknown has a group of its own. */
export function DishLabelsCard({ dish, now, zone }: DishLabelsCardProps) {
  const { labels, ingredients, confirmedAt } = dish
  const avoided = useAvoidance()
  const mark = markOf(labels, avoided)
  const groups = labelGroups(labels)
  const confirmed = confirmedAt
    ? `于 ${momentText(confirmedAt, now, zone)} 由食堂确认`
    : '食堂还没有确认这道菜的标签，请先问窗口。'
  return (
    <Card title='过敏原'>
      {mark ? (
        <View className={`dish-mark dish-mark-${mark.level}`}>{mark.words}</View>
      ) : (
        <Button kind='link' onTap={() => goTo('avoid')}>
          设置忌口，帮我对照
        </Button>
      )}
      {groups.map(({ state, title, names }) => (
        <View key={state} className={`dish-group dish-group-${state}`}>
          <View className='dish-group-title'>{title}</View>
          <View>{names.join('、')}</View>
        </View>
      ))}
      <View className='dish-confirmed'>{confirmed}</View>
      <View className='dish-group dish-ingredients'>
        <View className='dish-group-title'>配料</View>
        <View>{ingredients.length > 0 ? ingredients.join('、') : '食堂没有填写配料。'}</View>
      </View>
    </Card>
  )
}
