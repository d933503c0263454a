import { View } from '@tarojs/components'
import { useState } from 'react'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Segmented } from '../../ui/segmented'
import { Stack } from '../../ui/stack'
import { SeatCard } from './seat-card'
import { tripSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { TripDone } from './trip-done'
import { TripFooter } from './trip-footer'
import { TripHead } from './trip-head'
import { TripOptions } from './trip-options'
import { TripStops } from './trip-stops'
import { useTrip } from './use-trip'
import { dotted } from './words'
import './trip.scss'

/** 班次: its stops and times, what is free where, and reserving a stretch of it. */
export default function TripPage() {
  const trip = useTrip()
  const [picking, setPicking] = useState<'from' | 'to'>('from')
  const { me, asked, segment, done } = trip
  if (!me) return <SignInFirst />
  if (done) return <TripDone done={done} />
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='bus'
          text={tripSentences[asked.refusal.refusal]}
          action='看班车'
          onAction={() => goTo('departures', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page footer={asked.value ? <TripFooter trip={trip} value={asked.value} /> : null}>
      <Stack>
        <AskedView asked={asked} lines={8}>
          {(value) => {
            const { stops, mine, isReservable } = value
            const [from, to] = [stops[segment.from], stops[segment.to]]
            return (
              <Stack>
                <TripHead trip={value} now={trip.now} />
                {mine.map((seat) => (
                  <SeatCard key={seat.reservationId} seat={seat} onChanged={asked.refresh} />
                ))}
                <Card>
                  <View className='trip-pick'>
                    <Segmented
                      choices={[
                        { value: 'from', label: dotted('上车', from?.name) },
                        { value: 'to', label: dotted('下车', to?.name) },
                      ]}
                      chosen={picking}
                      onChoose={setPicking}
                    />
                    <View className='trip-pick-hint'>
                      {picking === 'from' ? '点下面的站点选在哪上车' : '点下面的站点选在哪下车'}
                    </View>
                  </View>
                  <TripStops
                    stops={stops}
                    segment={segment}
                    kind={trip.kind}
                    delayMinutes={value.delayMinutes}
                    hasSeats={isReservable}
                    onTap={(stop) => {
                      if (picking === 'from' && stop.mayBoard) {
                        trip.chooseFrom(stop.stopId)
                        setPicking('to')
                      } else if (picking === 'to' && stop.mayAlight) trip.chooseTo(stop.stopId)
                    }}
                  />
                </Card>
                {isReservable ? <TripOptions trip={trip} value={value} /> : null}
              </Stack>
            )
          }}
        </AskedView>
      </Stack>
    </Page>
  )
}
