import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { DayStrip } from '../../ui/day-strip'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAvoidance } from './avoidance'
import { MenuDayView } from './menu-day'
import { newsOf } from './menu-news'
import { Notice } from './notice'
import { menuSentences } from './sentences'
import { useMenu } from './use-menu'
import './menu.scss'

/** 食堂菜单: one day and one meal of this week or the next, and whether one eats. */
export default function Menu() {
  const menu = useMenu()
  const { me, asked, canteens, canteenId, day, days, now, zone } = menu
  const avoided = useAvoidance()
  if (!me) {
    return (
      <Page>
        <Empty icon='meal' text='登录后可以看菜单、报餐和评价。' action='登录' onAction={askToSignIn} />
      </Page>
    )
  }
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='meal'
          text={menuSentences[asked.refusal.refusal]}
          action='看其他食堂'
          onAction={() => menu.setCanteenId(undefined)}
        />
      </Page>
    )
  }
  return (
    <Page
      footer={
        <View className='menu-footer'>
          <Button kind='plain' onTap={() => goTo('dishes')}>
            找菜、收藏
          </Button>
          <Button kind='plain' onTap={() => goTo('avoid')}>
            我的忌口
          </Button>
        </View>
      }
    >
      <DayStrip days={days} chosen={day} onChoose={menu.setDay} now={now} zone={zone} />
      <View className='menu-canteens'>
        {canteens.length > 1 ? (
          <Chips
            label='食堂'
            choices={canteens.map((each) => ({ value: each.canteenId, label: each.name }))}
            chosen={[canteenId ?? '']}
            onTap={menu.setCanteenId}
          />
        ) : null}
      </View>
      <Stack>
        <AskedView asked={asked} lines={8}>
          {(week) => (
            <Stack>
              <View className='menu-news' aria-live='polite'>
                {newsOf(week, avoided, now, zone).map(({ changeId, text }) => (
                  <View key={changeId} className='menu-new'>
                    {text}
                  </View>
                ))}
              </View>
              <MenuDayView menu={menu} week={week} avoided={avoided} />
            </Stack>
          )}
        </AskedView>
      </Stack>
      <Notice />
    </Page>
  )
}
