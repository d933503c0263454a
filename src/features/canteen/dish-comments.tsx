import { View } from '@tarojs/components'
import { useState } from 'react'
import { listComments } from '../../../contract/canteen-ratings'
import type { ValueOf } from '../../../contract/procedure'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { useAskedPages } from '../../use-asked-pages'
import { RatingPhotos } from './rating-photos'
import { RatingThread } from './rating-thread'
import { commentSentences } from './sentences'
import { chipNames, dateText, dotted, starsText } from './words'
import './dish-comments.scss'

type Comment = ValueOf<typeof listComments>['items'][number]

/** What one person wrote, without their name; its photos come when they are asked for. */
function CommentLine({ comment }: { comment: Comment }) {
  const { stars, chips, words, day, isMine, photoIds, thread } = comment
  const [isOpen, setOpen] = useState(false)
  return (
    <View className='comment'>
      <View className='comment-stars' aria-label={`${stars} 星`}>
        {dotted(starsText(stars), chips.map((chip) => chipNames[chip]).join('、'))}
      </View>
      <View className='comment-words'>{words}</View>
      <View>
        {photoIds.length > 0 && !isOpen ? (
          <Button kind='link' isSmall onTap={() => setOpen(true)}>{`看 ${photoIds.length} 张照片`}</Button>
        ) : null}
        {isOpen ? <RatingPhotos photoIds={photoIds} /> : null}
      </View>
      <RatingThread thread={thread} isDayOnly />
      <View className='comment-day'>{dotted(dateText(day), isMine ? '我写的' : '')}</View>
    </View>
  )
}

/** What others say of a dish and the kitchen answered, the newest first. */
export function DishComments({ dishId }: { dishId: string }) {
  const { first, items, ...pages } = useAskedPages(listComments, { dishId, limit: 10 })
  return (
    <Card title='大家怎么说'>
      <View>
        {first.refusal ? (
          <View className='comment-none'>{commentSentences[first.refusal.refusal]}</View>
        ) : (
          <AskedView asked={first} lines={4}>
            {() =>
              items.length === 0 ? (
                <View className='comment-none'>还没有可以看的评价。吃过的话，来写第一条。</View>
              ) : (
                <InGroups items={items} keyOf={({ ratingId }) => ratingId}>
                  {(comment) => <CommentLine key={comment.ratingId} comment={comment} />}
                </InGroups>
              )
            }
          </AskedView>
        )}
      </View>
      <MoreButton label='更多评价' {...pages} />
    </Card>
  )
}
