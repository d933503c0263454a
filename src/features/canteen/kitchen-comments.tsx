import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Feedback } from '../../../contract/canteen-feedback'
import { parseInstant } from '../../../contract/zone'
import { AskedView } from '../../ui/asked-view'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { RatingPhotos } from './rating-photos'
import { RatingThread } from './rating-thread'
import { ReplyField } from './reply-field'
import type { useKitchen } from './use-kitchen'
import { chipNames, dotted, mealOn, momentText, starsText } from './words'
import './kitchen-comments.scss'

interface KitchenCommentProps {
  comment: Feedback
  now: number
  zone: string
  onReply: (words: string) => Promise<boolean>
}

/** Until when it wants an answer: the word says it, the colour repeats it. */
function clockOf({ dueAt }: Feedback, now: number, zone: string): { text: string; isLate: boolean } {
  if (dueAt === undefined) return { text: '', isLate: false }
  const isLate = (parseInstant(dueAt) ?? 0) < now
  return { text: `${momentText(dueAt, now, zone)} 前${isLate ? '应回复，已超时' : '回复'}`, isLate }
}

/** One comment that waits: what was said, without a name; photos and the field come when they are asked for. */
function KitchenComment({ comment, now, zone, onReply }: KitchenCommentProps) {
  const { dish, window, stars, chips, words, photoIds, isUrgent, thread } = comment
  const [open, setOpen] = useState<'reply' | 'photos'>()
  const clock = clockOf(comment, now, zone)
  return (
    <View className='kc'>
      <View className='kc-head'>
        <View className='kc-dish'>{dish}</View>
        {isUrgent ? <Badge tone='danger'>要紧</Badge> : null}
      </View>
      <View className='kc-stars'>{dotted(starsText(stars), chips.map((chip) => chipNames[chip]).join('、'))}</View>
      <View className='kc-words'>{words}</View>
      <View className='kc-soft'>{dotted(mealOn(comment, now, zone), window)}</View>
      <View className={clock.isLate ? 'kc-clock kc-late' : 'kc-clock'}>{clock.text}</View>
      <RatingThread thread={thread} />
      <View>{open === 'photos' ? <RatingPhotos photoIds={photoIds} /> : null}</View>
      <View>
        {open === 'reply' ? (
          <ReplyField label='回复' placeholder='说清楚怎么处理，写的人会收到' onSend={onReply} />
        ) : (
          <View className='kc-acts'>
            <Button isSmall onTap={() => setOpen('reply')}>
              回复
            </Button>
            {photoIds.length > 0 ? (
              <Button isSmall kind='plain' onTap={() => setOpen('photos')}>{`看 ${photoIds.length} 张照片`}</Button>
            ) : null}
          </View>
        )}
      </View>
    </View>
  )
}

/** The comments that wait for an answer, the most pressing first. */
export function KitchenComments({ kitchen }: { kitchen: ReturnType<typeof useKitchen> }) {
  const { comments, now, zone } = kitchen
  const { first, items, ...pages } = comments
  return (
    <View>
      <AskedView asked={first} lines={6}>
        {() =>
          items.length === 0 ? (
            <Empty
              icon='check'
              text='没有等回复的评价。有新的会发消息，也可以下拉刷新。'
              action='刷新'
              onAction={first.refresh}
            />
          ) : (
            <InGroups items={items} keyOf={({ ratingId }) => ratingId} className='kc-list'>
              {(comment) => (
                <KitchenComment
                  key={comment.ratingId}
                  comment={comment}
                  now={now}
                  zone={zone}
                  onReply={(words) => kitchen.reply(comment.ratingId, words)}
                />
              )}
            </InGroups>
          )
        }
      </AskedView>
      <MoreButton label='更多' {...pages} />
    </View>
  )
}
