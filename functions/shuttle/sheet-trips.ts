import type { SheetTrip } from '../../contract/shuttle-timetables'
import { layTimes, type SheetStops, shiftedTo } from './lay-times'
import { clockText } from './sheet-clock'
import { daysText, type SheetDays } from './sheet-days'
import type { TripRemarks } from './sheet-remarks'
import type { WrittenStops } from './sheet-stops'

/** A row of a sheet, read. */
export interface SheetRow
  extends Pick<
    SheetTrip,
    'sheet' | 'row' | 'column' | 'route' | 'direction' | 'plate' | 'driver' | 'driverPhone' | 'note'
  > {
  written: WrittenStops
  remarks: TripRemarks
  seats?: number
  guesses: string[]
}

const latest = 72 * 3600
const alone = /^(往返|双向|来回|循环|)$/

/** Stretches of a headway without its pauses. A stretch ends when the next one would have left. */
function stretches({ from, until }: { from: number; until: number }, every: number, pauses: TripRemarks['pauses']) {
  const open: { from: number; until: number }[] = []
  let begin = from
  for (const pause of [...pauses].sort((a, b) => a.from - b.from)) {
    if (pause.from > begin) open.push({ from: begin, until: pause.from - 1 })
    begin = Math.max(begin, pause.until)
  }
  if (begin <= until) open.push({ from: begin, until })
  return open.map((one) => ({
    from: one.from,
    until: one.from + (Math.floor((one.until - one.from) / every) + 1) * every,
  }))
}

type Run = Pick<SheetTrip, 'rule' | 'weekdays' | 'stops' | 'guesses' | 'headway'>

function headwayRuns(row: SheetRow, days: SheetDays, stops: SheetStops, every: number): Run[] | string {
  const { remarks, guesses } = row
  if (!remarks.window) return '写了间隔发车，没有写从几点到几点'
  const window = { ...remarks.window }
  if (window.from - window.until > 12 * 3600) window.until += 86_400
  if (window.until < window.from) return '间隔发车的时间，结束早于开始'
  if (remarks.pauses.length > 0)
    guesses.push(
      `${remarks.pauses.map(({ from, until }) => `${clockText(from)}-${clockText(until)}`).join('、')} 停运，前后各算一段`,
    )
  return stretches(window, every, remarks.pauses).map(({ from, until }) => ({
    ...days,
    stops: shiftedTo(stops, from).map((one, i) => ({ ...one, isGuessed: i > 0 && (stops[i]?.isGuessed ?? true) })),
    guesses,
    headway: { seconds: every, from, until },
  }))
}

/** The trip as it is written, on other days at another time, and those that come on top. */
function timedRuns({ remarks, guesses }: SheetRow, days: SheetDays, stops: SheetStops): Run[] {
  const first = stops[0]?.departure ?? 0
  const shifted = remarks.shifted.map(({ weekdays, at }): Run => {
    const said = `${daysText({ rule: 'calendar', weekdays })}改为 ${clockText(at)} 发车，各站间隔照平日；按星期开行，节假日请核对`
    return { rule: 'calendar', weekdays, stops: shiftedTo(stops, at), guesses: [...guesses, said] }
  })
  const moved = new Set(remarks.shifted.flatMap(({ weekdays }) => weekdays))
  const usual = days.rule === 'calendar' ? days.weekdays : [1, 2, 3, 4, 5]
  const left: SheetDays =
    moved.size === 0 || days.rule === 'restDays'
      ? days
      : { rule: 'calendar', weekdays: usual.filter((one) => !moved.has(one)) }
  const leftOut =
    left === days
      ? []
      : [
          `${daysText({ rule: 'calendar', weekdays: [...moved] })}另有发车时间，这一班按${daysText(left)}开行，节假日请核对`,
        ]
  const runs: Run[] =
    left.rule === 'calendar' && left.weekdays.length === 0
      ? []
      : [{ ...left, stops, guesses: [...guesses, ...leftOut] }]
  const extra = remarks.extra.map(({ at, arrives }): Run => {
    const own = shiftedTo(stops, at < first && at < 4 * 3600 ? at + 86_400 : at, arrives)
    return {
      ...days,
      stops: own,
      guesses: [...guesses, `加班车 ${clockText(at)}：各站间隔照 ${clockText(first)} 这一班`],
    }
  })
  return [...runs, ...shifted, ...extra]
}

function runsOf(row: SheetRow, days: SheetDays): Run[] | string {
  const { written, remarks, guesses } = row
  if (written.stops.length < 2) return '不足两站，没有当作班次'
  const most = Math.max(...written.stops.map(({ clocks }) => clocks.length))
  const untimed = written.stops.map(({ stop }) => ({ stop }))
  if (remarks.every !== undefined) {
    const from = remarks.window?.from ?? 0
    const timed = written.stops.map(({ stop, clocks: [clock] }, i) => ({
      stop,
      ...(clock ? { seconds: clock.seconds, isAbout: clock.isAbout } : i === 0 ? { seconds: from } : {}),
    }))
    const stops = layTimes(
      most === 0 ? untimed.map((one, i) => (i === 0 ? { ...one, seconds: from } : one)) : timed,
      guesses,
    )
    return stops ? headwayRuns(row, days, stops, remarks.every) : '没有写时间'
  }
  if (most === 0) return '没有写时间'
  const runs: Run[] = []
  for (let nth = 0; nth < most; nth++) {
    const own = nth === 0 ? guesses : guesses.slice(0)
    const timed = written.stops.map(({ stop, clocks }) => {
      const clock = clocks[nth]
      return clock ? { stop, seconds: clock.seconds, isAbout: clock.isAbout } : { stop }
    })
    const mine = [...own]
    const stops = layTimes(timed, mine)
    if (stops)
      runs.push(
        ...timedRuns(
          { ...row, guesses: mine, ...(nth > 0 ? { remarks: { ...remarks, extra: [] } } : {}) },
          days,
          stops,
        ),
      )
  }
  return runs
}

/** The trips of a row, or in Chinese why there are none. */
export function tripsOfRow(row: SheetRow): SheetTrip[] | string {
  const days = row.remarks.days ?? { rule: 'workdays' as const, weekdays: [] }
  if (!row.remarks.days && row.remarks.shifted.length === 0) row.guesses.push('没有写运行日，按工作日')
  const { written } = row
  const ways = written.isBothWays
    ? [
        written,
        {
          ...written,
          stops: [...written.stops].reverse().map(({ stop }, i) => ({ stop, clocks: written.stops[i]?.clocks ?? [] })),
        },
      ]
    : [written]
  const trips: SheetTrip[] = []
  for (const way of ways) {
    const guesses = [...row.guesses]
    if (written.isBothWays) guesses.push('往返两个方向各算一班，同时发车')
    const runs = runsOf({ ...row, written: way, guesses }, days)
    if (typeof runs === 'string') return runs
    const end = way.stops[way.stops.length - 1]?.stop ?? ''
    const direction = written.isBothWays && alone.test(row.direction) ? `往${end}`.slice(0, 40) : row.direction
    const { sheet, row: line, column, route, plate, driver, driverPhone, note, seats } = row
    const own = {
      sheet,
      row: line,
      route,
      direction,
      plate,
      driver,
      driverPhone,
      note,
      ...(seats === undefined ? {} : { seats }),
      ...(column === undefined ? {} : { column }),
    }
    for (const run of runs) trips.push({ ...own, ...run, guesses: [...new Set(run.guesses)] })
  }
  return trips.some(({ stops }) => stops.some(({ departure }) => departure > latest)) ? '时间超过三天，读不懂' : trips
}
