import { View } from '@tarojs/components'
import { mealNames } from '../../../contract/canteen-words'
import { parseInstant } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { answerMeal, wishChoices, wishOf } from '../../meal-answer'
import { changeUntil, placesText } from '../../meal-words'
import { Answers } from '../../ui/answers'
import { Button } from '../../ui/button'
import type { Sitting, useMenu } from './use-menu'
import { dotted, hoursText } from './words'
import './meal-ask.scss'

interface MealAskProps {
  menu: ReturnType<typeof useMenu>
  sitting: Sitting
  canteenId: string
}

/** What was answered, or that one may come all the same: whoever did not say so is welcome. */
function afterwards({ mine, cutoffAt }: Sitting, isOver: boolean): string {
  if (isOver) return ''
  if (mine?.answer === 'eats') return `您报了${mine.portion === 'half' ? '半份' : '一份'}，到点来就好。`
  if (mine?.answer === 'skips') return '您说这一餐不吃。改主意了也欢迎直接来。'
  return cutoffAt === undefined ? '不用报，到点直接来就好。' : '没有报也欢迎直接来。'
}

/** The hours of a meal and 吃不吃: a tap until the cut-off, afterwards how it stands; when it has begun, the way to rate it. */
export function MealAsk({ menu, sitting, canteenId }: MealAskProps) {
  const { now, zone, day } = menu
  const { meal, mine, cutoffAt, opensAt, closesAt, placesLeft } = sitting
  const mayAnswer = menu.mayAnswer(sitting)
  const [hasBegun, isOver] = [(parseInstant(opensAt) ?? 0) <= now, (parseInstant(closesAt) ?? 0) <= now]
  const answer = async (wish: (typeof wishChoices)[number]['value']) => {
    const kept = wish === 'skips' || mine?.answer !== 'eats' ? [] : mine.servingIds
    await answerMeal({ canteenId, day, meal }, wish, kept)
    await menu.refresh()
  }
  return (
    <View className='meal-ask'>
      <View className='meal-ask-head'>
        <View className='meal-ask-words'>
          <View className='meal-ask-hours'>
            {dotted(
              `${mealNames[meal]} ${hoursText(opensAt, closesAt, zone)}`,
              mayAnswer ? placesText(placesLeft) : '',
              isOver ? '已结束' : '',
            )}
          </View>
          <View className='meal-ask-soft'>{mayAnswer ? '' : afterwards(sitting, isOver)}</View>
        </View>
        <View className='meal-ask-rate'>
          {hasBegun && day === menu.today ? (
            <Button kind='plain' isSmall onTap={() => goTo('rate')}>
              评价
            </Button>
          ) : null}
        </View>
      </View>
      <View className='meal-ask-answers'>
        {mayAnswer ? <Answers label='吃不吃' choices={wishChoices} chosen={wishOf(mine)} onChoose={answer} /> : null}
      </View>
      <View className='meal-ask-soft'>{mayAnswer ? changeUntil(cutoffAt, now, zone) : ''}</View>
    </View>
  )
}
