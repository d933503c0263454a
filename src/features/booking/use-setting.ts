import { useMemo } from 'react'
import { isRoomKeeper, type SpecialDay, type Wisher } from '../../../contract/booking-rules'
import { parseInstant } from '../../../contract/zone'
import { useMe } from '../../session'

/** Who asks, as the room rules see them; nobody signed in belongs to no department. */
export function useWisher(): Wisher {
  const me = useMe()
  return useMemo(
    () => ({ departmentIds: me?.departmentIds ?? [], isSteward: isRoomKeeper(new Set(me?.duties ?? [])) }),
    [me],
  )
}

/** The institution's zone; China's while nobody is signed in. */
export const useZone = (): string => useMe()?.institution.zone ?? '+08:00'

/** What an answer says of its time. */
interface Timed {
  now: string
  specialDays?: readonly SpecialDay[]
}

/**
 * Zone, special days and present for the room rules. The present is the cloud's: a phone's clock that is wrong must not
 * grey out times. `isOld` says that the answer is one kept from earlier; then the phone's clock is the better one.
 */
export function useSetting(answer: Timed | undefined, isOld = false) {
  const zone = useZone()
  const ahead = useMemo(() => {
    const now = answer && !isOld ? parseInstant(answer.now) : undefined
    return now === undefined ? 0 : now - Date.now()
  }, [answer, isOld])
  return { zone, specialDays: answer?.specialDays ?? [], now: Date.now() + ahead }
}
