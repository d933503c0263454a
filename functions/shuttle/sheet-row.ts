import { clean, type SheetCells } from './sheet-cells'
import { clockSigns, clocksIn } from './sheet-clock'
import { readRemarks, type TripRemarks } from './sheet-remarks'
import type { WrittenStops } from './sheet-stops'
import type { SheetRow } from './sheet-trips'

export const plateForm = /[\u4e00-\u9fff][A-Z]\s*[·•.・-]?\s*[A-Z0-9]{5,6}(?![A-Z0-9])/i
export const vehicleKind = /^(?:大|中|小|面)?(?:型)?(?:巴|客|客车|包车|轿车|面包车?|商务车|考斯特|中巴车|大巴车)$/
export const phoneForm = /(?<!\d)(?:\+?86[- ]?)?(1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}-?\d{7,8})(?!\d)/

/** What a row says besides its stops: who drives what, when it runs, and the rest as a note. */
export function readRow(
  cells: SheetCells,
  place: Pick<SheetRow, 'sheet' | 'row' | 'column'>,
  {
    route,
    direction,
    written,
    timeText = '',
  }: { route: string; direction: string; written: WrittenStops; timeText?: string },
): SheetRow {
  const guesses: string[] = []
  const vehicle = clean(cells.all('plate').join(' '))
  const plate = plateForm.exec(vehicle)?.[0] ?? ''
  const besides = readRemarks(plate === '' ? vehicle : vehicle.replace(plate, ''))
  const isKind = vehicleKind.test(besides.rest)
  const people = clean([cells.one('driver'), cells.one('phone')].filter((text) => text !== '').join(' '))
  const phone = phoneForm.exec(people)
  const driver = people
    .replace(phone?.[0] ?? '', '')
    .replace(/[()\s:,;、/]+/g, ' ')
    .trim()
  const headway = clean(cells.one('headway'))
  const every = /^\d{1,3}$/.test(headway) ? `每${headway}分钟` : headway
  const remarks: TripRemarks = readRemarks(
    [cells.one('days'), every, timeText, ...cells.all('note')]
      .map(clean)
      .filter((text) => text !== '')
      .join(';'),
  )
  const saidSeats = /\d{1,3}/.exec(clean(cells.one('seats')))?.[0]
  const seats =
    saidSeats !== undefined && Number(saidSeats) >= 1 && Number(saidSeats) <= 300
      ? Number(saidSeats)
      : (remarks.seats ?? besides.seats)
  const note = [isKind || plate !== '' ? besides.rest : '', remarks.rest].filter((text) => text !== '').join('；')
  const within = (text: string, max: number, what: string) => {
    const letters = [...text]
    if (letters.length > max) guesses.push(`${what}超过 ${max} 个字，只取了前 ${max} 个字`)
    return letters.slice(0, max).join('').trim()
  }
  return {
    ...place,
    route: within(route, 40, '线路'),
    direction: within(direction, 40, '方向'),
    plate: within(plate.replace(/\s/g, '') || (isKind ? '' : besides.rest), 20, '车牌'),
    driver: within(driver, 40, '司机'),
    driverPhone: (phone?.[1] ?? '').replace(/ /g, ''),
    note: within(note, 200, '备注'),
    written: {
      ...written,
      stops: written.stops.map(({ stop, clocks }) => ({ stop: within(stop, 60, '站名'), clocks })),
    },
    remarks,
    guesses,
    ...(seats === undefined ? {} : { seats }),
  }
}

/** Whether a cell says how often it goes rather than where it stops. */
export function saysHeadway(cell: string): boolean {
  const text = clockSigns(cell)
  const read = readRemarks(text)
  return (
    read.every !== undefined ||
    read.pauses.length > 0 ||
    read.extra.length > 0 ||
    (clocksIn(text).length === 2 && /^\d{1,2}:\d\d\s*[-~至到]+\s*\d{1,2}:\d\d$/.test(text))
  )
}
