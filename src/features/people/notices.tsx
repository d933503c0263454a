import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { listNotices, type Notice, readNotices } from '../../../contract/people'
import { formatMoment, parseInstant } from '../../../contract/zone'
import { call } from '../../call'
import { goTo, visit } from '../../go-to'
import { currentSession, renewMe, useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Badge } from '../../ui/badge'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { useAskedPages } from '../../use-asked-pages'
import './notices.scss'

/** 消息: everything the product has told me, newest first; looking at it marks it as read. */
export default function Notices() {
  const me = useMe()
  const { first, items, ...pages } = useAskedPages(listNotices, {})
  const page = first.value
  useEffect(() => {
    if (!page?.unread) return
    call(readNotices, {})
      .then(() => {
        const now = currentSession()?.me
        if (now) renewMe({ ...now, unreadNotices: 0 })
      })
      .catch(() => {
        // They stay unread and are marked the next time they are looked at.
      })
  }, [page])
  const zone = me?.institution.zone ?? '+08:00'
  return (
    <Page>
      <AskedView asked={first} lines={5}>
        {() =>
          items.length === 0 ? (
            <Empty
              icon='bell'
              text='还没有消息。预订有变动时会在这里告诉您。'
              action='回首页'
              onAction={() => goTo('home')}
            />
          ) : (
            <View className='notices'>
              {items.map((notice) => (
                <OneNotice key={notice.noticeId} notice={notice} zone={zone} />
              ))}
            </View>
          )
        }
      </AskedView>
      <MoreButton label='更早的消息' {...pages} />
    </Page>
  )
}

function OneNotice({ notice, zone }: { notice: Notice; zone: string }) {
  const at = formatMoment(parseInstant(notice.createdAt) ?? 0, Date.now(), zone)
  return (
    <View className='notice' hoverClass={notice.path ? 'notice-pressed' : 'none'} onClick={() => visit(notice.path)}>
      <View className='notice-head'>
        <View className='notice-title'>{notice.title}</View>
        {notice.isRead ? null : <Badge tone='accent'>未读</Badge>}
        {notice.path ? <Icon name='next' /> : null}
      </View>
      <View className='notice-body'>{notice.body}</View>
      <View className='notice-at'>{at}</View>
    </View>
  )
}
