import { Input } from 'antd'
import { useState } from 'react'
import { readServiceTime, serviceClock } from './service-time'

interface Props {
  label: string
  value?: number
  onChange: (seconds: number) => void
  isWrong?: boolean
  width?: number
}

/** A time of a service day to be typed: 740, 7:40, 25:10, 次日 0:10. What cannot be read stays until it can. */
export function TimeField({ label, value, onChange, isWrong = false, width = 96 }: Props) {
  const [typed, setTyped] = useState<string>()
  const seconds = typed === undefined ? value : readServiceTime(typed)
  function done() {
    if (typed === undefined) return
    if (seconds === undefined) return
    if (seconds !== value) onChange(seconds)
    setTyped(undefined)
  }
  return (
    <Input
      aria-label={label}
      size='small'
      style={{ width }}
      status={isWrong || (typed !== undefined && seconds === undefined) ? 'error' : undefined}
      placeholder='7:40'
      value={typed ?? (value === undefined ? '' : serviceClock(value))}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={done}
      onPressEnter={done}
    />
  )
}
