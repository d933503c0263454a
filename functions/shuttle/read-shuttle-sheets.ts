import type { ValueOf } from '../../contract/procedure'
import type { previewShuttleSheet } from '../../contract/shuttle-timetables'
import type { Sheet } from '../documents/documents'
import { plainText } from '../documents/plain-text'
import { cellsOf, clean } from './sheet-cells'
import { clockSigns, clocksIn } from './sheet-clock'
import type { SheetField } from './sheet-fields'
import { type Head, headOf, isMarked, notStopping } from './sheet-heads'
import { readRow, saysHeadway } from './sheet-row'
import { readStops, type WrittenStop, type WrittenStops } from './sheet-stops'
import { tripsOfRow } from './sheet-trips'
import { turnTables } from './turn-sheet'

type Read = ValueOf<typeof previewShuttleSheet>

interface Above {
  route: string
  direction: string
}

const mostTrips = 2000
/** What is longer is no timetable, and takes long to search. */
const mostLetters = 1000

/** The stops of a list's row: from their columns, or from 发车 and 到达 beside a line's ends. */
function listStops(all: (field: SheetField) => string[]): WrittenStops {
  const cells = all('stops').filter((cell) => !saysHeadway(cell))
  const named =
    cells.length > 0
      ? cells
      : [...all('route'), ...all('direction')].filter((cell) => /[→⇄⇌↔\-—–~>]/.test(cell)).slice(0, 1)
  const written = readStops(named)
  const add = (stop: WrittenStop | undefined, texts: string[]) => {
    if (stop && stop.clocks.length === 0)
      stop.clocks = texts.filter((text) => !saysHeadway(text)).flatMap((text) => clocksIn(clockSigns(text)))
  }
  add(written.stops[0], all('departure'))
  if (written.stops.length > 1) add(written.stops[written.stops.length - 1], all('arrival'))
  return written
}

/** The stops of a grid's row; or where a cell is no time. */
function gridStops(
  cells: readonly string[],
  { stops }: Head,
): WrittenStops | { at: number; stop: string; text: string } {
  const written: WrittenStop[] = []
  for (const [i, stop] of stops) {
    const text = clockSigns(cells[i] ?? '')
    if (notStopping.test(text)) continue
    const clocks = clocksIn(text)
    if (clocks.length === 0) return { at: i, stop, text: text.slice(0, 20) }
    written.push({ stop, clocks })
  }
  return { stops: written, isBothWays: false }
}

/** What a heading above a table says: 线路：1号线, 方向：上班, or 1号线 上班. */
function headingOf(texts: readonly string[], above: Above): Above {
  const after = (word: RegExp) => texts.map((text) => word.exec(text)?.[1]?.trim()).find((text) => text !== undefined)
  const route = after(/^线路\s*[:：]\s*(.+)$/)
  const direction = after(/^方向\s*[:：]\s*(.*)$/)
  if (route !== undefined || direction !== undefined) return { route: route ?? above.route, direction: direction ?? '' }
  const [text = ''] = texts
  const named = /^([^\s,;:，。；：、]{1,12}?(?:线|路|车))(?:[\s(（·-]+([^\s,;:，。；：、()（）]{1,12})[)）]?)?$/.exec(
    text,
  )
  return named ? { route: named[1] ?? '', direction: named[2] ?? '' } : above
}

function readSheet(sheet: Sheet, read: Read): boolean {
  let head: Head | undefined
  let isOwn = false
  let above: Above = { route: '', direction: '' }
  const name = sheet.name.slice(0, 60)
  const rows = turnTables(
    sheet.rows
      .map(({ line, cells }) => ({ line, cells: cells.map((cell) => plainText(cell.slice(0, mostLetters))) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  )
  const titles: string[] = []
  let isTable = false
  for (const [n, { line, cells, trip, problem, remark, ...turned }] of rows.entries()) {
    const refuse = (message: string, at = line) => read.problems.push({ sheet: name, row: at, message })
    const texts = [...new Set(cells.filter((cell) => cell !== ''))]
    const isHeading = !trip && isMarked(texts)
    const next =
      turned.head ?? (texts.length > 1 && !isHeading && !trip ? headOf(cells, rows[n + 1]?.cells, isOwn) : undefined)
    if (next || problem !== undefined || remark !== undefined) {
      head = next ?? head
      isTable = true
      if (problem !== undefined) refuse(problem)
      if (remark !== undefined) read.remarks.push(remark)
      continue
    }
    if (!trip && (texts.length === 1 || isHeading)) {
      const below = rows[n + 1]
      const mayHead = isHeading || (below?.head ?? headOf(below?.cells ?? [], rows[n + 2]?.cells, false)) !== undefined
      const heading = mayHead ? headingOf(texts, above) : above
      if (isHeading) isOwn = true
      if (isHeading) head = undefined
      if (heading !== above) above = heading
      else if (isTable) read.remarks.push(texts[0] ?? '')
      else titles.push(texts[0] ?? '')
      continue
    }
    if (!head || (head.isTurned && !trip)) {
      if (!isTable) titles.push(...texts)
      else if (head) read.remarks.push(texts.join(' '))
      continue
    }
    const own = cellsOf(cells, head.columns)
    const isList = head.stops.size === 0
    const written = isList ? listStops(own.all) : gridStops(cells, head)
    const route = clean(own.one('route')) || above.route || (isList ? '' : name)
    const direction =
      own.one('direction') === '' && clean(own.one('route')) !== '' && isList
        ? ''
        : clean(own.one('direction')) || above.direction
    const timeText = [...own.all('stops'), ...own.all('departure')].filter(saysHeadway).map(clockSigns).join(';')
    const named = trip ? `「${trip.name}」` : ''
    if ('at' in written) {
      const { at, stop, text } = written
      const message = trip ? `${named}在「${stop}」的「${text}」不是时间` : `「${stop}」下的「${text}」不是时间`
      refuse(message, trip?.lines[at])
    } else if (route === '') refuse('没有写线路')
    else {
      if (isList) above = { route, direction }
      const place = { sheet: name, row: line, ...(trip ? { column: trip.name } : {}) }
      const row = readRow(own, place, { route, direction, written, timeText })
      const trips = tripsOfRow(row)
      if (typeof trips === 'string') refuse(named + trips)
      else if (read.trips.length + trips.length > mostTrips) refuse(`${named}超过 ${mostTrips} 个班次，没有读`)
      else read.trips.push(...trips)
    }
  }
  if (isTable && read.title === '') read.title = titles[0] ?? ''
  return isTable
}

/** The trips in the sheets of a file: lists with stops in their cells, grids with a column for each stop. Undefined without any. */
export function readShuttleSheets(sheets: readonly Sheet[]): Read | undefined {
  const read: Read = { title: '', trips: [], problems: [], remarks: [] }
  const found = sheets.map((sheet) => readSheet(sheet, read))
  return found.includes(true) ? read : undefined
}
