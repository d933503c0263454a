import { addDays, dayOf, formatDayNear, formatInstant, instantAt } from '../../../contract/zone'

/** A half day on which somebody may come, as instants of the wire. */
export interface WantedTime {
  label: string
  wantedFrom: string
  wantedUntil: string
}

const halves = [
  { word: '上午', from: 8 * 60 + 30, to: 12 * 60 },
  { word: '下午', from: 13 * 60 + 30, to: 17 * 60 + 30 },
] as const
const daysAhead = 3
/** A half day that is over within this time is no use to anybody. */
const tooShortMs = 60 * 60_000

/** The half days of today and the next days that are not over. `now` in epoch ms. */
export function wantedTimes(now: number, zone: string): WantedTime[] {
  const today = dayOf(now, zone)
  const times: WantedTime[] = []
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const day = addDays(today, ahead)
    const [near = ''] = formatDayNear(day, now, zone).split(' ')
    for (const { word, from, to } of halves) {
      const [begin, end] = [instantAt(day, from, zone), instantAt(day, to, zone)]
      if (end - now < tooShortMs) continue
      times.push({
        label: `${near}${word}`,
        wantedFrom: formatInstant(begin, zone),
        wantedUntil: formatInstant(end, zone),
      })
    }
  }
  return times
}
