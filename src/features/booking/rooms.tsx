import { CustomWrapper, View } from '@tarojs/components'
import type { Room } from '../../../contract/booking'
import { bookableHours } from '../../../contract/booking-rules'
import { goTo } from '../../go-to'
import { AskedView } from '../../ui/asked-view'
import { Button } from '../../ui/button'
import { Chips } from '../../ui/chips'
import { Empty } from '../../ui/empty'
import { InGroups } from '../../ui/in-groups'
import { MoreButton } from '../../ui/more-button'
import { Page } from '../../ui/page'
import { say } from '../../ui/say'
import { SearchField } from '../../ui/search-field'
import { Stack } from '../../ui/stack'
import { tapShare } from '../../ui/tap-share'
import { Days } from './days'
import { aroundMinute, firstFree, type RoomDay, whyNot } from './free-times'
import { GridKey } from './grid-key'
import { GridRow } from './grid-row'
import { reserveSentences } from './sentences'
import { useGrid } from './use-grid'
import { rangeText } from './words'
import './rooms.scss'

const everySite = ''
const allClosed = '这些会议室这一天都不开放，请选其他日期。'

const openRoom = (room: Room) => {
  goTo('room', { roomId: room.roomId })
}

function reserve(roomId: string, day: string, [from, to]: readonly [number, number]): void {
  goTo('reserve', { roomId, day, from, to })
}

/** Why nothing can be booked at this minute (anywhere on the day, when the platform does not tell where the tap was). */
function reasonAt(at: RoomDay, minute = 1440 - at.rules.minMinutes): string {
  const from = Math.floor(minute / 30) * 30
  const reason = whyNot(at, from, from + at.rules.minMinutes)
  return reason ? reserveSentences[reason](at.rules) : '这一段太短，不够开一次会，请选别的时间。'
}

/** 会议室: one day over all rooms; a tap on a free time books it. */
export default function Rooms() {
  const grid = useGrid()
  const { pages, held, axis, setting, day, isWaiting } = grid
  const isAllClosed =
    held?.items.every((item) => {
      const at = grid.roomDay(item)
      return bookableHours(at.rules, at.wisher, at.day, at.setting).length === 0
    }) ?? false
  const openBar = async (event: unknown, room: Room, at: RoomDay) => {
    if (isWaiting) return
    const share = await tapShare(event, '.grid-ticks')
    const minute = share === undefined ? undefined : axis.from + share * (axis.to - axis.from)
    const wished = minute === undefined ? firstFree(at, 60) : aroundMinute(at, minute)
    const there = at.busy.find((busy) => minute !== undefined && busy.from <= minute && minute < busy.until)
    if (wished) reserve(room.roomId, at.day, wished)
    else if (there?.isMine) goTo('booking', { bookingId: there.bookingId })
    else if (there) say(`${rangeText(there.from, there.to)} ${there.who}`)
    else say(reasonAt(at, minute))
  }
  return (
    <Page footer={<RoomsFooter />}>
      <Days chosen={day} onChoose={grid.setDay} now={setting.now} zone={setting.zone} daysAhead={grid.daysAhead} />
      <SearchField label='搜索会议室' placeholder='名称、拼音或首字母' onSearch={grid.setQuery} />
      <View>
        {held && held.value.sites.length > 1 ? (
          <Chips
            label='院区'
            choices={[
              { value: everySite, label: '全部' },
              ...held.value.sites.map((site) => ({ value: site.siteId, label: site.name })),
            ]}
            chosen={[grid.siteId ?? everySite]}
            onTap={(siteId) => grid.setSiteId(siteId || undefined)}
          />
        ) : null}
      </View>
      <Stack>
        <AskedView asked={held && isWaiting ? { ...pages.first, value: held.value } : pages.first} lines={6}>
          {() =>
            held && held.items.length > 0 ? (
              <View className='grid'>
                <GridKey axis={axis} />
                <View className='grid-note'>{isAllClosed ? allClosed : ''}</View>
                {/* A wrapper keeps the way to each bar short: changing the day stays within 4 KB. */}
                <CustomWrapper>
                  <View className={isWaiting ? 'grid-list grid-waiting' : 'grid-list'}>
                    <InGroups items={held.items} keyOf={({ room }) => room.roomId}>
                      {(item) => (
                        <GridRow
                          key={item.room.roomId}
                          room={item.room}
                          at={grid.roomDay(item)}
                          axis={axis}
                          onRoom={openRoom}
                          onBar={openBar}
                        />
                      )}
                    </InGroups>
                  </View>
                </CustomWrapper>
              </View>
            ) : (
              <Empty
                icon='room'
                text='没有找到这样的会议室，换个词再搜，或按时间和人数找。'
                action='找会议室'
                onAction={() => goTo('find')}
              />
            )
          }
        </AskedView>
      </Stack>
      <MoreButton label='更多会议室' {...pages} hasMore={pages.hasMore && held !== undefined} />
    </Page>
  )
}

/** The two ways for those who do not care which room it is. */
function RoomsFooter() {
  return (
    <View className='rooms-footer'>
      <Button kind='plain' onTap={() => goTo('find')}>
        按条件找
      </Button>
      <Button onTap={() => goTo('reserve')}>快速预订</Button>
    </View>
  )
}
