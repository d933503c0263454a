import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker, Space } from 'antd'
import dayjs from 'dayjs'
import { addDays, type Day } from '../../contract/zone'

interface Props {
  day: Day
  today: Day
  onChange: (day: Day) => void
}

/** One day, with those beside it. */
export function DayChoice({ day, today, onChange }: Props) {
  return (
    <Space size={4}>
      <Button icon={<LeftOutlined />} aria-label='前一天' onClick={() => onChange(addDays(day, -1))} />
      <DatePicker
        aria-label='哪一天'
        allowClear={false}
        value={dayjs(day)}
        onChange={(next) => next && onChange(next.format('YYYY-MM-DD'))}
      />
      <Button icon={<RightOutlined />} aria-label='后一天' onClick={() => onChange(addDays(day, 1))} />
      <Button type='link' disabled={day === today} onClick={() => onChange(today)}>
        今天
      </Button>
      <Button type='link' disabled={day === addDays(today, 1)} onClick={() => onChange(addDays(today, 1))}>
        明天
      </Button>
    </Space>
  )
}
