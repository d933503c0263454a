import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Space } from 'antd'
import { useState } from 'react'
import { type DaysOff, runsOn, type ServiceDays } from '../../contract/service-days'
import { addDays, type Day, weekdayOf } from '../../contract/zone'
import { weekdayNames } from '../ui/week-text'
import { dayText, mondayOf, weekdaysText } from './words'

const weeks = 5

/** The days on which a service runs, of so many from one on. */
export const runningDays = (service: ServiceDays, from: Day, count: number, daysOff: DaysOff): Day[] =>
  Array.from({ length: count }, (_, at) => addDays(from, at)).filter((day) => runsOn(service, day, daysOff))

interface Props {
  service: ServiceDays
  today: Day
  daysOff: DaysOff
  /** A day was tapped: it runs where it did not, or the other way round. Absent: only to be looked at. */
  onToggle?: (day: Day) => void
}

/** Five weeks of a service as a calendar: when it runs, what is added and taken out, holidays and make-up workdays. */
export function ServiceCalendar({ service, today, daysOff, onToggle }: Props) {
  const [monday, setMonday] = useState(mondayOf(today))
  const nextMonday = addDays(mondayOf(today), 7)
  const next = runningDays(service, nextMonday, 7, daysOff).map(weekdayOf)
  return (
    <div className='service-calendar'>
      <div className='sheet-head'>
        <b>下周{next.length === 0 ? '不开' : `开：${weekdaysText(next)}`}</b>
        <Space size={4}>
          <Button
            size='small'
            icon={<LeftOutlined />}
            aria-label='前五周'
            onClick={() => setMonday(addDays(monday, -7 * weeks))}
          />
          <span>{dayText(monday).slice(3)} 起</span>
          <Button
            size='small'
            icon={<RightOutlined />}
            aria-label='后五周'
            onClick={() => setMonday(addDays(monday, 7 * weeks))}
          />
        </Space>
      </div>
      <div className='service-days'>
        {weekdayNames.map((name) => (
          <span key={name} className='quiet'>
            {name}
          </span>
        ))}
        {Array.from({ length: 7 * weeks }, (_, at) => {
          const day = addDays(monday, at)
          const isOn = runsOn(service, day, daysOff)
          const change = service.addedDays.includes(day) ? '加' : service.removedDays.includes(day) ? '停' : ''
          const special = daysOff[day] === undefined ? '' : daysOff[day] ? '休' : '班'
          const names = [isOn ? 'day-runs' : 'day-rests', day === today && 'day-today', day < today && 'day-past']
          const date = Number(day.slice(8))
          return (
            <button
              key={day}
              type='button'
              disabled={!onToggle}
              className={names.filter(Boolean).join(' ')}
              aria-pressed={isOn}
              aria-label={`${dayText(day)}${isOn ? '开' : '不开'}${change && (change === '加' ? '，加开' : '，停开')}`}
              onClick={() => onToggle?.(day)}
            >
              {date === 1 ? `${Number(day.slice(5, 7))}月` : date}
              <small>{change || special}</small>
            </button>
          )
        })}
      </div>
      {onToggle && <p className='quiet'>绿色的日子开。点一天就加开或停开，再点一次恢复。“休”“班”是节假日与调休。</p>}
    </div>
  )
}
