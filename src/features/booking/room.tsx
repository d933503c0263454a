import { useState } from 'react'
import { type Day, dayOf } from '../../../contract/zone'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { useParams } from '../../use-params'
import { firstFree, freeStretches, type RoomDay } from './free-times'
import { RoomFacts } from './room-facts'
import { RoomWeek } from './room-week'
import { roomSentences } from './sentences'
import { useRoomDays } from './use-room-days'
import { useZone } from './use-setting'

/** The first day of the week on which something is still free: a closed Sunday is not what one came for. */
function firstUsefulDay(days: readonly Day[], roomDay: (day: Day) => RoomDay | undefined): Day | undefined {
  return days.find((day) => {
    const at = roomDay(day)
    return at !== undefined && freeStretches(at).length > 0
  })
}

/** One room: what it is like, its week, and 订这间. */
export default function RoomPage() {
  const { roomId } = useParams<'roomId'>()
  const zone = useZone()
  const today = dayOf(Date.now(), zone)
  const { asked, room, setting, roomDay } = useRoomDays(roomId, today)
  const [chosen, setDay] = useState<Day>()
  const day = chosen ?? firstUsefulDay(asked.value?.days.map((one) => one.day) ?? [], roomDay) ?? today
  const at = roomDay(day)
  const reserve = (from?: number, to?: number) => {
    const free = at && firstFree(at, 60)
    const [begin, end] = from === undefined ? (free ?? []) : [from, to]
    goTo('reserve', { roomId, ...(begin === undefined ? {} : { day, from: begin, to: end }) })
  }
  if (asked.refusal) {
    return (
      <Page>
        <Empty
          icon='room'
          text={roomSentences[asked.refusal.refusal]}
          action='看其他会议室'
          onAction={() => goTo('rooms', {}, 'replace')}
        />
      </Page>
    )
  }
  return (
    <Page
      footer={
        <Button isDisabled={!room} onTap={() => reserve()}>
          订这间
        </Button>
      }
    >
      <Stack>
        <AskedView asked={asked} lines={6}>
          {(value) => (
            <>
              <RoomFacts room={value.room} />
              <Card title='一周安排' isFlush>
                <RoomWeek
                  week={value.days}
                  chosen={day}
                  onChoose={setDay}
                  roomDay={roomDay}
                  setting={setting}
                  onFree={reserve}
                />
              </Card>
            </>
          )}
        </AskedView>
      </Stack>
    </Page>
  )
}
