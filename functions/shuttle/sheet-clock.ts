import { plainSigns } from '../documents/plain-text'

/** A time as a sheet writes it, in seconds of the service day, and where in the text it stands. */
export interface Clock {
  seconds: number
  start: number
  end: number
  /** 约7:10: not sure. */
  isAbout: boolean
}

const two = (n: number) => String(n).padStart(2, '0')
const hour = 3600
const day = 86_400
const latest = 72 * hour

const clockForm =
  /(约)?(次日|翌日|第二天)?\s*(凌晨|清晨|早上|早|上午|中午|下午|傍晚|晚上|晚|夜间)?\s*(?<![\d.])(\d{1,2})\s*(?::\s*(\d{2})(?::(\d{2}))?(?!\d)|[点时]\s*(\d{1,2}|半|整|一刻|三刻)?\s*分?)/g

const minutesOf = (text: string | undefined) =>
  text === undefined || text === '整'
    ? 0
    : text === '半'
      ? 30
      : text === '一刻'
        ? 15
        : text === '三刻'
          ? 45
          : Number(text)

/** Every time in a text: 7:10, 7：10, 7点40, 7点半, 下午5:40, 次日0:35, 25:10. */
export function clocksIn(text: string): Clock[] {
  return [...text.matchAll(clockForm)].flatMap((match) => {
    const [whole, about, next, half, hours, colon, within, spoken] = match
    const minutes = minutesOf(colon ?? spoken)
    const written = Number(hours)
    const isLate = half !== undefined && /下午|傍晚|晚|夜/.test(half) && written < 12
    const noon = half === '中午' && written < 4
    const seconds = (written + (isLate || noon ? 12 : 0)) * hour + minutes * 60 + Number(within ?? 0) + (next ? day : 0)
    if (minutes > 59 || written > 71 || seconds > latest) return []
    return [{ seconds, start: match.index, end: match.index + whole.length, isAbout: about !== undefined }]
  })
}

/** A cell with signs made ordinary; a number that a spreadsheet keeps for a time (0.3125) or a date with it, as a clock. */
export function clockSigns(cell: string): string {
  const text = plainSigns(cell).trim()
  if (/^[01]?\.\d{2,}$/.test(text) && Number(text) < 2 && text.length > 4)
    return clockText(Math.round(Number(text) * 1440) * 60)
  const dated = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d)$/.exec(text)
  if (dated) return clockText((Number(dated[2]) + (dated[1] === '1900-01-01' ? 24 : 0)) * hour + Number(dated[3]) * 60)
  const bare = /^(\d{1,2})(?:[.;]|(?<=^\d\d))(\d\d)$/.exec(text)
  return bare && Number(bare[1]) < 30 && Number(bare[2]) < 60 ? `${bare[1]}:${bare[2]}` : text
}

/** 7:10, 25:10: hours go on after midnight. */
export function clockText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}${rest === 0 ? '' : `:${two(rest)}`}`
}

/** As it is read on a wall: 次日1:10. */
export function wallClock(seconds: number): string {
  const days = Math.floor(seconds / day)
  return days === 1 ? `次日${clockText(seconds - day)}` : clockText(seconds)
}
