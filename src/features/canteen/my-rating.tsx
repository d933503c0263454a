import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { goBack, goTo } from '../../go-to'
import { useMe } from '../../session'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { PhotoProgress } from '../../ui/photo-progress'
import { sure } from '../../ui/say'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { MyRatingCard } from './my-rating-card'
import { Notice } from './notice'
import { ratingPhotos } from './photos'
import { RatingEdit } from './rating-edit'
import { ReplyField } from './reply-field'
import { myRatingSentences } from './sentences'
import { useMyRating } from './use-my-rating'
import './my-rating.scss'

/** 评价详情: what I said, what the kitchen answered and did, and what I may still change. */
export default function MyRatingPage() {
  const { ratingId = '', edit } = useParams<'ratingId' | 'edit'>()
  const me = useMe()
  const { asked, trouble, reply, edit: save, withdraw } = useMyRating(me ? ratingId : '')
  const { now, zone } = usePresent()
  const [isEditing, setEditing] = useState(edit !== undefined)
  useEffect(() => {
    if (ratingId) ratingPhotos.takeUp(ratingId)
  }, [ratingId])
  if (!me) {
    return (
      <Page>
        <Empty icon='star' text='登录后可以看自己的评价和食堂的回复。' action='登录' onAction={askToSignIn} />
      </Page>
    )
  }
  if (asked.refusal || !ratingId) {
    return (
      <Page>
        <Empty
          icon='star'
          text={myRatingSentences.NO_SUCH_RATING}
          action='我的评价'
          onAction={() => goTo('myRatings', {}, 'replace')}
        />
      </Page>
    )
  }
  const takeBack = async () => {
    if (!(await sure('撤回后，星数不再计入，文字和照片会删除。确定撤回吗？', '撤回'))) return
    if (await withdraw()) await goBack()
  }
  return (
    <Page>
      <View className='my-rating-trouble' aria-live='assertive'>
        {trouble ?? ''}
      </View>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {(rating) => (
            <Stack>
              <MyRatingCard rating={rating} now={now} zone={zone} />
              <PhotoProgress photos={ratingPhotos} recordId={ratingId} onSent={asked.refresh} />
              <View className='my-rating-edit'>
                {rating.mayEdit && isEditing ? (
                  <RatingEdit rating={rating} onSave={save} onDone={() => setEditing(false)} />
                ) : null}
              </View>
              <View className='my-rating-reply'>
                {isEditing ? null : (
                  <ReplyField label='还想对食堂说' placeholder='补充一句，或回复食堂' onSend={reply} />
                )}
              </View>
              <View className='my-rating-acts'>
                {rating.mayEdit && !isEditing ? (
                  <Button kind='plain' onTap={() => setEditing(true)}>
                    修改评价
                  </Button>
                ) : null}
                {rating.mayEdit ? (
                  <Button kind='danger' onTap={takeBack}>
                    撤回评价
                  </Button>
                ) : null}
              </View>
            </Stack>
          )}
        </AskedView>
      </Stack>
      <Notice />
    </Page>
  )
}
