import { Progress } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'

/** Seconds since it was shown: what takes long shows that it is still going on. `children` says what it is. */
export function Elapsed({ label, children }: { label: string; children: (seconds: number) => ReactNode }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((n) => n + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  // Nobody knows how long it takes; the bar nears its end without pretending to have reached it.
  const percent = Math.round(100 * (1 - 0.85 ** (seconds + 1)))
  return (
    <div role='status'>
      <Progress percent={percent} showInfo={false} status='active' aria-label={label} />
      {children(seconds)}
    </div>
  )
}
