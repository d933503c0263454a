import { useEffect } from 'react'
import { goTo } from '../../go-to'
import { askToSignIn } from '../../sign-in-first'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { DoorActs } from './door-acts'
import { DoorNow } from './door-now'
import { DoorTiles } from './door-tiles'
import { DoorToday } from './door-today'
import { ReserveDone } from './reserve-done'
import { doorSentences } from './sentences'
import { TroubleCard } from './trouble'
import { useDoor } from './use-door'
import { useSetting } from './use-setting'

/** 门口: who is in until when, what one tap takes, checking in, and the rest of the day. */
export default function Door() {
  const { token = '' } = useParams<'token'>()
  const { me, asked, trouble, done, take, signHere } = useDoor(token)
  const isElsewhere = token !== '' && asked.refusal !== undefined
  // a code that is no room's may be that of another place
  useEffect(() => {
    if (isElsewhere) goTo('place', { token }, 'replace')
  }, [isElsewhere, token])
  const setting = useSetting(asked.value, asked.problem !== undefined)
  if (done) return <ReserveDone booking={done} now={setting.now} zone={setting.zone} />
  if (!me) {
    return (
      <Page>
        <Empty
          icon='room'
          text='登录后可以看到这间会议室现在有没有人，也能直接用房、签到。'
          action='登录'
          onAction={askToSignIn}
        />
      </Page>
    )
  }
  if (!token) {
    return (
      <Page>
        <Empty
          icon='scan'
          text={doorSentences.NO_SUCH_DOOR}
          action='看会议室'
          onAction={() => goTo('rooms', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {(value) => (
            <Stack>
              <DoorNow door={value} setting={setting} />
              <TroubleCard
                title='没有办成'
                trouble={trouble}
                now={setting.now}
                zone={setting.zone}
                action='改订'
                onWay={take}
              />
              <DoorActs door={value} setting={setting} onTake={take} onCheckIn={signHere} />
              <DoorTiles token={token} roomId={value.room.roomId} />
              <DoorToday door={value} setting={setting} />
              <Card isFlush>
                <Row icon='calendar' title='这间的一周安排' onTap={() => goTo('room', { roomId: value.room.roomId })} />
              </Card>
            </Stack>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
