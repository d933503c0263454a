import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, InputNumber, Space } from 'antd'
import type { GridTrip } from '../../contract/shuttle-grid'
import { TimeField } from './time-field'

export type Headway = NonNullable<GridTrip['headways']>[number]

interface Props {
  value: readonly Headway[]
  /** When the trip itself leaves its first stop. */
  first: number
  onChange: (headways: Headway[]) => void
}

/** Whether a headway ends before it begins. */
export const isBackwards = ({ from, until }: Headway): boolean => until <= from

/** Stretches of the day in which a trip leaves again and again. */
export function TripHeadways({ value, first, onChange }: Props) {
  const set = (at: number, part: Partial<Headway>) =>
    onChange(value.map((each, i) => (i === at ? { ...each, ...part } : each)))
  const start = value[value.length - 1]?.until ?? first
  return (
    <>
      {value.map((headway, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stretch has no name but its place
        <Space key={at} wrap style={{ marginBottom: 6 }}>
          <TimeField label={`第 ${at + 1} 段从几点`} value={headway.from} onChange={(from) => set(at, { from })} />
          到
          <TimeField
            label={`第 ${at + 1} 段到几点`}
            value={headway.until}
            isWrong={isBackwards(headway)}
            onChange={(until) => set(at, { until })}
          />
          每
          <InputNumber
            aria-label={`第 ${at + 1} 段每隔几分钟`}
            size='small'
            min={1}
            max={720}
            value={headway.seconds / 60}
            onChange={(minutes) => minutes && set(at, { seconds: Math.round(minutes * 60) })}
            style={{ width: 64 }}
          />
          分钟一班
          <Button
            type='text'
            size='small'
            icon={<DeleteOutlined />}
            aria-label={`删除第 ${at + 1} 段`}
            onClick={() => onChange(value.filter((_, i) => i !== at))}
          />
        </Space>
      ))}
      {value.length < 20 && (
        <Button
          size='small'
          icon={<PlusOutlined />}
          onClick={() => onChange([...value, { seconds: 600, from: start, until: start + 3600 }])}
        >
          加一段
        </Button>
      )}
    </>
  )
}
