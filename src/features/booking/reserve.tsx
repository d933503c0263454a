import { View } from '@tarojs/components'
import { mayBookForOthers } from '../../../contract/booking-rules'
import { goTo } from '../../go-to'
import { useMe } from '../../session'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Field } from '../../ui/field'
import { Page } from '../../ui/page'
import { Stack } from '../../ui/stack'
import { Stepper } from '../../ui/stepper'
import type { Asked } from '../../use-asked'
import { ChooseRoom } from './choose-room'
import { firstFree } from './free-times'
import { ReserveDone } from './reserve-done'
import { ReserveMore } from './reserve-more'
import { reserveSentences, roomSentences } from './sentences'
import { TimePanel } from './time-panel'
import { TroubleCard } from './trouble'
import { useReserve } from './use-reserve'
import './reserve.scss'

/** 预订: room, time, title, people; everything has a sensible value, so that one tap may be enough. */
export default function Reserve() {
  const me = useMe()
  const reserve = useReserve()
  const { form, room, at, setting, trouble, reason, change } = reserve
  if (reserve.done) return <ReserveDone booking={reserve.done} now={setting.now} zone={setting.zone} />

  if (reserve.week.refusal) {
    return (
      <Page>
        <Empty
          icon='room'
          text={roomSentences[reserve.week.refusal.refusal]}
          action='看其他会议室'
          onAction={() => goTo('rooms', {}, 'replace')}
        />
      </Page>
    )
  }
  const asked: Asked<unknown> = form.roomId ? reserve.week : reserve.search
  const isSearched = reserve.search.value && reserve.search.value.rooms.length + reserve.search.value.ways.length === 0
  const chooseDay = (day: string) => {
    const there = reserve.roomDay(day)
    const free = there && (firstFree(there, form.to - form.from, form.from) ?? firstFree(there, form.to - form.from))
    reserve.setTime({ day, from: free?.[0] ?? form.from, to: free?.[1] ?? form.to })
  }
  const problem = reason && room ? reserveSentences[reason](room.rules) : ''
  return (
    <Page
      footer={
        <View>
          <View className='reserve-problem' aria-live='polite'>
            {trouble ? '' : problem}
          </View>
          <Button isDisabled={!room || reason !== undefined} onTap={() => reserve.submit()}>
            提交预订
          </Button>
        </View>
      }
    >
      <TroubleCard
        title='没有订成'
        trouble={trouble}
        now={setting.now}
        zone={setting.zone}
        action='改订'
        onWay={reserve.submit}
      />
      <Stack>
        <AskedView asked={asked} lines={8}>
          {() =>
            room && at ? (
              <Stack>
                <ChooseRoom room={room} wish={reserve.input()} onRoom={reserve.setRoom} />
                <Card>
                  <TimePanel at={at} time={form} onTime={reserve.setTime} onDay={chooseDay} />
                </Card>
              </Stack>
            ) : !isSearched ? null : (
              <Empty
                icon='room'
                text='附近几天都没有合适的会议室。可以减少人数，或换个条件找。'
                action='按条件找'
                onAction={() => goTo('find', {}, 'replace')}
              />
            )
          }
        </AskedView>
      </Stack>
      <Card>
        <Field
          key={reserve.wasDrafted ? 'draft' : 'new'}
          label='会议主题'
          maxLength={60}
          defaultValue={form.purpose}
          placeholder='例如 周例会'
          onText={(purpose) => reserve.write({ purpose })}
        />
        <View className='reserve-line'>
          <View className='reserve-label'>人数</View>
          <Stepper
            label='人数'
            unit='人'
            value={form.attendeeCount}
            min={1}
            max={Math.max(form.attendeeCount, room?.rules.capacity ?? 500)}
            onChange={(attendeeCount) => change({ attendeeCount })}
          />
        </View>
      </Card>
      <ReserveMore
        form={form}
        room={room}
        mayBookForOthers={mayBookForOthers(new Set(me?.duties ?? []))}
        onChange={change}
        onNote={(note) => reserve.write({ note })}
      />
      <View>
        {reserve.wasDrafted ? (
          <Button kind='link' onTap={() => reserve.forget()}>
            已恢复上次没提交的内容，点此清空
          </Button>
        ) : null}
      </View>
    </Page>
  )
}
