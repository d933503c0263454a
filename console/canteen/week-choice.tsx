import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Space } from 'antd'
import dayjs from 'dayjs'
import { addDays, type Day, weekdayOf } from '../../contract/zone'

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** 11月23日 – 11月29日 */
export function weekText(monday: Day): string {
  const text = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`
  return `${text(monday)} – ${text(addDays(monday, 6))}`
}

interface PickProps {
  label: string
  monday: Day
  onChange: (monday: Day) => void
}

/** A week to choose from a calendar. */
export function WeekPick({ label, monday, onChange }: PickProps) {
  return (
    <DatePicker
      picker='week'
      aria-label={label}
      allowClear={false}
      style={{ width: 210 }}
      format={(value) => weekText(mondayOf(value.format('YYYY-MM-DD')))}
      value={dayjs(monday)}
      onChange={(value) => value && onChange(mondayOf(value.format('YYYY-MM-DD')))}
    />
  )
}

/** Goes from week to week. */
export function WeekChoice({ monday, today, onChange }: Omit<PickProps, 'label'> & { today: Day }) {
  const present = mondayOf(today)
  return (
    <Space size={4}>
      <Button icon={<LeftOutlined />} aria-label='上一周' onClick={() => onChange(addDays(monday, -7))} />
      <WeekPick label='哪一周' monday={monday} onChange={onChange} />
      <Button icon={<RightOutlined />} aria-label='下一周' onClick={() => onChange(addDays(monday, 7))} />
      <Button type='link' disabled={monday === present} onClick={() => onChange(present)}>
        本周
      </Button>
      <Button type='link' disabled={monday === addDays(present, 7)} onClick={() => onChange(addDays(present, 7))}>
        下周
      </Button>
    </Space>
  )
}
