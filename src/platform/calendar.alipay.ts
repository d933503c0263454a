import type * as promised from './calendar'

/** Alipay has no calendar to write to; the button stays away. */
export const canAddToCalendar: typeof promised.canAddToCalendar = false
export const addToCalendar: typeof promised.addToCalendar = async () => false
