import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { DishComments } from './dish-comments'
import { DishHead } from './dish-head'
import { DishLabelsCard } from './dish-labels'
import { Notice } from './notice'
import { dishSentences } from './sentences'
import { useDish } from './use-dish'
import { dotted, fenText, mealOn, roleNames } from './words'
import './dish.scss'

/** 菜品: what is in it and who says so, what it costs, what people think of it, and when it is on. */
export default function DishPage() {
  const { dishId = '' } = useParams<'dishId'>()
  const me = useMe()
  const { asked, toggleFavourite } = useDish(me ? dishId : '')
  const { now, zone } = usePresent()
  if (!me) {
    return (
      <Page>
        <Empty icon='meal' text='登录后可以看菜品的过敏原和评价。' action='登录' onAction={askToSignIn} />
      </Page>
    )
  }
  if (asked.refusal || !dishId) {
    return (
      <Page>
        <Empty
          icon='meal'
          text={dishSentences.NO_SUCH_DISH}
          action='去找菜'
          onAction={() => goTo('dishes', {}, 'replace')}
        />
      </Page>
    )
  }
  const rateable = asked.value?.rateable
  const mayRate = rateable !== undefined && rateable.myStars === undefined
  return (
    <Page footer={mayRate ? <Button onTap={() => goTo('rate', { dishId })}>去评价</Button> : undefined}>
      <Stack>
        <AskedView asked={asked} lines={8}>
          {(dish) => (
            <Stack>
              <DishHead dish={dish} onFavourite={toggleFavourite} />
              <DishLabelsCard dish={dish} now={now} zone={zone} />
              <Notice />
              <View className='dish-prices'>
                {dish.prices.length > 0 ? (
                  <Card title='价格' isFlush>
                    {dish.prices.map(({ role, fen, halfFen }) => (
                      <Row
                        key={role}
                        title={roleNames[role]}
                        value={dotted(fenText(fen), halfFen === undefined ? '' : `半份 ${fenText(halfFen)}`)}
                      />
                    ))}
                  </Card>
                ) : null}
              </View>
              <View className='dish-upcoming'>
                {dish.upcoming.length > 0 ? (
                  <Card title='接下来哪天有' isFlush>
                    {dish.upcoming.slice(0, 10).map(({ servingId, canteenId, canteen, window, day, meal }) => (
                      <Row
                        key={servingId}
                        title={mealOn({ day, meal }, now, zone)}
                        note={dotted(canteen, window)}
                        onTap={() => goTo('menu', { canteenId, day, meal })}
                      />
                    ))}
                  </Card>
                ) : null}
              </View>
              <View className='dish-mine'>
                {rateable?.myStars ? (
                  <Row
                    icon='star'
                    title={`您打了 ${rateable.myStars} 星`}
                    note={mealOn(rateable, now, zone)}
                    onTap={() => goTo('myRatings')}
                  />
                ) : null}
              </View>
            </Stack>
          )}
        </AskedView>
      </Stack>
      <View>{asked.value ? <DishComments dishId={dishId} /> : null}</View>
    </Page>
  )
}
