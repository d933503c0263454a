import { useMemo } from 'react'
import { listSpecialDays } from '../../contract/booking-rooms'
import type { DaysOff } from '../../contract/service-days'
import type { Day } from '../../contract/zone'
import { useAsk } from '../ui/use-ask'
import { noRefusals } from './sentences'

/** Holidays and make-up workdays of this year and the next. */
export function useDaysOff(today: Day): DaysOff {
  const year = Number(today.slice(0, 4))
  const now = useAsk(listSpecialDays, { year }, noRefusals)
  const next = useAsk(listSpecialDays, { year: year + 1 }, noRefusals)
  return useMemo(() => {
    const days = [...(now.value?.specialDays ?? []), ...(next.value?.specialDays ?? [])]
    return Object.fromEntries(days.map(({ day, isOffDay }) => [day, isOffDay]))
  }, [now.value, next.value])
}
