import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'

/** Draws the page anew every so many milliseconds while it is shown, and calls `onTick` with each. Nothing runs while it is hidden. */
export function useTicking(everyMs: number, onTick: () => void = () => {}): void {
  const [isShown, setShown] = useState(true)
  const [, setTick] = useState(0)
  const newest = useRef(onTick)
  newest.current = onTick
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!isShown) return
    const timer = setInterval(() => {
      setTick((count) => count + 1)
      newest.current()
    }, everyMs)
    return () => clearInterval(timer)
  }, [isShown, everyMs])
}
