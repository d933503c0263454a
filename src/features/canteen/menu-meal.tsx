import { CustomWrapper, View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { markFavourite } from '../../../contract/canteen'
import type { Avoidance } from '../../../contract/canteen-allergens'
import { call } from '../../call'
import { sentenceOf } from '../../fault'
import { goTo } from '../../go-to'
import { answerMeal } from '../../meal-answer'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { InGroups } from '../../ui/in-groups'
import { say } from '../../ui/say'
import { avoidsSomething } from './avoidance'
import { MealAsk } from './meal-ask'
import { MenuLine } from './menu-line'
import { type MenuRow, rowsOf } from './menu-rows'
import { favouriteSentences } from './sentences'
import type { MenuWeek, Sitting, useMenu } from './use-menu'
import './menu-meal.scss'

interface MenuMealProps {
  menu: ReturnType<typeof useMenu>
  week: MenuWeek
  sitting: Sitting
  avoided: Avoidance
}

/** So many dishes are drawn at once; the rest follows when the end is reached, so that a first screen stays small. */
const atOnce = 8

/** A place for each dish that is drawn, and as many at least as a meal begins with: a shorter meal leaves places empty. */
const slotsOf = (rows: readonly MenuRow[], count: number): { at: number; row: MenuRow | undefined }[] =>
  Array.from({ length: count }, (_, at) => ({ at, row: rows[at] }))

/** One meal: its hours and 吃不吃, and what there is, window by window. */
export function MenuMeal({ menu, week, sitting, avoided }: MenuMealProps) {
  const [onlyFit, setOnlyFit] = useState(false)
  const [drawn, setDrawn] = useState({ of: '', count: atOnce })
  const rows = rowsOf(sitting, week, avoided, onlyFit)
  const hidden = sitting.servings.length - rows.length
  const count = drawn.of === sitting.sittingId ? drawn.count : atOnce
  const more = () => {
    if (rows.length > count) setDrawn({ of: sitting.sittingId, count: count + atOnce })
  }
  useReachBottom(more)

  const toggleFavourite = async ({ dishId, isFavourite }: MenuRow) => {
    try {
      const answer = await call(markFavourite, { dishId, isFavourite: !isFavourite })
      if ('refusal' in answer) say(favouriteSentences[answer.refusal])
      else say(isFavourite ? '已取消收藏' : '已收藏，上菜单时会告诉您')
    } catch (thrown) {
      say(sentenceOf(thrown))
    }
    await menu.refresh()
  }
  const reserve = async ({ servingId, isReserved }: MenuRow) => {
    const mine = sitting.mine?.answer === 'eats' ? sitting.mine : undefined
    const others = (mine?.servingIds ?? []).filter((other) => other !== servingId)
    const which = { canteenId: week.canteenId ?? '', day: menu.day, meal: sitting.meal }
    await answerMeal(which, mine?.portion ?? 'full', isReserved ? others : [...others, servingId])
    await menu.refresh()
  }
  const setting = avoidsSomething(avoided)
  return (
    <View className='menu-meal'>
      <MealAsk menu={menu} sitting={sitting} canteenId={week.canteenId ?? ''} />
      <View className='menu-filter'>
        {setting ? (
          <Chips
            label='筛选'
            choices={[{ value: 'fit', label: hidden > 0 ? `只看适合我的（藏起 ${hidden} 道）` : '只看适合我的' }]}
            chosen={onlyFit ? ['fit'] : []}
            onTap={() => setOnlyFit(!onlyFit)}
          />
        ) : null}
      </View>
      {/* A wrapper keeps the way to each line short: another day or meal changes words, not lines. */}
      <CustomWrapper>
        <View className='menu-list'>
          <InGroups items={slotsOf(rows, count)} keyOf={({ at }) => String(at)}>
            {({ at, row }) => (
              <View key={at}>
                {row ? (
                  <MenuLine
                    row={row}
                    onOpen={() => goTo('dish', { dishId: row.dishId })}
                    onHeart={() => toggleFavourite(row)}
                    onReserve={menu.mayAnswer(sitting) ? () => reserve(row) : undefined}
                  />
                ) : null}
              </View>
            )}
          </InGroups>
          <View className='menu-none'>{rows.length === 0 ? '没有适合您的菜。去掉筛选可以看到全部。' : ''}</View>
        </View>
      </CustomWrapper>
      <View className='menu-more'>
        {rows.length > count ? <Button kind='link' onTap={more}>{`还有 ${rows.length - count} 道菜`}</Button> : null}
      </View>
    </View>
  )
}
