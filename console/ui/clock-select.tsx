import { Select } from 'antd'
import { useMemo } from 'react'
import { showMinute } from './moment'

interface Props {
  label: string
  /** Minutes since midnight, 0–1440. */
  value?: number
  onChange?: (minute: number) => void
  /** First and last minute on offer. */
  from?: number
  to?: number
  step?: number
  disabled?: boolean
  placeholder?: string
}

/** A time of day to choose or to type; unlike a clock face it has 24:00. */
export function ClockSelect({ label, value, onChange, from = 0, to = 1440, step = 15, disabled, placeholder }: Props) {
  const options = useMemo(() => {
    const minutes = new Set<number>()
    for (let minute = from; minute <= to; minute += step) minutes.add(minute)
    // What stands there already may lie between the steps, such as 08:20.
    if (value !== undefined) minutes.add(value)
    return [...minutes].sort((a, b) => a - b).map((minute) => ({ value: minute, label: showMinute(minute) }))
  }, [from, to, step, value])
  return (
    <Select<number>
      aria-label={label}
      showSearch
      optionFilterProp='label'
      style={{ width: 92 }}
      placeholder={placeholder}
      options={options}
      value={value}
      onChange={onChange}
      disabled={disabled}
    />
  )
}
