import { View } from '@tarojs/components'
import { useState } from 'react'
import { findTrips } from '../../../contract/shuttle'
import type { Stop } from '../../../contract/shuttle-words'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Row } from '../../ui/row'
import { Sheet } from '../../ui/sheet'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { useParams } from '../../use-params'
import { usePresent } from '../../use-present'
import { DepartureLine } from './departure-line'
import { routeIn } from './route-words'
import { tripsSentences } from './sentences'
import { SignInFirst } from './sign-in-first-card'
import { StopSearch } from './stop-search'
import { useKnownStop } from './use-known-stop'
import { whenText } from './words'
import './find-trips.scss'

/** 从哪到哪: the next trips from one stop to another, without changing. */
export default function FindTrips() {
  const me = useMe()
  const params = useParams<'from' | 'to'>()
  const known = useKnownStop(params.from)
  const [ends, setEnds] = useState<{ from?: Stop; to?: Stop }>({})
  const [choosing, setChoosing] = useState<'from' | 'to'>()
  const from = ends.from ?? known
  const { to } = ends
  const asked = useAsked(findTrips, me && from && to ? { fromStopId: from.stopId, toStopId: to.stopId } : undefined)
  const { now } = usePresent(asked.value, asked.problem !== undefined)
  if (!me) return <SignInFirst />
  return (
    <Page>
      <Card isFlush>
        <Row icon='place' title={from?.name ?? '选上车站'} note='从' onTap={() => setChoosing('from')} />
        <Row icon='place' title={to?.name ?? '选下车站'} note='到' onTap={() => setChoosing('to')} />
      </Card>
      <View>
        {from && to ? (
          <Button kind='link' onTap={() => setEnds({ from: to, to: from })}>
            对调，看回程
          </Button>
        ) : null}
      </View>
      <Stack>
        {asked.refusal ? (
          <Empty icon='place' text={tripsSentences[asked.refusal.refusal]} />
        ) : from && to ? (
          <AskedView asked={asked} lines={6}>
            {({ trips, routes }) =>
              trips.length === 0 ? (
                <Empty icon='bus' text='这两站之间近几天没有直达班车。可以换一个近一点的站试试。' />
              ) : (
                <View className='find-trips'>
                  {trips.map((trip, at) => (
                    <DepartureLine
                      key={`${trip.tripId} ${trip.day} ${trip.startsAtSeconds ?? ''}`}
                      departure={trip}
                      route={routeIn(routes, trip.routeId)}
                      now={now}
                      isNext={at === 0}
                      note={`${whenText(trip.arrivesAt, now)} 到，${trip.stops} 站`}
                      toStopId={to.stopId}
                    />
                  ))}
                </View>
              )
            }
          </AskedView>
        ) : (
          <Empty icon='bus' text='选好上车站和下车站，就能看到接下来的直达班车。' />
        )}
      </Stack>
      <Sheet
        title={choosing === 'to' ? '在哪下车' : '在哪上车'}
        isOpen={choosing !== undefined}
        onClose={() => setChoosing(undefined)}
      >
        <StopSearch
          onStop={(stop) => {
            setEnds({ from, to, [choosing ?? 'to']: stop })
            setChoosing(undefined)
          }}
        />
      </Sheet>
    </Page>
  )
}
