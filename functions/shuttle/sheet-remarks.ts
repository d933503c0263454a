import { clocksIn } from './sheet-clock'
import { readDays, type SheetDays, weekdaysForm, weekdaysOf } from './sheet-days'

/** What the words beside a trip say of it. */
export interface TripRemarks {
  days?: SheetDays
  seats?: number
  /** 周五17:10发车: on these weekdays it leaves at another time. */
  shifted: { weekdays: number[]; at: number }[]
  /** 加班车: further departures, with the time at the last stop where it is written. */
  extra: { at: number; arrives?: number }[]
  /** 停运: nothing leaves from the first until before the second. */
  pauses: { from: number; until: number }[]
  /** 每30分钟一班. */
  every?: number
  /** 8:30-17:30: the first and the last departure. */
  window?: { from: number; until: number }
  /** What was not understood. */
  rest: string
}

const clock = '(?:次日|翌日|下午|晚上|早上|上午)?\\s*\\d{1,2}\\s*(?::\\s*\\d{2}(?::\\d{2})?|点(?:\\d{1,2}|半|整)?分?)'
const range = `(${clock})\\s*[-~至到]+\\s*(${clock})`
const pauseForm = new RegExp(
  `${range}\\s*(?:期间|之间|时段)?\\s*(?:停运|停开|停班|停发|不发车|不运行|休息|午休)|(?:停运|停开|停班|不发车|午休)(?:时间|时段)?:?\\s*${range}`,
  'g',
)
const extraForm = new RegExp(
  `(?:加班车?|加开|增开|加车)(?:时间)?\\s*:?\\s*((?:${clock}\\s*(?:发车|开)?\\s*(?:\\([^)]*\\))?[、,，/\\s和及]*)+)(?:各?一班|各?加开一班)?`,
)
const oneExtra = new RegExp(`(${clock})\\s*(?:发车|开)?\\s*(?:\\(([^)]*)\\))?`, 'g')
const shiftForm = new RegExp(
  `(${weekdaysForm})\\s*(?:提前|推迟|延后|改)?(?:到|至|为|于|在)?\\s*(${clock})\\s*(?:发车|开车|出发|开|发)`,
  'g',
)
const everyForm =
  /(?:每隔?|间隔)?\s*约?\s*(?:(半)个?小时|(\d{1,5})\s*(分钟|分|秒|min|小时))\s*(?:发?(?:一|1)?(?:班|趟|次))?(?:左右)?/
const secondsOf = (text: string | undefined) => clocksIn(text ?? '')[0]?.seconds ?? 0

/** 每30分钟一班, 间隔30分钟, 半小时一班 in seconds. */
function everyOf(text: string): { seconds: number; rest: string } | undefined {
  const match = everyForm.exec(text)
  if (!match || !/每|间隔|班|趟|次/.test(match[0])) return undefined
  const seconds = match[1] ? 1800 : Number(match[2]) * (match[3] === '小时' ? 3600 : match[3] === '秒' ? 1 : 60)
  return seconds >= 30 && seconds <= 86_400 ? { seconds, rest: text.replace(match[0], '') } : undefined
}

const bare = (text: string) =>
  text
    .replace(/\(\s*\)/g, '')
    .replace(/[;,、。\s]*;[;,、。\s]*/g, ';')
    .replace(/^[\s;,、。:]+|[\s;,、:]+$/g, '')

/** Reads a remark (signs made ordinary): days, seats, pauses, headways, departures that are shifted or come on top. */
export function readRemarks(text: string): TripRemarks {
  const read: TripRemarks = { shifted: [], extra: [], pauses: [], rest: '' }
  let rest = text.replace(pauseForm, (_, a, b, c, d) => {
    const pause = { from: secondsOf(a ?? c), until: secondsOf(b ?? d) }
    if (pause.until > pause.from) read.pauses.push(pause)
    return ''
  })
  const extra = extraForm.exec(rest)
  if (extra) {
    for (const [, at, beside] of (extra[1] ?? '').matchAll(oneExtra)) {
      const arrives = clocksIn(beside ?? '')[0]?.seconds
      read.extra.push({ at: secondsOf(at), ...(arrives === undefined ? {} : { arrives }) })
    }
    rest = rest.replace(extra[0], '')
  }
  rest = rest.replace(shiftForm, (_, days, at) => {
    read.shifted.push({ weekdays: weekdaysOf(days), at: secondsOf(at) })
    return ''
  })
  const every = everyOf(rest)
  if (every) {
    read.every = every.seconds
    rest = every.rest
    const window = new RegExp(range).exec(rest)
    if (window) {
      read.window = { from: secondsOf(window[1]), until: secondsOf(window[2]) }
      rest = rest.replace(window[0], '')
    }
  }
  const seats = /(?<!\d)(\d{1,3})\s*(?:个)?座(?:位)?/.exec(rest)
  if (seats && Number(seats[1]) >= 1 && Number(seats[1]) <= 300) {
    read.seats = Number(seats[1])
    rest = rest.replace(seats[0], '')
  }
  const days = readDays(rest)
  if (days) {
    read.days = days.days
    rest = days.rest
  }
  read.rest = bare(rest)
  return read
}
