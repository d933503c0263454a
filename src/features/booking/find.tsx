import { View } from '@tarojs/components'
import { equipmentWords } from '../../../contract/booking'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stepper } from '../../ui/stepper'
import { FindTime } from './find-time'
import { RoomList } from './room-list'
import { findSentences } from './sentences'
import { useFind } from './use-find'
import { timeOfWay } from './use-reserve'
import { Ways } from './ways'
import { equipmentNames } from './words'
import './find.scss'

const everySite = ''

/** 找会议室: when, how many, with what, where → free rooms, best fit first; when there is none, what would work. */
export default function Find() {
  const find = useFind()
  const { found, time, people, equipment, zone } = find
  const now = Date.now()
  const sites = find.places.value?.sites ?? []
  return (
    <Page>
      <Card>
        <FindTime time={time} now={now} zone={zone} onTime={find.setTime} />
        <View className='find-line'>
          <View>人数</View>
          <Stepper label='人数' unit='人' value={people} min={1} max={500} onChange={find.setPeople} />
        </View>
        <View className='find-label'>设备</View>
        <Chips
          label='设备'
          choices={equipmentWords.map((value) => ({ value, label: equipmentNames[value] }))}
          chosen={equipment}
          onTap={(word) =>
            find.setEquipment(
              equipment.includes(word) ? equipment.filter((other) => other !== word) : [...equipment, word],
            )
          }
        />
        <View>
          {sites.length > 1 ? (
            <View>
              <View className='find-label'>院区</View>
              <Chips
                label='院区'
                choices={[
                  { value: everySite, label: '都可以' },
                  ...sites.map((site) => ({ value: site.siteId, label: site.name })),
                ]}
                chosen={[find.siteId ?? everySite]}
                onTap={(siteId) => find.setSiteId(siteId || undefined)}
              />
            </View>
          ) : null}
        </View>
      </Card>
      {found.refusal ? (
        <Empty icon='clock' text={findSentences[found.refusal.refusal]} />
      ) : (
        <AskedView asked={found} lines={6}>
          {({ rooms, ways }) =>
            rooms.length > 0 ? (
              <Card title={`${rooms.length}${rooms.length === 50 ? ' 间以上' : ' 间'}空着，最合适的在前`} isFlush>
                <RoomList rooms={rooms} onRoom={(room) => goTo('reserve', { roomId: room.roomId, people, ...time })} />
              </Card>
            ) : ways.length > 0 ? (
              <Card title='这个时间没有合适的，可以这样'>
                <Ways
                  ways={ways}
                  now={now}
                  zone={zone}
                  action='订这个'
                  onWay={(way) => goTo('reserve', { roomId: way.roomId, people, ...timeOfWay(way, zone) })}
                />
              </Card>
            ) : (
              <Empty icon='room' text='一周之内都没有这样的会议室。请减少人数或少选几样设备。' />
            )
          }
        </AskedView>
      )}
    </Page>
  )
}
