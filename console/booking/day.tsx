import { LeftOutlined, PlusOutlined, ReloadOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button, DatePicker, Select, Space } from 'antd'
import dayjs from 'dayjs'
import { useEffect, useState } from 'react'
import { getDayGrid } from '../../contract/booking'
import { addDays, dayOf, formatDayNear, isDay, parseInstant } from '../../contract/zone'
import { useParams } from '../address'
import { useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { SearchBox } from '../ui/search-box'
import { useAsk } from '../ui/use-ask'
import { useCursor } from '../ui/use-cursor'
import { BookingDrawer } from './booking-drawer'
import { Grid } from './grid'
import { ReserveDrawer, type ReserveStart } from './reserve-drawer'
import { noRefusals } from './sentences'

const REFRESH_MS = 60_000

/** The day of all rooms for stewards: who has which room when; book, move and cancel from here. */
export default function Day() {
  const zone = useZone()
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), zone)
  const asked = params.get('day')
  const day = asked && isDay(asked) ? asked : today
  const query = params.get('query') || undefined
  const siteId = params.get('site') || undefined
  const cursor = useCursor(JSON.stringify([day, query, siteId]))
  const grid = useAsk(getDayGrid, { day, query, siteId, cursor: cursor.at, limit: 50 }, noRefusals)
  const [start, setStart] = useState<ReserveStart>()
  const now = parseInstant(grid.value?.now ?? '') ?? Date.now()
  const special = grid.value?.specialDays.find((s) => s.day === day)
  const { reload } = grid

  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), REFRESH_MS)
    return () => clearInterval(timer)
  }, [reload])

  const goToDay = (wanted: string) => merge({ day: wanted === today ? '' : wanted })

  return (
    <>
      <PageHead title='会议日程' about={formatDayNear(day, now, zone)}>
        <Button icon={<ReloadOutlined />} onClick={grid.reload} loading={grid.isLoading} aria-label='刷新' />
        <Button type='primary' icon={<PlusOutlined />} onClick={() => setStart({ day })}>
          代人预订
        </Button>
      </PageHead>
      <div className='sheet'>
        <search className='filters'>
          <Space.Compact>
            <Button icon={<LeftOutlined />} aria-label='前一天' onClick={() => goToDay(addDays(day, -1))} />
            <DatePicker
              aria-label='日期'
              allowClear={false}
              value={dayjs(day)}
              format='YYYY-MM-DD ddd'
              style={{ width: 160 }}
              onChange={(chosen) => chosen && goToDay(chosen.format('YYYY-MM-DD'))}
            />
            <Button icon={<RightOutlined />} aria-label='后一天' onClick={() => goToDay(addDays(day, 1))} />
          </Space.Compact>
          <Button disabled={day === today} onClick={() => goToDay(today)}>
            今天
          </Button>
          <Select
            aria-label='院区'
            placeholder='全部院区'
            style={{ width: 180 }}
            allowClear
            options={grid.value?.sites.map((site) => ({ value: site.siteId, label: site.name }))}
            value={siteId}
            onChange={(site?: string) => merge({ site })}
          />
          <SearchBox
            label='搜索会议室'
            placeholder='会议室名称、拼音或首字母'
            value={query}
            onSearch={(changed) => merge({ query: changed })}
          />
        </search>
        {special && (
          <Alert
            type='info'
            showIcon
            style={{ marginBottom: 12 }}
            message={
              special.isOffDay
                ? `${special.name || '节假日'}，会议室按周日的时间开放`
                : `${special.name}调休上班日，会议室按周一的时间开放`
            }
          />
        )}
        <Grid
          grid={grid}
          cursor={cursor}
          day={day}
          now={now}
          onBooking={(booking) => merge({ booking })}
          onFree={(roomId, from) => setStart({ day, roomId, from })}
          clearFilters={query || siteId ? () => merge({ query: '', site: '' }) : undefined}
        />
      </div>
      <BookingDrawer
        bookingId={params.get('booking') || undefined}
        onClose={() => merge({ booking: '' })}
        onChanged={grid.reload}
      />
      {start && (
        <ReserveDrawer
          start={start}
          specialDays={grid.value?.specialDays ?? []}
          onClose={() => setStart(undefined)}
          onReserved={(booking) => {
            setStart(undefined)
            merge({ booking: booking.bookingId })
            grid.reload()
          }}
        />
      )}
    </>
  )
}
