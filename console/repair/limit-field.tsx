import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import type { Limit } from '../../contract/repair-clocks'
import { countings } from './limit-words'
import { optionsOf } from './words'

const none = 'none'
type Counting = Limit['clock'] | typeof none

const options = optionsOf<Counting>({ none: '不限时', ...countings })
const units = [
  { value: 1, label: '分钟' },
  { value: 60, label: '小时' },
]

/** The same length under another way of counting, as far as there is one. */
function recounted(counting: Counting, before: Limit | undefined): Limit | undefined {
  if (counting === none) return undefined
  if (counting === 'workingDays') return { clock: counting, days: 1 }
  return { clock: counting, minutes: before && before.clock !== 'workingDays' ? before.minutes : 120 }
}

interface Props {
  /** What it limits, for those who cannot see the line it stands in. */
  label: string
  value?: Limit
  onChange?: (limit: Limit | undefined) => void
}

/** A limit: how it is counted, and how long. */
export function LimitField({ label, value, onChange }: Props) {
  const [unit, setUnit] = useState(value && value.clock !== 'workingDays' && value.minutes % 60 !== 0 ? 1 : 60)
  const inMinutes = value && value.clock !== 'workingDays' ? value : undefined

  function setAmount(amount: number | null) {
    if (!value || amount === null || amount <= 0) return
    if (value.clock === 'workingDays') onChange?.({ clock: value.clock, days: Math.min(60, Math.round(amount)) })
    else onChange?.({ clock: value.clock, minutes: Math.max(1, Math.round(amount * unit)) })
  }

  return (
    <Space.Compact className='limit-field'>
      <Select<Counting>
        aria-label={`${label}怎么计算`}
        style={{ width: 170 }}
        popupMatchSelectWidth={false}
        options={options}
        value={value?.clock ?? none}
        onChange={(counting) => onChange?.(recounted(counting, value))}
      />
      {value && (
        <InputNumber
          aria-label={`${label}多久`}
          style={{ width: 72 }}
          min={inMinutes && unit === 60 ? 0.5 : 1}
          max={inMinutes ? Math.floor(527_040 / unit) : 60}
          value={inMinutes ? inMinutes.minutes / unit : value.clock === 'workingDays' ? value.days : undefined}
          onChange={setAmount}
        />
      )}
      {inMinutes && (
        <Select
          aria-label={`${label}的单位`}
          style={{ width: 76 }}
          options={units}
          value={unit}
          onChange={(chosen) => {
            setUnit(chosen)
            // the number stays, its unit changes: 2 hours become 2 minutes
            onChange?.({ ...inMinutes, minutes: Math.max(1, Math.round((inMinutes.minutes / unit) * chosen)) })
          }}
        />
      )}
      {value?.clock === 'workingDays' && <span className='limit-unit'>个工作日</span>}
    </Space.Compact>
  )
}
