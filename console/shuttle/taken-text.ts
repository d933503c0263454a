import { isDay } from '../../contract/zone'
import type { Trouble } from '../ui/trouble'
import { dayText } from './words'

/** The day on which more seats are reserved than there would be, as a refusal names it. */
export function takenText(trouble: Trouble | undefined): string | undefined {
  const day = trouble?.detail?.day
  return typeof day === 'string' && isDay(day) ? `最早的一班在 ${dayText(day)}。` : undefined
}
