import { PrinterOutlined } from '@ant-design/icons'
import { Button, Checkbox, DatePicker, Empty, Segmented, Select, Skeleton } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { type DaysOff, isWorkedDay } from '../../contract/service-days'
import { findStops, getStopBoard } from '../../contract/shuttle'
import { addDays, type Day, dayOf, isDay } from '../../contract/zone'
import { useParams } from '../address'
import { useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { usePaused } from '../ui/use-paused'
import './shuttle.css'
import './print.css'
import { PoleBoard } from './pole-board'
import { boardPageSentences, noRefusals } from './sentences'
import { useDaysOff } from './use-days-off'
import { dayText } from './words'

type Kind = 'workday' | 'restDay' | 'day'

/** The first day from one on that is worked, or is not. */
function dayOfKind(from: Day, isWorked: boolean, daysOff: DaysOff): Day {
  for (let at = 0; at < 14; at++) {
    const day = addDays(from, at)
    if (isWorkedDay(day, daysOff) === isWorked) return day
  }
  return from
}

/** The board for a pole: all departures of a stop on a day, on paper. */
export default function StopBoard() {
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), useZone())
  const daysOff = useDaysOff(today)
  const [query, setQuery] = useState('')
  const paused = usePaused(query.trim())
  const stops = useAsk(findStops, { query: paused, limit: 100 }, noRefusals)
  const stopId = params.get('stop') ?? ''
  const kind: Kind = params.get('kind') === 'restDay' ? 'restDay' : params.get('kind') === 'day' ? 'day' : 'workday'
  const said = params.get('day') ?? ''
  const day = kind === 'day' ? (isDay(said) ? said : today) : dayOfKind(today, kind === 'workday', daysOff)
  const { value, trouble, isLoading, reload } = useAsk(
    getStopBoard,
    stopId ? { stopId, day } : undefined,
    boardPageSentences,
  )
  const hasCode = params.get('code') !== '0'
  const title = kind === 'workday' ? '工作日' : kind === 'restDay' ? '休息日' : dayText(day)
  const options = stops.value?.items.map((stop) => ({
    value: stop.stopId,
    label: `${stop.name}${stop.code ? `（${stop.code}）` : ''}　${stop.routes.slice(0, 4).join('、')}`,
  }))
  const isMissing = value && stopId && !options?.some((option) => option.value === stopId)

  return (
    <>
      <PageHead title='站牌' about='把一站的全部班次打印成 A4 站牌，张贴在站上。'>
        <Button
          type='primary'
          icon={<PrinterOutlined />}
          disabled={!value?.boards.length}
          onClick={() => window.print()}
        >
          打印
        </Button>
      </PageHead>
      <div className='filters no-print'>
        <Select
          aria-label='站点'
          showSearch
          style={{ width: 320 }}
          placeholder='选择站点：站名、拼音或编号'
          filterOption={false}
          onSearch={setQuery}
          loading={stops.isLoading}
          notFoundContent={
            stops.trouble?.sentence ?? (stops.isLoading ? '正在查找…' : '没有找到站点；发布时刻表以后才有')
          }
          value={stopId || undefined}
          options={isMissing ? [{ value: stopId, label: value.stop.name }, ...(options ?? [])] : options}
          onChange={(stop) => merge({ stop })}
        />
        <Segmented<Kind>
          aria-label='哪一种日子'
          value={kind}
          onChange={(next) => merge({ kind: next === 'workday' ? '' : next })}
          options={[
            { value: 'workday', label: '工作日' },
            { value: 'restDay', label: '休息日' },
            { value: 'day', label: '指定一天' },
          ]}
        />
        {kind === 'day' ? (
          <DatePicker
            aria-label='哪一天'
            allowClear={false}
            value={dayjs(day)}
            onChange={(next) => next && merge({ day: next.format('YYYY-MM-DD') })}
          />
        ) : (
          <span className='quiet filter-check'>按 {dayText(day)} 的班次</span>
        )}
        <Checkbox
          className='filter-check'
          checked={hasCode}
          onChange={({ target }) => merge({ code: target.checked ? '' : '0' })}
        >
          印二维码
        </Checkbox>
      </div>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!stopId && (
        <div className='sheet'>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description='选一个站点，这里就是它的站牌' />
        </div>
      )}
      {stopId && !value && isLoading && <Skeleton active paragraph={{ rows: 12 }} />}
      {value && value.boards.length === 0 && (
        <div className='sheet'>
          <Empty
            image={Empty.PRESENTED_IMAGE_SIMPLE}
            description={`${title}没有车在 ${value.stop.name} 停，换一种日子看看`}
          />
        </div>
      )}
      {value && value.boards.length > 0 && (
        <PoleBoard board={value} title={title} hasCode={hasCode} printedOn={today} />
      )}
    </>
  )
}
