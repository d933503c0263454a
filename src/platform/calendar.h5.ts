import type * as promised from './calendar'

/** Browsers have no calendar to write to; the private iCalendar address serves them. */
export const canAddToCalendar: typeof promised.canAddToCalendar = false
export const addToCalendar: typeof promised.addToCalendar = async () => false
