import { View } from '@tarojs/components'
import { useState } from 'react'
import type { getHeadcount } from '../../../contract/canteen-headcount'
import { type MealWord, mealNames } from '../../../contract/canteen-words'
import type { ValueOf } from '../../../contract/procedure'
import { parseInstant } from '../../../contract/zone'
import { changeUntil } from '../../meal-words'
import { AskedView } from '../../ui/asked-view'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { headcountSentences } from './sentences'
import type { useKitchen } from './use-kitchen'
import { dotted, hoursText } from './words'
import './kitchen-today.scss'

type Meal = ValueOf<typeof getHeadcount>['meals'][number]

/** A dish at the window: how many want it, and 售罄 in one tap. */
function KitchenDish({ dish, onSoldOut }: { dish: Meal['dishes'][number]; onSoldOut: () => void }) {
  const { isSoldOut, reserved, places } = dish
  return (
    <View className='kitchen-dish'>
      <View className='kitchen-dish-words'>
        <View className={isSoldOut ? 'kitchen-dish-name kitchen-dish-out' : 'kitchen-dish-name'}>{dish.dish}</View>
        <View className='kitchen-soft'>
          {dotted(dish.window, `已订 ${reserved}${places === undefined ? '' : ` / ${places}`}`)}
        </View>
      </View>
      <View
        className={isSoldOut ? 'kitchen-out kitchen-out-on' : 'kitchen-out'}
        hoverClass='kitchen-pressed'
        onClick={onSoldOut}
        role='switch'
        aria-checked={isSoldOut}
        aria-label={`${dish.dish} 售罄`}
      >
        {isSoldOut ? '✓ 已售罄' : '标售罄'}
      </View>
    </View>
  )
}

/** One meal of today after the other: how many come, and its dishes. */
export function KitchenToday({ kitchen }: { kitchen: ReturnType<typeof useKitchen> }) {
  const { headcount, now, zone } = kitchen
  const [chosen, setChosen] = useState<MealWord>()
  if (headcount.refusal) {
    return (
      <Empty
        icon='meal'
        text={headcountSentences[headcount.refusal.refusal]}
        action='刷新'
        onAction={kitchen.list.refresh}
      />
    )
  }
  return (
    <AskedView asked={headcount} lines={8}>
      {({ meals }) => {
        const coming = meals.find(({ closesAt }) => (parseInstant(closesAt) ?? 0) > now)
        const meal = meals.find((each) => each.meal === chosen) ?? coming ?? meals[meals.length - 1]
        if (!meal) return <Empty icon='meal' text='今天没有公布的餐。' action='刷新' onAction={headcount.refresh} />
        const until = meal.cutoffAt === undefined ? '这一餐不用报' : changeUntil(meal.cutoffAt, now, zone)
        return (
          <Stack>
            <View className='kitchen-meals'>
              {meals.length > 1 ? (
                <Segmented
                  choices={meals.map((each) => ({ value: each.meal, label: mealNames[each.meal] }))}
                  chosen={meal.meal}
                  onChoose={setChosen}
                />
              ) : null}
            </View>
            <View className='kitchen-count'>
              <View className='kitchen-eats'>{`${mealNames[meal.meal]} ${meal.eats} 人吃`}</View>
              <View className='kitchen-soft'>
                {dotted(`其中半份 ${meal.half}`, `不吃 ${meal.skips}`, meal.places ? `共 ${meal.places} 个位置` : '')}
              </View>
              <View className='kitchen-soft'>{dotted(hoursText(meal.opensAt, meal.closesAt, zone), until)}</View>
            </View>
            <View className='kitchen-dishes'>
              <InGroups items={meal.dishes} keyOf={({ servingId }) => servingId}>
                {(dish) => (
                  <KitchenDish
                    key={dish.servingId}
                    dish={dish}
                    onSoldOut={() => kitchen.soldOut(dish.servingId, !dish.isSoldOut)}
                  />
                )}
              </InGroups>
            </View>
          </Stack>
        )
      }}
    </AskedView>
  )
}
