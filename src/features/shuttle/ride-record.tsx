import { View } from '@tarojs/components'
import { getMyRideRecord } from '../../../contract/shuttle-seats'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { InGroups } from '../../ui/in-groups'
import { Row } from '../../ui/row'
import { Stack } from '../../ui/stack'
import { useAsked } from '../../use-asked'
import { dotted, whenText } from './words'
import './ride-record.scss'

const words = { noShow: '约了没坐', lateCancel: '临时取消' } as const

/** 我的乘车记录: the last 180 days, as the fleet sees them. */
export function RideRecord() {
  const asked = useAsked(getMyRideRecord, {})
  return (
    <Stack>
      <AskedView asked={asked} lines={5}>
        {({ rides, noShows, lateCancels, entries }) => (
          <Stack>
            <View className='record'>
              <View className='record-sum'>{`180 天内乘车 ${rides} 次，约了没坐 ${noShows} 次，临时取消 ${lateCancels} 次`}</View>
              <View className='record-soft'>
                车队看到的也是这些。用不上的座位早些取消，就能让给候补的同事；有误请联系车队更正。
              </View>
            </View>
            {entries.length > 0 ? (
              <Card isFlush>
                <InGroups items={entries} keyOf={({ reservationId }) => reservationId}>
                  {({ reservationId, route, departsAt, fromStop, what }) => (
                    <Row
                      key={reservationId}
                      title={whenText(departsAt, Date.now())}
                      note={dotted(route, `${fromStop}上车`)}
                      value={words[what]}
                    />
                  )}
                </InGroups>
              </Card>
            ) : null}
          </Stack>
        )}
      </AskedView>
    </Stack>
  )
}
