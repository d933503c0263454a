import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { Notice } from './notice'
import { RateLine } from './rate-line'
import { type Rateable, useRateable } from './use-rateable'
import { dotted, mealOn } from './words'
import './rate.scss'

const atOnce = 6

/** 评价: a tap on a star, a tap on 提交. */
export default function Rate() {
  const { dishId } = useParams<'dishId'>()
  const me = useMe()
  const { asked, items, trouble } = useRateable(dishId)
  const { now, zone } = usePresent()
  const [open, setOpen] = useState<string>()
  const [drawn, setDrawn] = useState(atOnce)
  const more = () => {
    if (items.length > drawn) setDrawn(drawn + atOnce)
  }
  useReachBottom(more)
  if (!me) {
    return (
      <Page>
        <Empty icon='star' text='登录后可以评价吃过的菜。' action='登录' onAction={askToSignIn} />
      </Page>
    )
  }
  const mealOf = (one: Rateable | undefined) => (one ? dotted(mealOn(one, now, zone), one.canteen) : '')
  return (
    <Page>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty
                icon='star'
                text={trouble ?? '现在没有要评价的菜。每一餐开始后的七天里都可以评价。'}
                action='我的评价'
                onAction={() => goTo('myRatings', {}, 'replace')}
              />
            ) : (
              <View>
                {items.slice(0, drawn).map((item, at) => (
                  <View key={item.servingId} className='rate-place'>
                    <View className='rate-meal'>{mealOf(items[at - 1]) === mealOf(item) ? '' : mealOf(item)}</View>
                    <RateLine
                      item={item}
                      isOpen={open === item.servingId}
                      onOpen={() => setOpen(item.servingId)}
                      onDone={() => setOpen(undefined)}
                    />
                  </View>
                ))}
              </View>
            )
          }
        </AskedView>
      </Stack>
      <View>
        {items.length > drawn ? <Button kind='link' onTap={more}>{`还有 ${items.length - drawn} 道菜`}</Button> : null}
      </View>
      <View className='rate-soft'>
        评价对厨房不显示姓名，也不会用来给谁排名。提意见的，两小时内（供餐时间里）有回复。
      </View>
      <Notice />
    </Page>
  )
}
