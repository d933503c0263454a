/** An entry for the phone's own calendar; times in epoch ms. */
export interface CalendarEntry {
  title: string
  place: string
  startsAt: number
  endsAt: number
}

/** Whether this platform can write into the phone's calendar. */
export declare const canAddToCalendar: boolean

/** Offers the entry to the phone's calendar; whether it was taken. Only directly in a tap, before any await. */
export declare function addToCalendar(entry: CalendarEntry): Promise<boolean>
