import { View } from '@tarojs/components'
import type { Way } from '../../../contract/booking'
import type { Setting } from '../../../contract/booking-rules'
import { formatClock, parseInstant } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import type { DoorView } from './door-now'
import './door-acts.scss'

interface DoorActsProps {
  door: DoorView
  setting: Setting
  onTake: (way: Way) => Promise<unknown>
  onCheckIn: () => Promise<unknown>
}

/** One tap each: checking in, taking the room, or taking the nearest one like it. */
export function DoorActs({ door, setting, onTake, onCheckIn }: DoorActsProps) {
  const { offer, checkIn, current } = door
  const until = offer && formatClock(parseInstant(offer.endsAt) ?? 0, setting.zone)
  const isOther = offer?.kind === 'otherRoom'
  return (
    <View className='door-acts'>
      <View className='door-act'>
        {checkIn ? <Button onTap={onCheckIn}>{`签到「${checkIn.purpose}」`}</Button> : null}
      </View>
      <View className='door-act'>
        {offer ? (
          <View className='door-offer'>
            <View className='door-offer-text'>
              {isOther ? `这间用不了，最近的空房是 ${offer.roomName}（${offer.place}）` : ''}
            </View>
            <Button kind={checkIn ? 'plain' : 'main'} onTap={() => onTake(offer)}>
              {isOther ? `改用${offer.roomName}，到 ${until}` : `就用这间，到 ${until}`}
            </Button>
          </View>
        ) : current?.isMine || checkIn ? null : (
          <Empty icon='room' text='现在附近没有能直接用的会议室。' action='找其他时间' onAction={() => goTo('find')} />
        )}
      </View>
    </View>
  )
}
