import { View } from '@tarojs/components'
import { useState } from 'react'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { KitchenComments } from './kitchen-comments'
import { KitchenToday } from './kitchen-today'
import { useKitchen } from './use-kitchen'
import './kitchen.scss'

/** 食堂当班: today's headcount and 售罄 at the window, and the comments that wait, for one hand between two guests. */
export default function Kitchen() {
  const kitchen = useKitchen()
  const { me, list, canteens, canteenId, comments } = kitchen
  const [view, setView] = useState<'today' | 'comments'>('today')
  if (!me) {
    return (
      <Page>
        <Empty
          icon='meal'
          text='登录后，食堂的同事可以在这里看人数、标售罄、回评价。'
          action='登录'
          onAction={askToSignIn}
        />
      </Page>
    )
  }
  const waiting = comments.first.value?.counts.open
  return (
    <Page>
      <View className='kitchen-canteens'>
        {canteens.length > 1 ? (
          <Chips
            label='食堂'
            choices={canteens.map((each) => ({ value: each.canteenId, label: each.name }))}
            chosen={[canteenId ?? '']}
            onTap={kitchen.choose}
          />
        ) : null}
      </View>
      <Segmented
        choices={[
          { value: 'today', label: '今天的餐' },
          { value: 'comments', label: waiting === undefined ? '待回复' : `待回复 ${waiting}` },
        ]}
        chosen={view}
        onChoose={setView}
      />
      <Stack>
        <AskedView asked={list} lines={6}>
          {() =>
            canteens.length === 0 ? (
              <Empty
                icon='meal'
                text='还没有食堂。请先在管理后台添加食堂、档口和餐次。'
                action='刷新'
                onAction={list.refresh}
              />
            ) : (
              <Stack>
                {view === 'today' ? <KitchenToday kitchen={kitchen} /> : <KitchenComments kitchen={kitchen} />}
              </Stack>
            )
          }
        </AskedView>
      </Stack>
    </Page>
  )
}
