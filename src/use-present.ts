import { useMemo } from 'react'
import { parseInstant } from '../contract/zone'
import { useMe } from './session'

/**
 * The present in epoch ms and the institution's zone. The present is the cloud's: a phone's wrong clock must not call
 * anything late. `isOld` says that the answer is one kept from earlier; then the phone's clock is the better one.
 */
export function usePresent(answer?: { now: string }, isOld = false): { now: number; zone: string } {
  const zone = useMe()?.institution.zone ?? '+08:00'
  const ahead = useMemo(() => {
    const now = answer && !isOld ? parseInstant(answer.now) : undefined
    return now === undefined ? 0 : now - Date.now()
  }, [answer, isOld])
  return { now: Date.now() + ahead, zone }
}
