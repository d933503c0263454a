import { useEffect } from 'react'

/** Asks again every so many ms and when the tab is looked at again, but only while it is seen and `isAllowed`. */
export function useRefresh(reload: () => void, everyMs: number, isAllowed: boolean): void {
  useEffect(() => {
    if (!isAllowed) return
    const refresh = () => document.visibilityState === 'visible' && reload()
    const timer = setInterval(refresh, everyMs)
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [reload, everyMs, isAllowed])
}
