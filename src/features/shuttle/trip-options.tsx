import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Chips } from '../../ui/chips'
import { SwitchRow } from '../../ui/switch-row'
import type { Trip } from './trip-segment'
import { TripWhom } from './trip-whom'
import type { useTrip } from './use-trip'
import { dayText } from './words'
import './trip-options.scss'

interface TripOptionsProps {
  trip: ReturnType<typeof useTrip>
  value: Trip
}

/** What most people leave as it is: for whom, a wheelchair place, every workday. */
export function TripOptions({ trip, value }: TripOptionsProps) {
  const { kind, forWhom, seasonUntil, seasonEnds } = trip
  const { wheelchairPlaces, maySeason, mayReserveForOthers } = value
  const isForGuest = forWhom.guestName !== undefined
  return (
    <View className='trip-options'>
      <Card isFlush>
        {mayReserveForOthers ? (
          <TripWhom
            forWhom={forWhom}
            onChoose={(next) => {
              trip.setForWhom(next)
              if (next.guestName) trip.setSeasonUntil(undefined)
            }}
          />
        ) : null}
        {wheelchairPlaces > 0 ? (
          <SwitchRow
            title='要轮椅位'
            note='带固定装置的位置，不占普通座位'
            isOn={kind === 'wheelchair'}
            onSwitch={(isOn) => trip.setKind(isOn ? 'wheelchair' : 'seat')}
          />
        ) : null}
        {maySeason && !isForGuest ? (
          <SwitchRow
            title='每个工作日都坐这一班'
            note='放假自动跳过，调休上班自动补上'
            isOn={seasonUntil !== undefined}
            onSwitch={(isOn) => trip.setSeasonUntil(isOn ? seasonEnds[1] : undefined)}
          />
        ) : null}
        <View className='trip-until'>
          {seasonUntil ? (
            <Chips
              label='到哪天为止'
              choices={seasonEnds.map((day) => ({ value: day, label: `到 ${dayText(day)}` }))}
              chosen={[seasonUntil]}
              onTap={trip.setSeasonUntil}
            />
          ) : null}
        </View>
      </Card>
    </View>
  )
}
