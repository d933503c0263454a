import { listMyRatings } from '../../../contract/canteen-ratings'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useAskedPages } from '../../use-asked-pages'
import { usePresent } from '../../use-present'
import { MyRatingLine } from './my-rating-line'
import { Notice } from './notice'
import './my-meals.scss'

/** 我的评价: what I rated, and what the kitchen answered, the newest first. */
export default function MyRatings() {
  const { first, items, ...pages } = useAskedPages(listMyRatings, {})
  const { now, zone } = usePresent()
  return (
    <Page footer={<Button onTap={() => goTo('rate')}>去评价</Button>}>
      <Stack>
        <AskedView asked={first} lines={6}>
          {() =>
            items.length === 0 ? (
              <Empty
                icon='star'
                text='您还没有评价过菜。吃过以后点几颗星，厨房都会看。'
                action='去评价'
                onAction={() => goTo('rate')}
              />
            ) : (
              <InGroups items={items} keyOf={({ ratingId }) => ratingId} className='my-meals'>
                {(rating) => <MyRatingLine key={rating.ratingId} rating={rating} now={now} zone={zone} />}
              </InGroups>
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多评价' {...pages} />
      <Notice />
    </Page>
  )
}
