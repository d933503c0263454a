import { View } from '@tarojs/components'
import type { MySeat } from '../../../contract/shuttle-ride'
import { formatClock } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { PassCode } from './pass-code'
import { SeatHead } from './seat-head'
import { passSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { usePass } from './use-pass'
import { whenText, zoneOf } from './words'
import './pass.scss'

/** What stands in place of the code when there is none to show. */
function NoCode({ seat, pass }: { seat: MySeat; pass: ReturnType<typeof usePass> }) {
  const { asked, now, isOpen, isOver } = pass
  if (seat.status === 'boarded') {
    return (
      <View className='pass-done' aria-live='polite'>
        <View className='pass-done-mark'>✓ 已上车</View>
        <View>祝您一路顺利。</View>
      </View>
    )
  }
  if (seat.isTripCancelled) {
    return (
      <Empty icon='alert' text='这一班停开了，请看看前后的班次。' action='看班次' onAction={() => goTo('departures')} />
    )
  }
  if (isOpen) {
    return (
      <Empty
        icon='offline'
        text='暂时没有网络，乘车码出不来。上车时请报姓名，司机可以在名单里点您上车。'
        action='重试'
        onAction={asked.refresh}
      />
    )
  }
  const opens = asked.value ? whenText(asked.value.opensAt, now) : ''
  return (
    <Empty
      icon='clock'
      text={isOver ? '上车时间过了，乘车码不再显示。' : `乘车码 ${opens} 出现在这里，到时打开应用就能看到。`}
      action='我的座位'
      onAction={() => goTo('mySeats', {}, 'replace')}
    />
  )
}

/** 乘车码: who, where, when, and the code that changes every half minute. */
export default function Pass() {
  const me = useMe()
  if (!me) return <SignInFirst />
  return <MyPass />
}

function MyPass() {
  const { reservationId = '' } = useParams<'reservationId'>()
  const pass = usePass(reservationId)
  const { asked, now, picture, code, lastUntil } = pass
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='ticket'
          text={passSentences[asked.refusal.refusal]}
          action='我的座位'
          onAction={() => goTo('mySeats', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page
      footer={
        <Button kind='plain' onTap={() => goTo('mySeats')}>
          我的座位
        </Button>
      }
    >
      <Stack>
        <AskedView asked={picture ? { ...asked, problem: undefined } : asked} lines={8}>
          {({ seat }) => (
            <Stack>
              <View className='pass'>
                <SeatHead seat={seat} isLarge />
                <View className='pass-place'>
                  {picture && code ? (
                    <PassCode picture={picture} humanCode={code.humanCode} now={now} zoneFrom={seat.departsAt} />
                  ) : (
                    <NoCode seat={seat} pass={pass} />
                  )}
                </View>
                <View className='pass-offline'>
                  {picture && asked.problem
                    ? `现在没有网络，乘车码还能用到 ${formatClock(lastUntil, zoneOf(seat.departsAt))}。`
                    : ''}
                </View>
              </View>
              <Card isFlush>
                <Row
                  icon='place'
                  title={seat.fromStop}
                  note='上车站'
                  onTap={() => goTo('departures', { stopId: seat.fromStopId })}
                />
                <Row icon='place' title={seat.toStop} note={`下车站 · 约 ${whenText(seat.arrivesAt, now)} 到`} />
                {seat.plate ? <Row icon='bus' title={seat.plate} note='车牌' /> : null}
              </Card>
            </Stack>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
