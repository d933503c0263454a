import { View } from '@tarojs/components'
import { getMyMeals } from '../../contract/canteen-meals'
import { mealNames } from '../../contract/canteen-words'
import type { Me } from '../../contract/people-sign-in'
import type { ValueOf } from '../../contract/procedure'
import { formatDayNear } from '../../contract/zone'
import { goTo } from '../go-to'
import { answerMeal, wishChoices, wishOf } from '../meal-answer'
import { changeUntil, placesText } from '../meal-words'
import { Answers } from '../ui/answers'
import { Card } from '../ui/card'
import { Row } from '../ui/row'
import { useAsked } from '../use-asked'
import { usePresent } from '../use-present'
import './home-canteen.scss'

type MyMeals = ValueOf<typeof getMyMeals>

const mostNamed = 4

/** 今天, 明天 or 11月28日: the weekday goes without saying on a card. */
const shortDay = (day: string, now: number, zone: string): string => formatDayNear(day, now, zone).split(' ')[0] ?? day

const namesOf = (dishes: readonly string[]): string =>
  dishes.slice(0, mostNamed).join('、') + (dishes.length > mostNamed ? '…' : '')

interface NextMealProps {
  next: NonNullable<MyMeals['next']>
  now: number
  zone: string
  onAnswered: () => Promise<unknown>
}

/** 吃不吃 of the next meal: one tap, and until when it can be changed. */
function NextMeal({ next, now, zone, onAnswered }: NextMealProps) {
  const title = `${shortDay(next.day, now, zone)}${mealNames[next.meal]}`
  const facts = [changeUntil(next.cutoffAt, now, zone), placesText(next.placesLeft)].filter(Boolean).join(' · ')
  return (
    <View className='home-meal'>
      <View className='home-meal-title'>{`${title}，吃不吃？`}</View>
      <View className='home-meal-soft'>{[next.canteen, namesOf(next.dishes)].filter(Boolean).join(' · ')}</View>
      <Answers
        label={title}
        choices={wishChoices}
        chosen={wishOf(next.mine)}
        proposed={next.suggestedPortion}
        onChoose={async (wish) => {
          await answerMeal(next, wish)
          await onAnswered()
        }}
      />
      <View className='home-meal-soft'>{facts}</View>
    </View>
  )
}

/** The canteen on home: the next meal to answer for, today's dishes, and what can be rated; nothing without a canteen. */
export function CanteenCard({ me }: { me: Me }) {
  const { value, problem, refresh } = useAsked(getMyMeals, {})
  const { now } = usePresent(value, problem !== undefined)
  const { zone } = me.institution
  const { next, today, toRate = [] } = value ?? {}
  const [newest] = toRate
  return (
    <View className='home-part'>
      {next || today || newest ? (
        <Card isFlush>
          {next ? <NextMeal next={next} now={now} zone={zone} onAnswered={refresh} /> : null}
          {today ? (
            <Row
              icon='meal'
              title={today.isClosed ? `${today.name}今天休息` : '今天的菜'}
              note={namesOf(today.dishes) || '看看这几天有什么'}
              onTap={() => goTo('menu')}
            />
          ) : null}
          {newest ? (
            <Row
              icon='star'
              title={`${shortDay(newest.day, now, zone)}的${mealNames[newest.meal]}怎么样？`}
              note='点几颗星，十秒就好'
              onTap={() => goTo('rate')}
            />
          ) : null}
        </Card>
      ) : null}
    </View>
  )
}
