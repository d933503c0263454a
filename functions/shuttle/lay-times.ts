import type { SheetTrip } from '../../contract/shuttle-timetables'
import { clockText } from './sheet-clock'

export type SheetStops = SheetTrip['stops']
const day = 86_400
/** How long a bus takes from stop to stop where nothing says it. */
const guessedStep = 600
/** No bus is longer under way between two stops that follow each other. */
const longestLeg = 8 * 3600

interface Written {
  stop: string
  seconds?: number
  isAbout?: boolean
}

/** Times after midnight that are written as the clock shows them go on from the day before. */
function overMidnight(stops: readonly Written[], guesses: string[]): Written[] {
  let last: number | undefined
  return stops.map((one) => {
    let { seconds } = one
    if (seconds !== undefined && last !== undefined && seconds < last) {
      if (seconds + day - last <= longestLeg) {
        guesses.push(`${one.stop} ${clockText(seconds)} 早于前一站，当作次日`)
        seconds += day
      } else guesses.push(`${one.stop} ${clockText(seconds)} 早于前一站，请核对`)
    }
    if (seconds !== undefined) last = seconds
    return { ...one, ...(seconds === undefined ? {} : { seconds }) }
  })
}

/** A time for every stop: evenly between those that are written, ten minutes a stop where nothing is; undefined without any. */
export function layTimes(written: readonly Written[], guesses: string[]): SheetStops | undefined {
  const stops = overMidnight(written, guesses)
  const known = stops.flatMap(({ seconds }, i) => (seconds === undefined ? [] : [i]))
  const [first] = known
  const last = known[known.length - 1]
  if (first === undefined || last === undefined) return undefined
  const at = (i: number) => stops[i]?.seconds ?? 0
  let passed = 0
  const laid = stops.map((one, i): SheetStops[number] => {
    if (one.seconds !== undefined) {
      passed++
      return { stop: one.stop, departure: one.seconds, isGuessed: one.isAbout === true }
    }
    const [before, after] = [known[passed - 1], known[passed]]
    const departure =
      before === undefined
        ? at(first) - (first - i) * guessedStep
        : after === undefined
          ? at(before) + (i - before) * guessedStep
          : Math.round((at(before) + ((at(after) - at(before)) * (i - before)) / (after - before)) / 60) * 60
    return { stop: one.stop, departure: Math.max(0, departure), isGuessed: true }
  })
  if (known.length < stops.length) {
    const isEven = first === 0 && last === stops.length - 1
    guesses.push(isEven ? '没有写时间的站，按前后两站均匀推算' : '没有写路上要多久，按每站 10 分钟推算')
  }
  return laid
}

/** The same stops with the first left at another time; what follows keeps its steps. */
export function shiftedTo(stops: SheetStops, at: number, arrives?: number): SheetStops {
  const first = stops[0]?.departure ?? 0
  const whole = (stops[stops.length - 1]?.departure ?? 0) - first
  const end = arrives === undefined ? undefined : arrives < at ? arrives + day : arrives
  const beforeLast = (stops[stops.length - 2]?.departure ?? 0) - first
  // a faster bus than by day: everything between is faster in the same measure
  const measure = end !== undefined && at + beforeLast > end && whole > 0 ? (end - at) / whole : 1
  return stops.map(({ stop, departure }, i) => {
    if (i === 0) return { stop, departure: at, isGuessed: false }
    if (end !== undefined && i === stops.length - 1) return { stop, departure: end, isGuessed: false }
    return { stop, departure: Math.round((at + (departure - first) * measure) / 60) * 60, isGuessed: true }
  })
}
