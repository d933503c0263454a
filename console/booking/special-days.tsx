import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { listSpecialDays } from '../../contract/booking-rooms'
import { dayOf } from '../../contract/zone'
import { useParams } from '../address'
import { useDuty, useZone } from '../session'
import { PageHead } from '../ui/page-head'
import { TroubleNote } from '../ui/trouble-note'
import { useAsk } from '../ui/use-ask'
import { AddHoliday } from './add-holiday'
import { type Marked, MonthGrid } from './month-grid'
import { noRefusals } from './sentences'
import { SetDay } from './set-day'

const FIRST_YEAR = 2020
const LAST_YEAR = 2100

/** Holidays and make-up workdays of a year, as a calendar; administrators change them day by day or holiday by holiday. */
export default function SpecialDays() {
  const zone = useZone()
  const [params, merge] = useParams()
  const today = dayOf(Date.now(), zone)
  const wanted = Number(params.get('year'))
  const year = wanted >= FIRST_YEAR && wanted <= LAST_YEAR ? wanted : Number(today.slice(0, 4))
  const { value, trouble, isLoading, reload } = useAsk(listSpecialDays, { year }, noRefusals)
  const mayEdit = useDuty('admin')
  const [chosen, setChosen] = useState<string>()
  const [isAdding, setIsAdding] = useState(false)
  const days = new Map<string, Marked>(value?.specialDays.map((special) => [special.day, special]))
  const offDays = [...days.values()].filter(({ isOffDay }) => isOffDay).length
  const isStale = value?.specialDays.some(({ day }) => !day.startsWith(String(year)))
  const goToYear = (next: number) => merge({ year: String(next) })

  return (
    <>
      <PageHead
        title='节假日与调休'
        about={`会议室的开放时间和各项办理时限都按这里计算。${mayEdit ? '点击日期修改。' : '只有管理员可以修改。'}`}
      >
        <Space.Compact>
          <Button
            icon={<LeftOutlined />}
            aria-label='上一年'
            disabled={year <= FIRST_YEAR}
            onClick={() => goToYear(year - 1)}
          />
          <Button style={{ cursor: 'default' }} tabIndex={-1}>
            {year} 年
          </Button>
          <Button
            icon={<RightOutlined />}
            aria-label='下一年'
            disabled={year >= LAST_YEAR}
            onClick={() => goToYear(year + 1)}
          />
        </Space.Compact>
        {mayEdit && (
          <Button type='primary' icon={<PlusOutlined />} onClick={() => setIsAdding(true)}>
            添加假期
          </Button>
        )}
      </PageHead>
      <TroubleNote trouble={trouble} onRetry={reload} />
      {!value && isLoading && <Skeleton active />}
      {value && days.size === 0 && !isLoading && (
        <Alert
          type='warning'
          showIcon
          style={{ marginBottom: 16 }}
          message={`${year} 年还没有节假日。国务院办公厅一般在前一年 11 月公布放假安排，公布后请在这里添加。`}
        />
      )}
      {value && (
        <div className='sheet' aria-busy={isLoading} style={{ opacity: isStale ? 0.5 : 1 }}>
          <p className='quiet day-legend'>
            <span className='day day-off'>
              1<small>休</small>
            </span>
            放假
            <span className='day day-work'>
              1<small>班</small>
            </span>
            调休上班 · 放假 {offDays} 天，调休上班 {days.size - offDays} 天
          </p>
          <div className='year'>
            {Array.from({ length: 12 }, (_, month) => (
              <MonthGrid
                // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place in the year
                key={month}
                year={year}
                month={month + 1}
                today={today}
                days={days}
                onChoose={mayEdit ? setChosen : undefined}
              />
            ))}
          </div>
        </div>
      )}
      {chosen && (
        <SetDay
          day={chosen}
          marked={days.get(chosen)}
          onClose={() => setChosen(undefined)}
          onSaved={() => {
            setChosen(undefined)
            reload()
          }}
        />
      )}
      {isAdding && (
        <AddHoliday
          year={year}
          onClose={() => {
            setIsAdding(false)
            reload()
          }}
        />
      )}
    </>
  )
}
