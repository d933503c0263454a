import { useEffect, useState } from 'react'

/** The value as it was before the last pause in typing (ms), so that not every letter asks the cloud. */
export function usePaused<T>(value: T, pauseMs = 250): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value, pauseMs])
  return settled
}
