import { View } from '@tarojs/components'
import type { Avoidance } from '../../../contract/canteen-allergens'
import { mealNames } from '../../../contract/canteen-words'
import { formatDayNear } from '../../../contract/zone'
import { Empty } from '../../ui/empty'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { MenuMeal } from './menu-meal'
import type { MenuWeek, useMenu } from './use-menu'
import { momentText } from './words'
import './menu-day.scss'

interface MenuDayViewProps {
  menu: ReturnType<typeof useMenu>
  week: MenuWeek
  avoided: Avoidance
}

/** One day: its meals to choose from and the one that is chosen; closed and not yet published are two different things. */
export function MenuDayView({ menu, week, avoided }: MenuDayViewProps) {
  const { menuDay, sitting, day, now, zone, nextOpen } = menu
  if (week.canteens.length === 0) {
    return <Empty icon='meal' text='单位还没有开通食堂菜单。开通后，本周和下周的菜会出现在这里。' />
  }
  const goOn = nextOpen
    ? { action: `看${formatDayNear(nextOpen, now, zone)}`, onAction: () => menu.setDay(nextOpen) }
    : { action: '刷新', onAction: menu.refresh }
  if (menuDay?.status === 'closed') {
    const reason = menuDay.note ? `（${menuDay.note}）` : ''
    return <Empty icon='pause' text={`${formatDayNear(day, now, zone)}食堂休息${reason}。`} {...goOn} />
  }
  if (!menuDay || menuDay.status === 'noData' || !sitting) {
    return (
      <Empty
        icon='clock'
        text='这一天的菜单还没有公布，不一定休息。公布后会出现在这里。'
        action='刷新'
        onAction={menu.refresh}
      />
    )
  }
  const changed = menuDay.changedAt ?? menuDay.publishedAt
  return (
    <Stack>
      <View className='menu-meals'>
        {menuDay.sittings.length > 1 ? (
          <Segmented
            choices={menuDay.sittings.map(({ meal }) => ({ value: meal, label: mealNames[meal] }))}
            chosen={sitting.meal}
            onChoose={menu.setMeal}
          />
        ) : null}
      </View>
      <View className='menu-note'>{menuDay.note}</View>
      <MenuMeal menu={menu} week={week} sitting={sitting} avoided={avoided} />
      <View className='menu-changed'>{changed ? `最近更改 ${momentText(changed, now, zone)}` : ''}</View>
    </Stack>
  )
}
