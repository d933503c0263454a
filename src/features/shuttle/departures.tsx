import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Departure } from '../../../contract/shuttle-words'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { DepartureLine } from './departure-line'
import { ShuttleNotices } from './notices'
import { routeIn } from './route-words'
import { departureSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { StopHead } from './stop-head'
import { StopSearch } from './stop-search'
import { type Departures as Answered, useDepartures } from './use-departures'
import './departures.scss'

const otherStop = 'other'
/** So many stand above the other stops; all of them on a tap. */
const shownAtFirst = 5

interface AtStopProps {
  value: Answered
  board: ReturnType<typeof useDepartures>
}

/** The departures of a stop; or what to do first when there is no stop, or nothing leaves. */
function AtStop({ value, board }: AtStopProps) {
  const [isWhole, setWhole] = useState(false)
  const { now, coming, asked } = board
  const { stop, routes, notices, timetable } = value
  const lineOf = (departure: Departure) => (
    <DepartureLine
      key={`${departure.tripId} ${departure.day} ${departure.startsAtSeconds ?? ''} ${departure.stopSequence}`}
      departure={departure}
      route={routeIn(routes, departure.routeId)}
      now={now}
      isNext={departure === coming[0]}
    />
  )
  if (!timetable) {
    return (
      <Empty
        icon='bus'
        text='还没有发布班车时刻表。发布以后这里会显示下一班车。'
        action='刷新'
        onAction={asked.refresh}
      />
    )
  }
  if (!stop) {
    return (
      <Stack>
        <ShuttleNotices notices={notices} />
        <View className='departures-first'>先选一个常用的站点，以后打开就能看到下一班车。</View>
        <StopSearch onStop={({ stopId }) => board.mark(stopId, true, true)} />
      </Stack>
    )
  }
  return (
    <Stack>
      <ShuttleNotices notices={notices} />
      {coming.length === 0 ? (
        <Empty
          icon='bus'
          text='这一站近几天没有班车了。可以换个站点，或看看全部线路哪天开。'
          action='看全部线路'
          onAction={() => goTo('shuttleLines')}
        />
      ) : (
        <View className='departures-list'>
          <View>{coming.slice(0, shownAtFirst).map(lineOf)}</View>
          <View className='departures-rest'>{isWhole ? coming.slice(shownAtFirst).map(lineOf) : null}</View>
          <View className='departures-more'>
            {!isWhole && coming.length > shownAtFirst ? (
              <Button kind='link' onTap={() => setWhole(true)}>
                更多班次
              </Button>
            ) : null}
          </View>
        </View>
      )}
      <View className='departures-source'>{`时刻表：${timetable.name}`}</View>
    </Stack>
  )
}

/** 班车: what leaves next at my usual stop, from one call; then other stops, lines, ways and seats. */
export default function Departures() {
  const board = useDepartures()
  const { me, asked, stopId } = board
  if (!me) return <SignInFirst />
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='place'
          text={departureSentences[asked.refusal.refusal]}
          action='选站点'
          onAction={() => goTo('shuttleStops', {}, 'replace')}
        />
      </Page>
    )
  }
  const { stop, myStops = [] } = asked.value ?? {}
  const choose = (next: string) => (next === otherStop ? goTo('shuttleStops') : board.setStopId(next))
  return (
    <Page
      footer={
        <View className='departures-footer'>
          <Button kind='plain' onTap={() => goTo('findTrips', { from: stop?.stopId })}>
            从哪到哪
          </Button>
          <Button kind='plain' onTap={() => goTo('shuttleLines')}>
            全部线路
          </Button>
          <Button kind='plain' onTap={() => goTo('mySeats')}>
            我的座位
          </Button>
        </View>
      }
    >
      <View className='departures-head'>{stop ? <StopHead stop={stop} board={board} /> : null}</View>
      <Stack>
        <AskedView asked={asked} lines={6}>
          {(value) => <AtStop value={value} board={board} />}
        </AskedView>
      </Stack>
      <View className='departures-stops'>
        {stop ? (
          <Chips
            label='站点'
            choices={[
              ...myStops.map((each) => ({ value: each.stopId, label: each.name })),
              { value: otherStop, label: '其他站点…' },
            ]}
            chosen={[stopId ?? stop.stopId]}
            onTap={choose}
          />
        ) : null}
      </View>
    </Page>
  )
}
