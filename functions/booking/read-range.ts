import type { MinuteRange } from '../../contract/booking-rules'

const period = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|早|晚|am|pm)?'
// 8:30, 8.30, 8点半, 8时30分, 8:30:00 | 0830 | 8
const time =
  '(?:(\\d{1,2})\\s*(?:[:点时]|\\.(?=\\d\\d))\\s*(?:(\\d{2}|半)(?!\\d))?(?::\\d\\d)?\\s*分?|(\\d\\d)(\\d\\d)(?!\\d)|(\\d{1,2})(?!\\d))'
const clock = `${period}\\s*${time}`
const stretch = new RegExp(`${clock}\\s*-\\s*${clock}`, 'y')
const allDay = /全天候?|24\s*小时|7\s*[x×*]\s*24\s*(小时)?/y

type Parts = readonly (string | undefined)[]

/** Minutes from midnight, 24:00 being 1440; `when` is a word such as 下午. */
function minuteOf(when: string | undefined, [hour, minute, hh, mm, bare]: Parts): number | undefined {
  const hours = Number(hour ?? hh ?? bare)
  const minutes = minute === '半' ? 30 : Number(minute ?? mm ?? 0)
  if (hours > 24 || minutes > 59) return undefined
  const isNight = /晚/.test(when ?? '')
  if (isNight && hours === 12) return 1440
  const isLater = isNight || /下午|傍晚|pm/.test(when ?? '') || (when === '中午' && hours < 3)
  return (isLater && hours < 12 ? hours + 12 : hours) * 60 + minutes
}

/**
 * The stretch of a day that is written at a place of a text, in minutes from midnight, with how many characters it takes.
 * `2点-5点` after 下午 is the afternoon's, and so is the end of `8:30-5:30` (said in `guesses`). The range is absent when
 * the clock times are there but cannot be a stretch of one day; undefined when there are none.
 */
export function readRange(
  text: string,
  at: number,
  guesses: string[],
): { range: MinuteRange | undefined; length: number } | undefined {
  allDay.lastIndex = at
  const whole = allDay.exec(text)
  if (whole) return { range: [0, 1440], length: whole[0].length }
  stretch.lastIndex = at
  const match = stretch.exec(text)
  if (!match) return undefined
  const { length } = match[0]
  const [when, laterWhen] = [match[1], match[7]]
  const from = minuteOf(when, match.slice(2, 7))
  let to = minuteOf(laterWhen ?? when, match.slice(8, 13))
  if (from === undefined || to === undefined) return { range: undefined, length }
  if (to <= from && from < to + 720 && to < 720 && laterWhen === undefined) {
    to += 720
    guesses.push(`「${match[0]}」的结束按 ${Math.floor(to / 60)}:${String(to % 60).padStart(2, '0')}`)
  }
  return { range: from < to && to <= 1440 ? [from, to] : undefined, length }
}
