import { useState } from 'react'
import { listMyMeals } from '../../../contract/canteen-meals'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { usePresent } from '../../use-present'
import { MyMealLine } from './my-meal-line'
import { Notice } from './notice'
import './my-meals.scss'

const views = [
  { value: 'coming', label: '接下来' },
  { value: 'past', label: '以前的' },
] as const

const empty = {
  coming: '还没有报过接下来的餐。没报也欢迎直接来，报了厨房好备菜。',
  past: '还没有过去的用餐记录。',
} as const

/** 我的用餐: what I said to 吃不吃, changed until the cut-off; and what is past. */
export default function MyMeals() {
  const [view, setView] = useState<'coming' | 'past'>('coming')
  const { first, items, ...pages } = useAskedPages(listMyMeals, { isPast: view === 'past' })
  const { now, zone } = usePresent(first.value, first.problem !== undefined)
  return (
    <Page footer={<Button onTap={() => goTo('menu')}>看菜单、报餐</Button>}>
      <Segmented choices={views} chosen={view} onChoose={setView} />
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty icon='meal' text={empty[view]} action='看菜单' onAction={() => goTo('menu')} />
            ) : (
              <InGroups items={items} keyOf={({ sittingId }) => sittingId} className='my-meals'>
                {(meal) => (
                  <MyMealLine key={meal.sittingId} meal={meal} now={now} zone={zone} onChanged={first.refresh} />
                )}
              </InGroups>
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多' {...pages} />
      <Notice />
    </Page>
  )
}
