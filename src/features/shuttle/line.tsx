import { View } from '@tarojs/components'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { DayStrip } from '../../ui/day-strip'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { LineBadge } from './line-badge'
import { LineStops } from './line-stops'
import { LineTimes } from './line-times'
import { ShuttleNotices } from './notices'
import { nameOfRoute } from './route-words'
import { lineSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { useLine } from './use-line'
import { dotted, nearDay } from './words'
import './line.scss'

/** 线路: a day's times at one of its stops, its stops in order, and on which days it runs. */
export default function LinePage() {
  const line = useLine()
  const { me, asked, day, now, zone, direction } = line
  if (!me) return <SignInFirst />
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='bus'
          text={lineSentences[asked.refusal.refusal]}
          action='看全部线路'
          onAction={() => goTo('shuttleLines', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page
      footer={
        <Button kind='plain' onTap={() => goTo('departures')}>
          看下一班车
        </Button>
      }
    >
      <DayStrip days={line.days} chosen={day} onChoose={line.setDay} now={now} zone={zone} />
      <Stack>
        <AskedView asked={asked} lines={8}>
          {({ route, isReservable, directions, notices, runsOn }) => {
            const next = runsOn.find((each) => each > day)
            return (
              <Stack>
                <ShuttleNotices notices={notices} />
                <View className='line-head'>
                  <LineBadge name={nameOfRoute(route)} color={route.color} textColor={route.textColor} />
                  <View className='line-head-name'>
                    {dotted(route.shortName && route.longName, isReservable && '可预约座位')}
                  </View>
                </View>
                <View className='line-ways'>
                  {directions.length > 1 ? (
                    <Chips
                      label='方向'
                      choices={directions.map(({ directionId, headsign }) => ({
                        value: directionId,
                        label: `往 ${headsign}`,
                      }))}
                      chosen={[direction?.directionId ?? 0]}
                      onTap={line.setDirectionId}
                    />
                  ) : null}
                </View>
                {!direction || direction.trips.length === 0 ? (
                  <Empty
                    icon='bus'
                    text={`${nearDay(day, now, zone)}这条线不开。${next ? `下一次是 ${nearDay(next, now, zone)}。` : '近两周都不开，请留意通知。'}`}
                    action={next ? `看 ${nearDay(next, now, zone)}` : undefined}
                    onAction={next ? () => line.setDay(next) : undefined}
                  />
                ) : (
                  <LineTimes key={`${day} ${direction.directionId} ${line.stopAt}`} line={line} direction={direction} />
                )}
                {direction ? (
                  <Card title='沿途站点'>
                    <LineStops stops={direction.stops} chosen={line.stopAt} onChoose={line.setStopAt} />
                  </Card>
                ) : null}
              </Stack>
            )
          }}
        </AskedView>
      </Stack>
    </Page>
  )
}
